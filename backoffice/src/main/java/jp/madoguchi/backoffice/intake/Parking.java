package jp.madoguchi.backoffice.intake;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.UUID;
import jp.madoguchi.backoffice.casework.Actor;
import jp.madoguchi.backoffice.office.Office;
import jp.madoguchi.exchange.Consignment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Consignments that could not be taken over yet, whole, with the reason; tried again ever more rarely until it works. */
@Component
class Parking {

    private static final Logger LOG = LoggerFactory.getLogger(Parking.class);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(30);
    private static final Duration CLAIM = Duration.ofMinutes(5);

    private final DatabaseClient database;
    private final JsonMapper json;
    private final InstantSource clock;

    Parking(DatabaseClient database, JsonMapper json, InstantSource clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    /** Keeps it here; from then on it may be acknowledged. */
    Mono<Void> park(Consignment consignment, Throwable why) {
        LOG.warn("consignment {} ({}) is parked: {}", consignment.id(), TakeOver.typeOf(consignment), why.toString());
        var now = clock.instant();
        return database.sql("""
                insert into parked_consignment (id, application_id, type, body, arrived_at, parked_at, attempts,
                    next_try_at, reason, unrouted)
                values (:id, :application, :type, :body, :arrived, :now, 1, :next, :reason, :unrouted)
                on conflict (id) do nothing
                """).bind("id", consignment.id()).bind("application", consignment.application())
                .bind("type", TakeOver.typeOf(consignment)).bind("body", json.writeValueAsString(consignment))
                .bind("arrived", consignment.at()).bind("now", now).bind("next", now.plus(waitAfter(1)))
                .bind("reason", reason(why)).bind("unrouted", why instanceof NeedsOffice).then();
    }

    record Due(Consignment consignment, int attempts) {}

    /** What is to be tried again now; claimed for a while, so that two nodes do not try the same. Oldest first. */
    Flux<Due> due() {
        var now = clock.instant();
        return database.sql("""
                update parked_consignment set next_try_at = :claim
                where id in (select p.id from parked_consignment p where p.next_try_at <= :now
                    and not exists (select 1 from parked_consignment earlier
                        where earlier.application_id = p.application_id and earlier.arrived_at < p.arrived_at)
                    order by p.arrived_at limit 50 for update skip locked)
                returning body, attempts, arrived_at
                """).bind("claim", now.plus(CLAIM)).bind("now", now)
                .map(row -> new Due(json.readValue(row.get("body", String.class), Consignment.class),
                        row.get("attempts", Integer.class)))
                .all().sort(java.util.Comparator.comparing(due -> due.consignment().at()));
    }

    Mono<Void> resolved(UUID id) {
        return database.sql("delete from parked_consignment where id = :id").bind("id", id).then();
    }

    Mono<Void> again(Due due, Throwable why) {
        int attempts = due.attempts() + 1;
        return database.sql("""
                update parked_consignment set attempts = :attempts, next_try_at = :next, reason = :reason,
                    unrouted = :unrouted
                where id = :id
                """).bind("attempts", attempts).bind("next", clock.instant().plus(waitAfter(attempts)))
                .bind("reason", reason(why)).bind("unrouted", why instanceof NeedsOffice)
                .bind("id", due.consignment().id()).then();
    }

    /** The administrator asks for it now. */
    Mono<Void> tryNow(UUID id) {
        return database.sql("update parked_consignment set next_try_at = :now where id = :id")
                .bind("now", clock.instant()).bind("id", id).then();
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
                        update parked_consignment set routed_to = :office, routed_by = :by, routed_because = :reason,
                            next_try_at = :now
                        where id in (:ids) and unrouted and routed_to is null
                        """).bind("office", office.code()).bind("by", json.writeValueAsString(by))
                        .bind("reason", reason).bind("now", clock.instant()).bind("ids", ids).fetch().rowsUpdated();
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
                select id, application_id, type, parked_at, attempts, next_try_at, reason,
                    unrouted and routed_to is null as unrouted
                from parked_consignment
                order by parked_at limit 500
                """).map(row -> new Parked(row.get("id", UUID.class), row.get("application_id", UUID.class),
                row.get("type", String.class), row.get("parked_at", Instant.class), row.get("attempts", Integer.class),
                row.get("next_try_at", Instant.class), row.get("reason", String.class),
                row.get("unrouted", Boolean.class))).all();
    }

    private static Duration waitAfter(int attempts) {
        var wait = Duration.ofSeconds(2L << Math.min(attempts, 12));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    private static String reason(Throwable why) {
        return why instanceof CannotTakeOver || why instanceof NeedsOffice
                ? String.valueOf(why.getMessage())
                : why.toString();
    }
}
