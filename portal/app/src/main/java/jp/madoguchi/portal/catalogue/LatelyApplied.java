package jp.madoguchi.portal.catalogue;

import jp.madoguchi.forms.ProcedureId;
import java.time.Instant;
import java.util.Map;
import reactor.core.publisher.Mono;

/**
 * How often procedures were applied for. Whoever keeps what was handed in implements it.
 */
public interface LatelyApplied {

    /** Times by procedure; those applied for fewer than so many times are left out. */
    Mono<Map<ProcedureId, Long>> since(Instant since, int least);
}
