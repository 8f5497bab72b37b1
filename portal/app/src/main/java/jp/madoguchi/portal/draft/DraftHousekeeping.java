package jp.madoguchi.portal.draft;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import jp.madoguchi.exchange.FillEvent.Type;
import jp.madoguchi.platform.background.PeriodicWork;
import jp.madoguchi.portal.account.Grants;
import jp.madoguchi.portal.account.MailedLinks;
import jp.madoguchi.portal.fill.FillLog;
import jp.madoguchi.portal.upload.Uploads;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * What time does to drafts: a week without a touch counts as abandoned, the end of their term removes them with their files.
 * Safe to run on every node at once.
 */
@Component
class DraftHousekeeping extends PeriodicWork {
    private static final Duration EVERY = Duration.ofMinutes(15);
    private static final Duration ABANDONED = Duration.ofDays(7);

    private final DatabaseClient database;
    private final PartsByOthers parts;
    private final Uploads uploads;
    private final FillLog log;
    private final Grants grants;
    private final MailedLinks links;
    private final InstantSource clock;

    DraftHousekeeping(DatabaseClient database, PartsByOthers parts, Uploads uploads, FillLog log, Grants grants,
            MailedLinks links, InstantSource clock) {
        super(EVERY);
        this.database = database;
        this.parts = parts;
        this.uploads = uploads;
        this.log = log;
        this.grants = grants;
        this.links = links;
        this.clock = clock;
    }

    @Override
    protected Mono<?> round() {
        var now = clock.instant();
        return noteAbandoned(now).then(removeExpired(now)).then(parts.endWithDrafts(now))
                .then(uploads.detachedWithDrafts(now)).then(emptyClosed(now)).then(log.removeConfirmed(now))
                .then(grants.removeExpired(now)).then(links.removeExpired(now))
                .then(uploads.cleanUp(now.minus(Uploads.KEPT)));
    }

    private Mono<Long> noteAbandoned(Instant now) {
        return database
                .sql("""
                        with idle as (update draft set abandoned_at = :now
                            where closed_at is null and abandoned_at is null and saved_at < :before
                            returning fill, procedure, version, last_page as page, cast('{}' as text[]) as questions, device, language)
                        """
                        + FillLog.appendedForEach("idle", Type.ABANDONED))
                .bind("now", now)
                .bind("before", now.minus(ABANDONED)).fetch().rowsUpdated();
    }

    /** What was typed and never handed in is nobody's any more (個人情報保護法 66条). */
    private Mono<Long> removeExpired(Instant now) {
        return database
                .sql("""
                        update draft set closed_at = :now, closed_as = 'discarded', answers = '{}', pending = '{}', carried = null
                        where closed_at is null and expires_at < :now""")
                .bind("now", now).fetch().rowsUpdated();
    }

    private Mono<Void> emptyClosed(Instant now) {
        return database.sql("update draft set answers = '{}', pending = '{}', carried = null "
                + "where closed_at < :before and (answers <> '{}'::jsonb or carried is not null)").bind("before", now)
                .then();
    }
}
