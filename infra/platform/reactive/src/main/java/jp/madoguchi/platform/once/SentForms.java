package jp.madoguchi.platform.once;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/**
 * Which forms were sent, and what the first sending of each was answered; shared by all nodes. Whoever works on a first sending has it on
 * lease and renews that; the database's clock alone says whether a lease has run out, so that the clocks of the nodes need not agree.
 */
final class SentForms {

    /** Nobody goes back to a page of yesterday to press its button again. */
    private static final Duration KEPT = Duration.ofDays(1);

    private final DatabaseClient db;
    private final InstantSource clock;
    private final Duration lease;

    /** @param lease how long a first sending counts as worked on after it was last heard of, in whole milliseconds */
    SentForms(DatabaseClient db, InstantSource clock, Duration lease) {
        this.db = db;
        this.clock = clock;
        this.lease = lease;
    }

    /** What became of a claim. */
    sealed interface Claim {

        /**
         * Nobody sent this form before: it is to be worked on, and then {@link #answered} or {@link #release}d.
         *
         * @param holder whose sending it is: one whose lease has run out must not speak for the next
         */
        record First(UUID holder) implements Claim {}

        /** The first sending has its answer. */
        record Answered(int status, URI location) implements Claim {}

        /** The first sending is being worked on, or has failed just now: ask again. */
        record UnderWay() implements Claim {}

        /** The first sending broke off with its program; whether it was written nobody knows. The next sending is a first one. */
        record Lost() implements Claim {}
    }

    Mono<Claim> claim(String key) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        var holder = UUID.randomUUID();
        return db.sql("""
                insert into sent_form (key_hash, claimed_at, expires_at, holder, lease_until)
                values (:key, :now, :expires, :holder, now() + make_interval(secs => :lease / 1000.0))
                on conflict (key_hash) do nothing
                """).bind("key", key).bind("now", now).bind("expires", now.plus(KEPT)).bind("holder", holder)
                .bind("lease", lease.toMillis()).fetch().rowsUpdated()
                .flatMap(won -> won > 0 ? Mono.just(new Claim.First(holder)) : first(key));
    }

    private Mono<Claim> first(String key) {
        return db.sql("""
                select status, location, status is null and lease_until <= now() as lost from sent_form
                where key_hash = :key
                """).bind("key", key)
                .map(row -> new Row(row.get("status", Integer.class), row.get("location", String.class),
                        Boolean.TRUE.equals(row.get("lost", Boolean.class))))
                .one().flatMap(row -> read(key, row)).defaultIfEmpty(new Claim.UnderWay());
    }

    private Mono<Claim> read(String key, Row row) {
        if (row.status() != null && row.location() != null) {
            return Mono.just(new Claim.Answered(row.status(), URI.create(row.location())));
        }
        return row.lost()
                // One of those that wait tells of it, and frees the key with that; unless its holder was heard of just now.
                ? db.sql("delete from sent_form where key_hash = :key and status is null and lease_until <= now()")
                        .bind("key", key).fetch().rowsUpdated()
                        .map(count -> count > 0 ? new Claim.Lost() : new Claim.UnderWay())
                : Mono.just(new Claim.UnderWay());
    }

    /** The first sending is still being worked on; false once it has its answer, was released, or was given up for lost. */
    Mono<Boolean> renew(String key, UUID holder) {
        return db.sql("""
                update sent_form set lease_until = now() + make_interval(secs => :lease / 1000.0)
                where key_hash = :key and holder = :holder and status is null
                """).bind("lease", lease.toMillis()).bind("key", key).bind("holder", holder).fetch().rowsUpdated()
                .map(count -> count > 0);
    }

    /** The first sending was answered so; every further one is, too. */
    Mono<Void> answered(String key, UUID holder, int status, URI location) {
        return db.sql("""
                update sent_form set status = :status, location = :location
                where key_hash = :key and holder = :holder and status is null
                """).bind("status", status).bind("location", location.toString()).bind("key", key)
                .bind("holder", holder).then();
    }

    /** The first sending wrote nothing that should not be written again: the form may be sent once more. */
    Mono<Void> release(String key, UUID holder) {
        return db.sql("delete from sent_form where key_hash = :key and holder = :holder and status is null")
                .bind("key", key).bind("holder", holder).then();
    }

    /** Removes what has expired; how many rows went. */
    Mono<Long> removeExpired() {
        return db.sql("delete from sent_form where expires_at <= :now")
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC)).fetch().rowsUpdated();
    }

    private record Row(@Nullable Integer status, @Nullable String location, boolean lost) {}
}
