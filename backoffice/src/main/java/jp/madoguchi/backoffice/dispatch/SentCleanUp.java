package jp.madoguchi.backoffice.dispatch;

import java.time.Duration;

import jp.madoguchi.platform.background.PeriodicWork;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Forgets every hour what the portal was told of applications long ago; any number of nodes may do so at once. What was published stays,
 * so that a portal can be told anew.
 */
@Component
class SentCleanUp extends PeriodicWork {

    private static final Duration EVERY = Duration.ofHours(1);
    /** So many rows are locked at a time. */
    private static final long AT_ONCE = 1000;

    private final DatabaseClient database;
    private final Duration kept;

    /** @param kept from the sending on, by the clock of the database; longer than the age of any backup that may be restored */
    SentCleanUp(DatabaseClient database, @Value("${madoguchi.dispatch.kept:400d}") Duration kept) {
        super(EVERY);
        this.database = database;
        this.kept = kept;
    }

    @Override
    protected Mono<?> round() {
        return Mono.defer(this::removeSome).repeat().takeUntil(removed -> removed < AT_ONCE).then();
    }

    private Mono<Long> removeSome() {
        return database
                .sql("""
                        delete from dispatch where position in (
                            select position from dispatch
                            where sent_at < statement_timestamp() - make_interval(secs => :kept) and kind in ('update', 'document')
                            limit :most for update skip locked)""")
                .bind("kept", (double) kept.toSeconds()).bind("most", AT_ONCE).fetch().rowsUpdated();
    }
}
