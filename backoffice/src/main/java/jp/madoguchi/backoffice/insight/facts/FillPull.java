package jp.madoguchi.backoffice.insight.facts;

import java.time.Duration;

import jp.madoguchi.exchange.Acknowledgement;
import jp.madoguchi.exchange.FillEvent;
import jp.madoguchi.exchange.PortalExchange;
import jp.madoguchi.platform.background.BackgroundWork;

import jp.madoguchi.platform.monitoring.FailureLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Fetches the steps of filling in from the portal, keeps them, and only then confirms them. Whatever dies in between, the
 * portal offers them again.
 */
@Component
class FillPull extends BackgroundWork {

    private static final Logger LOG = LoggerFactory.getLogger(FillPull.class);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);
    private static final Duration TIMEOUT = Duration.ofSeconds(PortalExchange.LONGEST_WAIT_SECONDS + 15L);

    private final FailureLog failures = new FailureLog(LOG);
    private final PortalExchange portal;
    private final FillFacts facts;

    FillPull(PortalExchange portal, FillFacts facts) {
        this.portal = portal;
        this.facts = facts;
    }

    /** One round; how many steps were handed over. */
    Mono<Integer> pull(int waitSeconds) {
        return portal.fillEvents(PortalExchange.MOST_AT_ONCE, waitSeconds).timeout(TIMEOUT)
                .flatMap(events -> events.isEmpty()
                        ? Mono.just(0)
                        : facts.keep(events)
                                // Only the call has a time limit: one that ends a statement half-way costs its connection.
                                .then(Mono.defer(() -> portal.acknowledgeFillEvents(
                                        new Acknowledgement(events.stream().map(FillEvent::id).toList()))
                                        .timeout(TIMEOUT)))
                                .thenReturn(events.size()))
                .defaultIfEmpty(0);
    }

    @Override
    protected Flux<?> work() {
        return Mono.defer(() -> pull(PortalExchange.LONGEST_WAIT_SECONDS)).then().onErrorResume(failed -> {
            failures.tell("the steps of filling in could not be fetched", failed);
            return Mono.delay(AFTER_FAILURE).then();
        }).repeat();
    }
}
