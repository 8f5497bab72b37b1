package jp.madoguchi.backoffice.casework;

import java.time.InstantSource;
import java.util.UUID;
import jp.madoguchi.platform.background.PeriodicWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Gives cases back to the queue when nobody touched them for the length of the lease; any number of nodes may do so. */
@Component
class LeaseWorker extends PeriodicWork {

    private static final Logger LOG = LoggerFactory.getLogger(LeaseWorker.class);
    private static final int AT_ONCE = 200;

    private final DatabaseClient database;
    private final CaseService cases;
    private final InstantSource clock;

    LeaseWorker(DatabaseClient database, CaseService cases, CaseworkSettings settings, InstantSource clock) {
        super(settings.leaseCheck());
        this.database = database;
        this.cases = cases;
        this.clock = clock;
    }

    /** One round; how many cases went back. */
    Mono<Long> giveBackRunOut() {
        return database.sql("select id from case_file where lease_until <= :now limit :most")
                .bind("now", clock.instant()).bind("most", AT_ONCE).map(row -> row.get("id", UUID.class)).all()
                .collectList().flatMapIterable(found -> found)
                .concatMap(id -> cases.happen(id, CaseFile::expire).onErrorResume(failed -> {
                    LOG.debug("case {} was touched while its lease ran out: {}", id, failed.toString());
                    return Mono.empty();
                })).count();
    }

    @Override
    protected Mono<?> round() {
        return giveBackRunOut();
    }
}
