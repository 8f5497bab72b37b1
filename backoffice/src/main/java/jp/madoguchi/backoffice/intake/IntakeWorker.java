package jp.madoguchi.backoffice.intake;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.madoguchi.exchange.Acknowledgement;
import jp.madoguchi.exchange.Consignment;
import jp.madoguchi.exchange.PortalExchange;
import jp.madoguchi.platform.background.BackgroundWork;
import jp.madoguchi.platform.monitoring.FailureLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Pulls what residents handed in, takes it over and acknowledges it afterwards, one by one. What cannot be taken over is parked and
 * acknowledged too, so that it holds up nobody else; what could not even be parked is offered again by the portal.
 */
@Component
class IntakeWorker extends BackgroundWork {

    private static final Logger LOG = LoggerFactory.getLogger(IntakeWorker.class);
    private static final int BATCH = 100;
    private static final int WAIT_SECONDS = 20;
    private static final int CONCURRENCY = 8;
    private static final Duration TIMEOUT = Duration.ofSeconds(WAIT_SECONDS + 20L);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(2);
    private static final Duration PAUSE_BETWEEN_RETRIES = Duration.ofSeconds(2);

    private final PortalExchange portal;
    private final TakeOver takeOver;
    private final RetryQueue retries;
    private final PortalContact contact;
    private final FailureLog failures = new FailureLog(LOG);

    IntakeWorker(PortalExchange portal, TakeOver takeOver, RetryQueue retries, PortalContact contact) {
        this.portal = portal;
        this.takeOver = takeOver;
        this.retries = retries;
        this.contact = contact;
    }

    /** One pull; whether everything it brought could be acknowledged. */
    Mono<Boolean> pull(int waitSeconds) {
        return portal.consignments(BATCH, waitSeconds).timeout(TIMEOUT).doOnNext(answered -> contact.answered())
                .flatMap(this::receive);
    }

    /** An acknowledgement that fails holds nobody up: what is here already is known when it is offered again. */
    private Mono<Boolean> receive(List<Consignment> consignments) {
        return Flux.fromIterable(byApplication(consignments).values())
                .flatMap(ofOne -> Flux.fromIterable(ofOne).concatMap(this::receive), CONCURRENCY).buffer(20)
                .concatMap(ids -> portal.acknowledgeConsignments(new Acknowledgement(ids)).thenReturn(ids.size())
                        .onErrorResume(failed -> {
                            LOG.warn("{} consignments will be acknowledged later: {}", ids.size(), failed.toString());
                            return Mono.just(0);
                        }))
                .reduce(0, Integer::sum).map(acknowledged -> acknowledged == consignments.size());
    }

    /** In the order of one application; applications side by side. */
    private static Map<UUID, List<Consignment>> byApplication(List<Consignment> consignments) {
        var grouped = new LinkedHashMap<UUID, List<Consignment>>();
        consignments.forEach(
                consignment -> grouped.computeIfAbsent(consignment.application(), id -> new ArrayList<>())
                        .add(consignment));
        return grouped;
    }

    /** The id to acknowledge; empty where nothing durable happened. */
    private Mono<UUID> receive(Consignment consignment) {
        return retries.holdsUp(consignment)
                .flatMap(held -> held
                        ? retries.park(consignment, new CannotTakeOver("同じ申請の、前に届いたものの取込みを待っています。"))
                        : takeOver.take(consignment)
                                .onErrorResume(failed -> !isOwnDatabaseAway(failed),
                                        failed -> retries.park(consignment, failed)))
                .thenReturn(consignment.id()).onErrorResume(failed -> {
                    LOG.warn("consignment {} will be taken over later: {}", consignment.id(), failed.toString());
                    return Mono.empty();
                });
    }

    private static boolean isOwnDatabaseAway(Throwable failed) {
        return failed instanceof TransientDataAccessException || failed instanceof CannotCreateTransactionException;
    }

    @Override
    protected Flux<?> work() {
        var pulls = Mono.defer(() -> pull(WAIT_SECONDS)).onErrorResume(failed -> {
            failures.tell("the portal could not be asked", failed);
            return Mono.just(false);
        }).flatMap(smooth -> smooth ? Mono.just(0L) : Mono.delay(PAUSE_AFTER_FAILURE)).repeat();
        var again = Mono.defer(() -> retries.work(takeOver::take)).onErrorResume(failed -> {
            failures.tell("parked consignments could not be tried this round", failed);
            return Mono.just(0L);
        }).flatMap(taken -> taken > 0 ? Mono.just(taken) : Mono.delay(PAUSE_BETWEEN_RETRIES)).repeat();
        return Flux.merge(pulls, again);
    }
}
