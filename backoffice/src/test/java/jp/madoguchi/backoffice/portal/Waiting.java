package jp.madoguchi.backoffice.portal;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.madoguchi.exchange.Acknowledgement;
import jp.madoguchi.exchange.PortalExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What waits until it is acknowledged, oldest first. */
final class Waiting<T> {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    private final Map<UUID, T> waiting = new LinkedHashMap<>();

    synchronized void add(UUID id, T what) {
        waiting.put(id, what);
    }

    Mono<List<T>> pull(int limit, int waitSeconds) {
        if (limit < 1 || limit > PortalExchange.MOST_AT_ONCE || waitSeconds < 0
                || waitSeconds > PortalExchange.LONGEST_WAIT_SECONDS) {
            return Mono.error(new Refused(400, "out of range"));
        }
        if (waitSeconds == 0) {
            return Mono.fromSupplier(() -> first(limit));
        }
        return Flux.interval(Duration.ZERO, LOOK_AGAIN).onBackpressureDrop()
                .takeUntilOther(Mono.delay(Duration.ofSeconds(waitSeconds))).map(tick -> first(limit))
                .filter(found -> !found.isEmpty()).next().defaultIfEmpty(List.of());
    }

    private synchronized List<T> first(int limit) {
        return waiting.values().stream().limit(limit).toList();
    }

    synchronized void acknowledge(Acknowledgement received) {
        if (received.ids().size() > PortalExchange.MOST_AT_ONCE) {
            throw new Refused(400, "too many at once");
        }
        received.ids().forEach(waiting::remove);
    }
}
