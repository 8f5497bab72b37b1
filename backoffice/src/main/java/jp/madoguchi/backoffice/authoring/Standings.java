package jp.madoguchi.backoffice.authoring;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import io.r2dbc.spi.Readable;
import jp.madoguchi.backoffice.dispatch.Outbox;
import jp.madoguchi.backoffice.office.Staff;
import jp.madoguchi.exchange.ProcedureStanding.State;
import jp.madoguchi.forms.ProcedureId;
import jp.madoguchi.platform.database.Maybe;
import jp.madoguchi.platform.problem.Refusal;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Which procedures are paused or withdrawn. A decision, its line in the log and its way to the portal are one. */
@Component
public class Standings {

    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final AuthoringLog log;
    private final Outbox outbox;
    private final InstantSource clock;

    Standings(DatabaseClient database, TransactionalOperator transaction, AuthoringLog log, Outbox outbox,
            InstantSource clock) {
        this.database = database;
        this.transaction = transaction;
        this.log = log;
        this.outbox = outbox;
        this.clock = clock;
    }

    public Mono<Standing> of(ProcedureId procedure) {
        return database.sql("select * from procedure_standing where procedure_id = :procedure")
                .bind("procedure", procedure.value()).map(Standings::read).one().defaultIfEmpty(Standing.OPEN);
    }

    /** By procedure; those nothing was ever decided about are not among them. */
    public Mono<Map<ProcedureId, Standing>> all() {
        return database.sql("select * from procedure_standing")
                .map(row -> Map.entry(new ProcedureId(row.get("procedure_id", String.class)), read(row))).all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /**
     * Decides anew. The same once more changes nothing.
     *
     * @param wanted its revision is the one its decider saw
     * @param version the newest, for the log
     * @throws Refusal.Conflict (as an error signal) where somebody has decided since
     */
    public Mono<Void> decide(ProcedureId procedure, int version, Standing wanted, Staff by) {
        // The portal compares moments as the database keeps them.
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var decided = database
                .sql("""
                        insert into procedure_standing (procedure_id, state, reason, reason_en, until, finish_by, decided_at,
                            decided_by, revision)
                        values (:procedure, :state, :reason, :english, :until, :finish, :now, :by, :seen + 1)
                        on conflict (procedure_id) do update set state = excluded.state, reason = excluded.reason,
                            reason_en = excluded.reason_en, until = excluded.until, finish_by = excluded.finish_by,
                            decided_at = greatest(excluded.decided_at, procedure_standing.decided_at + interval '1 microsecond'),
                            decided_by = excluded.decided_by, revision = excluded.revision
                        where procedure_standing.revision = :seen
                        returning decided_at
                        """)
                .bind("procedure", procedure.value()).bind("state", wanted.state().name())
                .bind("reason", wanted.reason())
                .bind("english", wanted.reasonEn()).bind("until", Maybe.of(wanted.until(), LocalDate.class))
                .bind("finish", Maybe.of(wanted.finishBy(), LocalDate.class)).bind("now", now).bind("by", by.name())
                .bind("seen", wanted.revision()).map(row -> row.get("decided_at", Instant.class)).one();
        return transaction.transactional(of(procedure).filter(standing -> !standing.saysTheSame(wanted))
                .flatMap(standing -> decided.switchIfEmpty(Mono.error(Standings::decidedMeanwhile)))
                .flatMap(at -> log.stands(procedure, version, by, wanted)
                        .then(outbox.standing(procedure, wanted.toPortal(at)))));
    }

    private static Refusal decidedMeanwhile() {
        return new Refusal.Conflict("decided-meanwhile", "確認している間に、この手続の受付が変更されました。画面を開き直して、いまの状態を見てください。");
    }

    private static Standing read(Readable row) {
        return new Standing(State.valueOf(row.get("state", String.class)), row.get("reason", String.class),
                row.get("reason_en", String.class), row.get("until", LocalDate.class),
                row.get("finish_by", LocalDate.class), row.get("revision", Integer.class));
    }
}
