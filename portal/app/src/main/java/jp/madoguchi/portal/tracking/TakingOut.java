package jp.madoguchi.portal.tracking;

import java.util.List;
import java.util.UUID;
import jp.madoguchi.exchange.ApplicationUpdate.TakenOut;
import jp.madoguchi.portal.correction.Corrections;
import jp.madoguchi.portal.handover.Consignments;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Takes texts out of everything that was written about a submission, for every reader.
 */
@Component
class TakingOut {
    private static final String TAKEN_OUT = "〔個人番号などが含まれていたため、削除しました / Removed because it held personal numbers〕";

    private final CorrespondenceStore correspondence;
    private final UpdateStore updates;
    private final Corrections corrections;
    private final Consignments consignments;

    TakingOut(CorrespondenceStore correspondence, UpdateStore updates, Corrections corrections,
            Consignments consignments) {
        this.correspondence = correspondence;
        this.updates = updates;
        this.corrections = corrections;
        this.consignments = consignments;
    }

    /** Within the transaction of the update that asks for it. */
    Mono<Void> of(UUID submission, List<TakenOut> texts) {
        return Flux.fromIterable(texts)
                .concatMap(text -> correspondence.takeOut(submission, text, TAKEN_OUT)
                        .then(consignments.takeOut(submission, text, TAKEN_OUT))
                        .then(corrections.takeOut(submission, text, TAKEN_OUT))
                        .then(updates.takeOut(submission, text, TAKEN_OUT)))
                .then();
    }
}
