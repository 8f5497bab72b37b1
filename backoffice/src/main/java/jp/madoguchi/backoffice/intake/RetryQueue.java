package jp.madoguchi.backoffice.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import jp.madoguchi.backoffice.casework.Actor;
import jp.madoguchi.backoffice.office.Office;
import jp.madoguchi.exchange.Consignment;
import jp.madoguchi.platform.queue.DurableQueue;
import jp.madoguchi.platform.queue.DurableQueue.Pace;
import jp.madoguchi.platform.queue.QueueStatus;
import jp.madoguchi.platform.queue.QueueTable;
import jp.madoguchi.platform.queue.RetryPolicy;
import jp.madoguchi.platform.queue.r2dbc.R2dbcQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Consignments that could not be taken over yet, whole, with the reason; tried again ever more rarely until it works. */
@Component
class RetryQueue {

    private static final Logger LOG = LoggerFactory.getLogger(RetryQueue.class);
    private static final QueueTable TABLE = QueueTable.of("parked_consignment", "parked_at", "body")
            .inLanesOf("application_id", "arrived_at").ofKinds("type");
    /** An application that arrived is never given up. */
    private static final RetryPolicy POLICY = RetryPolicy.forEver(Duration.ofMinutes(5), Duration.ofSeconds(4),
            Duration.ofMinutes(30));
    /** So many are listed one by one. */
    static final int MOST = 500;
    private static final Pace PACE = new Pace(8, Duration.ofMinutes(4));

    private final DatabaseClient database;
    private final JsonMapper json;
    private final R2dbcQueue<String> queue;

    RetryQueue(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
        this.queue = new R2dbcQueue<>(database, new DurableQueue(TABLE, POLICY, RetryQueue::reason),
                row -> row.get("body", String.class));
    }

    /** Keeps it here; from then on it may be acknowledged. */
    Mono<Void> park(Consignment consignment, Throwable why) {
        LOG.warn("consignment {} ({}) is parked: {}", consignment.id(), TakeOver.typeOf(consignment), why.toString());
        return queue.putFailed(Map.of("id", consignment.id(), "application_id", consignment.application(), "type",
                TakeOver.typeOf(consignment), "body", json.writeValueAsString(consignment), "arrived_at",
                consignment.at(), "unrouted", why instanceof NeedsOffice), why).then();
    }

    /** Tries what is due, oldest first and in the order of each application; how many were taken over. */
    Mono<Long> work(Function<Consignment, Mono<Void>> takeOver) {
        return queue.work(PACE, body -> Mono.fromCallable(() -> json.readValue(body, Consignment.class))
                .flatMap(consignment -> takeOver.apply(consignment).onErrorResume(
                        failed -> note(consignment.id(), failed instanceof NeedsOffice).then(Mono.error(failed)))));
    }

    /** Completes when one of them may be due, at the latest after this time. */
    Mono<Void> due(Duration atMost) {
        return queue.due(atMost);
    }

    /** Whether a person is needed may be another matter at each try. */
    private Mono<Void> note(UUID id, boolean unrouted) {
        return database
                .sql("update parked_consignment set unrouted = :unrouted where id = :id and unrouted <> :unrouted")
                .bind("unrouted", unrouted).bind("id", id).then();
    }

    Mono<QueueStatus> status() {
        return queue.status();
    }

    /** The administrator asks for it now. */
    Mono<Void> tryNow(UUID id) {
        return queue.retry(id).then();
    }

    /**
     * The administrator has mended what held these up: all that failed for this reason are due at once.
     *
     * @return how many
     */
    Mono<Long> tryNow(String type, String reason) {
        return queue.retryAll(Map.of("type", type, "last_error", reason));
    }

    /** What waits, without what waits for a person to say where it belongs, put together by kind and reason; most first. */
    Flux<ParkedAlike> alike() {
        return database.sql("""
                select type, last_error, count(*) as count, min(parked_at) as since from parked_consignment
                where not (unrouted and routed_to is null)
                group by type, last_error order by count desc, since limit 100
                """).map(row -> new ParkedAlike(row.get("type", String.class), row.get("last_error", String.class),
                row.get("count", Long.class), row.get("since", Instant.class))).all();
    }

    /**
     * A person says which office works them; they are taken over at once.
     *
     * @return how many still waited for that
     */
    Mono<Long> route(Collection<UUID> ids, Office office, Actor by, String reason) {
        return ids.isEmpty()
                ? Mono.just(0L)
                : database.sql("""
                        update parked_consignment set routed_to = :office, routed_by = :by, routed_because = :reason
                        where id in (:ids) and unrouted and routed_to is null
                        returning id
                        """).bind("office", office.code()).bind("by", json.writeValueAsString(by))
                        .bind("reason", reason).bind("ids", ids).map(row -> row.get("id", UUID.class)).all()
                        .collectList().flatMapIterable(routed -> routed).concatMap(queue::retry).count();
    }

    /** Whether something earlier of the same application waits here: what comes after it must wait too. */
    Mono<Boolean> holdsUp(Consignment consignment) {
        return database.sql("""
                select 1 as one from parked_consignment
                where application_id = :application and arrived_at < :at and id <> :id limit 1
                """).bind("application", consignment.application()).bind("at", consignment.at())
                .bind("id", consignment.id()).map(row -> true).one().defaultIfEmpty(false);
    }

    Flux<Parked> all() {
        return database.sql("""
                select id, application_id, type, parked_at, attempts, next_try_at, last_error,
                    unrouted and routed_to is null as unrouted
                from parked_consignment
                order by parked_at limit :most
                """).bind("most", MOST)
                .map(row -> new Parked(row.get("id", UUID.class), row.get("application_id", UUID.class),
                        row.get("type", String.class), row.get("parked_at", Instant.class),
                        row.get("attempts", Integer.class),
                        row.get("next_try_at", Instant.class), row.get("last_error", String.class),
                        row.get("unrouted", Boolean.class)))
                .all();
    }

    private static String reason(Throwable why) {
        return why instanceof CannotTakeOver || why instanceof NeedsOffice
                ? String.valueOf(why.getMessage())
                : why.toString();
    }
}
