package jp.madoguchi.backoffice.insight.announcement;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import jp.madoguchi.backoffice.authoring.Editions;
import jp.madoguchi.backoffice.dispatch.Outbox;
import jp.madoguchi.backoffice.insight.Sequentially;
import jp.madoguchi.backoffice.insight.facts.Wait;
import jp.madoguchi.backoffice.insight.rollup.CaseKey;
import jp.madoguchi.backoffice.insight.rollup.CaseSums;
import jp.madoguchi.backoffice.insight.rollup.FillSums;
import jp.madoguchi.backoffice.insight.rollup.Months;
import jp.madoguchi.backoffice.insight.rollup.RollupReader;
import jp.madoguchi.backoffice.insight.rollup.RunKey;
import jp.madoguchi.backoffice.insight.rollup.Spread;
import jp.madoguchi.exchange.ProcedureFigures;
import jp.madoguchi.forms.ProcedureId;
import jp.madoguchi.platform.calendar.BusinessCalendar;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells applicants how long each procedure takes: the real figures of a year, wherever they differ from what was told last.
 */
@Component
class Announcements {

    private final RollupReader rollups;
    private final Editions editions;
    private final Outbox outbox;
    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final JsonMapper json;
    private final InstantSource clock;
    private final Duration businessDay;

    Announcements(RollupReader rollups, Editions editions, Outbox outbox, DatabaseClient database,
            TransactionalOperator transaction,
            JsonMapper json, InstantSource clock, BusinessCalendar calendar) {
        this.rollups = rollups;
        this.editions = editions;
        this.outbox = outbox;
        this.database = database;
        this.transaction = transaction;
        this.json = json;
        this.clock = clock;
        this.businessDay = calendar.hours().length();
    }

    /** One round; how many procedures were told of anew. Two nodes at once tell once. */
    Mono<Long> tell() {
        var now = clock.instant();
        var months = Months.yearUntil(BusinessCalendar.dayOf(now));
        return Sequentially.of(published(), rollups.fills(months, null, RunKey::procedure),
                rollups.cases(months, null, "", CaseKey::procedure))
                .flatMapMany(counted -> Flux.fromIterable(counted.getT1())
                        .map(procedure -> Map.entry(procedure, figures(months, now, counted.getT2().get(procedure),
                                counted.getT3().get(procedure)))))
                .concatMap(each -> announce(each.getKey(), each.getValue())).filter(told -> told).count();
    }

    /** What is not published nobody can ask about. */
    private Mono<List<ProcedureId>> published() {
        return editions.published().collectList();
    }

    private ProcedureFigures figures(Months months, Instant now, @Nullable FillSums fills, @Nullable CaseSums cases) {
        return new ProcedureFigures(months.from(), fills == null ? null : spread(fills.active(), 1_000),
                cases == null ? null : spread(cases.spread(Wait.PROCESSING), businessDay.toSeconds()), now);
    }

    /**
     * In whole units, a begun one counted whole. How many there were is told in tens: told to the last one, what is told today less what
     * was told yesterday is a single person's case.
     */
    private static ProcedureFigures.@Nullable Spread spread(Spread spread, long unit) {
        return spread.points().map(points -> new ProcedureFigures.Spread(spread.n() / Spread.FEWEST * Spread.FEWEST,
                Math.ceilDiv(points.median(), unit), Math.ceilDiv(points.p90(), unit))).orElse(null);
    }

    private Mono<Boolean> announce(ProcedureId procedure, ProcedureFigures figures) {
        // When it was counted is no news in itself.
        var news = json.writeValueAsString(new Object[]{figures.filling(), figures.working()});
        var noted = database
                .sql("""
                        insert into announced_figures (procedure_id, figures, announced_at)
                        select :procedure, :figures, :now
                        where :told or exists (select 1 from announced_figures where procedure_id = :procedure)
                        on conflict (procedure_id) do update set figures = excluded.figures, announced_at = excluded.announced_at
                        where announced_figures.figures <> excluded.figures
                        """)
                .bind("procedure", procedure.value()).bind("figures", news).bind("now", figures.asOf())
                .bind("told", figures.filling() != null || figures.working() != null).fetch().rowsUpdated();
        return transaction.transactional(noted.filter(rows -> rows == 1)
                .flatMap(changed -> outbox.figures(procedure, figures).thenReturn(true)).defaultIfEmpty(false));
    }
}
