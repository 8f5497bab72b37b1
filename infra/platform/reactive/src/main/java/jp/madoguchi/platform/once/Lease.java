package jp.madoguchi.platform.once;

import java.time.Duration;
import java.util.UUID;

import jp.madoguchi.platform.connection.Uncancellable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps a first sending known as worked on for as long as it is, however long that takes. */
final class Lease {

    private static final Logger LOG = LoggerFactory.getLogger(Lease.class);

    private final SentForms forms;
    private final Duration every;

    /** @param every a third of what a lease lasts or less, so that one renewal may fail */
    Lease(SentForms forms, Duration every) {
        this.forms = forms;
        this.every = every;
    }

    /** The same work, with the lease renewed until it ends in whichever way. */
    Mono<Void> during(Mono<Void> work, String key, UUID holder) {
        return Mono.firstWithSignal(work, renewals(key, holder));
    }

    /** Never ends by itself: the work does. */
    private Mono<Void> renewals(String key, UUID holder) {
        return Flux.interval(every, every).onBackpressureDrop()
                .concatMap(tick -> Uncancellable.of(forms.renew(key, holder)).onErrorResume(failed -> {
                    // The next one may succeed. If none does, a second sending hears that nobody knows, which is so.
                    LOG.warn("a form that is being worked on could not be noted as such: {}", failed.toString());
                    return Mono.just(true);
                }), 1).takeWhile(held -> held).then(Mono.never());
    }
}
