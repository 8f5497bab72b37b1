package jp.madoguchi.backoffice.intake;

import java.time.Duration;

import jp.madoguchi.platform.background.PeriodicWork;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Forgets every hour which consignments came long ago; any number of nodes may do so at once. Until then one that is offered again, as by
 * a portal restored from a backup, is known and not taken over twice.
 */
@Component
class ReceivedCleanUp extends PeriodicWork {

    private static final Duration EVERY = Duration.ofHours(1);
    /** So many rows are locked at a time. */
    private static final long AT_ONCE = 1000;

    private final DatabaseClient database;
    private final Duration kept;

    /** @param kept from the arrival on; longer than the age of any backup of the portal that may be restored */
    ReceivedCleanUp(DatabaseClient database, @Value("${madoguchi.intake.kept:400d}") Duration kept) {
        super(EVERY);
        this.database = database;
        this.kept = kept;
    }

    @Override
    protected Mono<?> round() {
        return Mono.defer(this::removeSome).repeat().takeUntil(removed -> removed < AT_ONCE).then();
    }

    private Mono<Long> removeSome() {
        return database.sql("""
                delete from received_consignment where id in (
                    select id from received_consignment
                    where received_at < statement_timestamp() - make_interval(secs => :kept)
                    limit :most for update skip locked)""")
                .bind("kept", (double) kept.toSeconds()).bind("most", AT_ONCE).fetch().rowsUpdated();
    }
}
