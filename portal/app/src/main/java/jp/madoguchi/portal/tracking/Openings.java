package jp.madoguchi.portal.tracking;

import java.time.InstantSource;
import jp.madoguchi.portal.handover.ArrivalSignal;
import jp.madoguchi.portal.handover.Consignments;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Notes who took notice of a document when, and tells the office of the first time.
 */
@Component
public class Openings {

    private final DocumentStore documents;
    private final Consignments consignments;
    private final ArrivalSignal arrivals;
    private final TransactionalOperator transaction;
    private final InstantSource clock;

    Openings(DocumentStore documents, Consignments consignments, ArrivalSignal arrivals,
            TransactionalOperator transaction,
            InstantSource clock) {
        this.documents = documents;
        this.consignments = consignments;
        this.arrivals = arrivals;
        this.transaction = transaction;
        this.clock = clock;
    }

    public Mono<Void> note(Issued document, boolean download) {
        var now = clock.instant();
        return documents.noteAccess(document.id(), download ? "downloaded" : "viewed", now)
                .then(consignments.opened(document.submission(), document.id(), download, now))
                .as(transaction::transactional).doOnSuccess(done -> arrivals.raise());
    }
}
