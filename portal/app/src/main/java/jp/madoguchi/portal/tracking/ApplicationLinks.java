package jp.madoguchi.portal.tracking;

import java.util.UUID;
import java.util.stream.Stream;
import jp.madoguchi.portal.account.MailedLinks;
import jp.madoguchi.portal.correction.Corrections;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The mailed links to an application and to its corrections.
 */
@Component
public class ApplicationLinks {
    private final MailedLinks links;
    private final Corrections corrections;

    ApplicationLinks(MailedLinks links, Corrections corrections) {
        this.links = links;
        this.corrections = corrections;
    }

    /** Makes all of them worthless. */
    public Mono<Void> revoke(UUID submission) {
        return corrections.draftsOf(submission).collectList()
                .flatMap(drafts -> links.revoke(Stream.concat(Stream.of(submission), drafts.stream()).toList()));
    }
}
