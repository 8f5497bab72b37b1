package jp.madoguchi.portal.application;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import jp.madoguchi.portal.upload.Uploads;
import jp.madoguchi.platform.background.PeriodicWork;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * What time does to drafts: a week without a touch counts as abandoned, the end of their term removes them with their files.
 * Safe to run on every node at once.
 */
@Component
class Housekeeping extends PeriodicWork {

    private static final Duration EVERY = Duration.ofMinutes(15);
    private static final Duration ABANDONED = Duration.ofDays(7);
    private static final Duration CONFIRMED_EVENTS = Duration.ofDays(7);

    private final DatabaseClient database;
    private final Uploads uploads;
    private final Clock clock;

    Housekeeping(DatabaseClient database, Uploads uploads, Clock clock) {
        super(EVERY);
        this.database = database;
        this.uploads = uploads;
        this.clock = clock;
    }

    @Override
    protected Mono<?> round() {
        var now = clock.instant();
        return noteAbandoned(now).then(removeExpired(now)).then(endErrands(now)).then(removeClosed(now))
                .then(removeGrants(now))
                .then(uploads.cleanUp(now.minus(Uploads.KEPT)));
    }

    Mono<Long> noteAbandoned(Instant now) {
        return database.sql("""
                with idle as (update draft set abandoned_at = :now
                    where closed_at is null and abandoned_at is null and saved_at < :before
                    returning fill, procedure, version, last_page, device, language)
                insert into fill_event (fill, at, type, procedure, version, page, measured, device, language)
                select fill, :now, 'ABANDONED', procedure, version, last_page, false, device, language
                from idle""").bind("now", now).bind("before", now.minus(ABANDONED)).fetch().rowsUpdated();
    }

    /** What was typed and never handed in is nobody's any more (個人情報保護法 66条). */
    Mono<Long> removeExpired(Instant now) {
        return database
                .sql("""
                        update draft set closed_at = :now, closed_as = 'discarded', answers = '{}', pending = '{}', carried = null
                        where closed_at is null and expires_at < :now""")
                .bind("now", now).fetch().rowsUpdated();
    }

    /** Nobody fills in for an application that is closed, and nothing of who asked whom is kept beyond it. */
    Mono<Void> endErrands(Instant now) {
        return database
                .sql("""
                        with gone as (update errand e set withdrawn_at = :now from draft d
                            where d.id = e.draft_id and d.closed_at is not null and e.completed_at is null
                                and e.withdrawn_at is null returning e.id)
                        update draft set closed_at = :now, closed_as = 'discarded', answers = '{}', pending = '{}', carried = null
                        where errand_id in (select id from gone) and closed_at is null""")
                .bind("now", now).then()
                .then(database.sql("""
                        update errand e set asker = '', mailed_to = null, completed_by = null from draft d
                        where d.id = e.draft_id and d.closed_at < :now and e.asker <> ''""").bind("now", now).then());
    }

    private Mono<Void> removeClosed(Instant now) {
        return database
                .sql("""
                        update attachment a set detached_at = coalesce(a.detached_at, :now)
                        from draft d where d.id = a.draft_id and d.closed_as in ('discarded', 'ended') and a.submission_id is null
                            and a.detached_at is null""")
                .bind("now", now).then()
                .then(database.sql("update draft set answers = '{}', pending = '{}', carried = null "
                        + "where closed_at < :before and (answers <> '{}'::jsonb or carried is not null)")
                        .bind("before", now).then())
                .then(database.sql("delete from fill_event where acknowledged_at < :before")
                        .bind("before", now.minus(CONFIRMED_EVENTS)).then());
    }

    private Mono<Void> removeGrants(Instant now) {
        return database.sql("delete from visitor_grant where expires_at < :now").bind("now", now).then()
                .then(database.sql("delete from mailed_link where expires_at < :before")
                        .bind("before", now.minus(Duration.ofDays(30))).then());
    }
}
