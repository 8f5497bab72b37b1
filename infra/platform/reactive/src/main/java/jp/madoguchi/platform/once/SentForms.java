package jp.madoguchi.platform.once;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Which forms were sent, and what the first sending of each was answered; shared by all nodes. */
final class SentForms {

    /** Nobody goes back to a page of yesterday to press its button again. */
    private static final Duration KEPT = Duration.ofDays(1);
    /** Longer than any request is let run; what has no answer by then never gets one. */
    private static final Duration LOST_AFTER = Duration.ofMinutes(4);

    private final DatabaseClient db;
    private final InstantSource clock;

    SentForms(DatabaseClient db, InstantSource clock) {
        this.db = db;
        this.clock = clock;
    }

    /** What became of a claim. */
    sealed interface Claim {

        /** Nobody sent this form before: it is to be worked on, and then {@link #answered} or {@link #release}d. */
        record First() implements Claim {}

        /** The first sending has its answer. */
        record Answered(int status, URI location) implements Claim {}

        /** The first sending is being worked on, or has failed just now: ask again. */
        record UnderWay() implements Claim {}

        /** The first sending broke off with its program; whether it was written nobody knows. The next sending is a first one. */
        record Lost() implements Claim {}
    }

    Mono<Claim> claim(String key) {
        var now = clock.instant();
        return db.sql("""
                insert into sent_form (key_hash, claimed_at, expires_at) values (:key, :now, :expires)
                on conflict (key_hash) do nothing
                """).bind("key", key).bind("now", at(now)).bind("expires", at(now.plus(KEPT))).fetch().rowsUpdated()
                .flatMap(won -> won > 0 ? Mono.just(new Claim.First()) : first(key, now));
    }

    private Mono<Claim> first(String key, Instant now) {
        return db.sql("select status, location, claimed_at from sent_form where key_hash = :key").bind("key", key)
                .map(row -> new Row(row.get("status", Integer.class), row.get("location", String.class),
                        row.get("claimed_at", OffsetDateTime.class).toInstant()))
                .one().flatMap(row -> read(key, row, now)).defaultIfEmpty(new Claim.UnderWay());
    }

    private Mono<Claim> read(String key, Row row, Instant now) {
        if (row.status() != null && row.location() != null) {
            return Mono.just(new Claim.Answered(row.status(), URI.create(row.location())));
        }
        var lost = now.minus(LOST_AFTER);
        return row.claimedAt().isAfter(lost)
                ? Mono.just(new Claim.UnderWay())
                // One of those that wait tells of it, and frees the key with that.
                : db.sql("delete from sent_form where key_hash = :key and status is null and claimed_at <= :lost")
                        .bind("key", key).bind("lost", at(lost)).fetch().rowsUpdated()
                        .map(count -> count > 0 ? new Claim.Lost() : new Claim.UnderWay());
    }

    /** The first sending was answered so; every further one is, too. */
    Mono<Void> answered(String key, int status, URI location) {
        return db.sql("update sent_form set status = :status, location = :location where key_hash = :key")
                .bind("status", status).bind("location", location.toString()).bind("key", key).then();
    }

    /** The first sending wrote nothing that should not be written again: the form may be sent once more. */
    Mono<Void> release(String key) {
        return db.sql("delete from sent_form where key_hash = :key and status is null").bind("key", key).then();
    }

    /** Removes what has expired; how many rows went. */
    Mono<Long> removeExpired() {
        return db.sql("delete from sent_form where expires_at <= :now").bind("now", at(clock.instant())).fetch()
                .rowsUpdated();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private record Row(@Nullable Integer status, @Nullable String location, Instant claimedAt) {}
}
