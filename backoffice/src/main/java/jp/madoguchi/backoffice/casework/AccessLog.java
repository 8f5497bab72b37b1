package jp.madoguchi.backoffice.casework;

import java.time.Instant;
import java.util.UUID;
import jp.madoguchi.backoffice.office.Staff;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where every look at a case is written down; no case is shown that could not be noted. */
public interface AccessLog {

    /** One look. */
    record Access(Instant at, String name, String office, String what) {}

    /** @param what what was looked at, in Japanese, without personal data */
    Mono<Void> looked(UUID caseId, Staff by, String what);

    /** Display name of the office in which this person last looked at a case; empty where they never did. */
    Mono<String> officeOf(String staff);

    /** The newest looks at a case first, at most {@code most}. */
    Flux<Access> of(UUID caseId, int most);
}
