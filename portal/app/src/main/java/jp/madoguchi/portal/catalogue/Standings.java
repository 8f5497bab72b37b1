package jp.madoguchi.portal.catalogue;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

import io.r2dbc.spi.Readable;
import jp.madoguchi.exchange.ProcedureStanding;
import jp.madoguchi.exchange.ProcedureStanding.State;
import jp.madoguchi.forms.ProcedureId;
import jp.madoguchi.platform.database.Columns;
import jp.madoguchi.platform.database.Maybe;
import jp.madoguchi.platform.problem.Refusal;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Which procedures are paused or withdrawn, as stored.
 */
@Component
class Standings {

    private final DatabaseClient database;

    Standings(DatabaseClient database) {
        this.database = database;
    }

    /** By procedure; those that are open are not among them. */
    Mono<Map<ProcedureId, Standing>> all() {
        return database.sql("select * from procedure_standing where state <> 'OPEN'").map(Standings::read).all()
                .collectList().map(rows -> {
                    var all = new HashMap<ProcedureId, Standing>();
                    rows.forEach(row -> all.put(row.procedure(), row.standing()));
                    return Map.copyOf(all);
                });
    }

    /**
     * Takes a decision over, unless a later one stands there.
     *
     * @throws Refusal.NotFound (as error signal) if no version of the procedure is published
     */
    Mono<Void> keep(ProcedureId procedure, ProcedureStanding standing) {
        var published = database.sql("select 1 from procedure_version where procedure = :procedure limit 1")
                .bind("procedure", procedure.value()).map((Readable row) -> true).one();
        var kept = database.sql("""
                insert into procedure_standing (procedure, state, decided_at, reason, reason_en, until, finish_by)
                values (:procedure, :state, :at, :reason, :english, :until, :finish)
                on conflict (procedure) do update set state = excluded.state, decided_at = excluded.decided_at,
                    reason = excluded.reason, reason_en = excluded.reason_en, until = excluded.until,
                    finish_by = excluded.finish_by
                where procedure_standing.decided_at < excluded.decided_at""").bind("procedure", procedure.value())
                .bind("state", standing.state().name()).bind("at", standing.at())
                .bind("reason", Maybe.of(standing.reason(), String.class))
                .bind("english", Maybe.of(standing.reasonEn(), String.class))
                .bind("until", Maybe.of(standing.until(), LocalDate.class))
                .bind("finish", Maybe.of(standing.finishBy(), LocalDate.class)).then();
        return published.switchIfEmpty(Mono.error(Unpublished::refusal)).then(kept);
    }

    private record Row(ProcedureId procedure, Standing standing) {}

    private static Row read(Readable row) {
        return new Row(new ProcedureId(Columns.required(row, "procedure", String.class)),
                new Standing(State.valueOf(Columns.required(row, "state", String.class)),
                        row.get("reason", String.class), row.get("reason_en", String.class),
                        row.get("until", LocalDate.class), row.get("finish_by", LocalDate.class)));
    }
}
