package jp.madoguchi.backoffice.insight.dashboard.web;

import java.time.Duration;
import java.util.List;
import jp.madoguchi.backoffice.insight.dashboard.DetailFigures;
import jp.madoguchi.backoffice.insight.dashboard.FigureReader;
import jp.madoguchi.backoffice.insight.dashboard.FigureSum;
import jp.madoguchi.backoffice.insight.dashboard.OverviewFigures;
import jp.madoguchi.backoffice.insight.dashboard.Scope;
import jp.madoguchi.backoffice.insight.rollup.CaseKey;
import jp.madoguchi.backoffice.insight.rollup.RunKey;
import jp.madoguchi.backoffice.insight.rollup.Sums;
import jp.madoguchi.forms.ProcedureId;
import jp.madoguchi.platform.calendar.BusinessCalendar;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Makes pages of the figures. */
@Component
class Dashboard {

    private final FigureReader figures;
    private final Duration businessDay;

    Dashboard(FigureReader figures, BusinessCalendar calendar) {
        this.figures = figures;
        this.businessDay = calendar.hours().length();
    }

    Mono<Overview> overview(Scope scope) {
        return figures.overview(scope).map(found -> overview(found, scope));
    }

    private Overview overview(OverviewFigures found, Scope scope) {
        var told = new Told(found.hidden());
        var tables = new CaseTables(businessDay, found.names(), told, scope);
        var cases = Sums.CASES.total(found.cases().values());
        return new Overview(scope, told, found.coverage(), Sums.FILLS.total(found.fills().values()), cases,
                found.coverage().map(report -> CoverageTables.of(report, scope)).orElse(List.of()),
                FillTables.byProcedure(found.fills(), found.names(), told, scope), tables.byProcedure(found.cases()),
                tables.waits(scope.sum(), cases), businessDay);
    }

    Mono<List<FigureTable>> bottlenecks(Scope scope) {
        return figures.bottlenecks(scope)
                .map(found -> List.of(FillTables.worstPages(found.pages(), found.names(), found.fills(), scope),
                        FillTables.questions(found.failures(), found.fills(), found.names(),
                                new Told(found.hidden()), scope),
                        new CaseTables(businessDay, found.names(), new Told(found.hidden()), scope)
                                .longestWaits(found.cases())));
    }

    /** Empty where there is nothing of that name. */
    Mono<ProcedurePage> procedure(Scope scope, ProcedureId procedure) {
        return figures.procedure(scope, procedure).map(found -> new ProcedurePage(procedure,
                found.names().title(procedure), scope, tables(found, scope, procedure)));
    }

    private List<FigureTable> tables(DetailFigures found, Scope scope, ProcedureId procedure) {
        var fills = found.fills();
        var cases = found.cases();
        var told = new Told(found.hidden());
        var tables = new CaseTables(businessDay, found.names(), told, scope);
        return List.of(FillTables.funnel(procedure, found.pages(), found.names(), Sums.FILLS.total(fills.values())),
                FillTables.questions(found.failures(), Sums.FILLS.by(fills, RunKey::procedure), found.names(), told,
                        scope),
                FillTables.byVersion(procedure, Sums.FILLS.by(fills, RunKey::version), told),
                FillTables.byDevice(procedure, Sums.FILLS.by(fills, RunKey::device), told),
                tables.byVersion(procedure, Sums.CASES.by(cases, CaseKey::version)),
                tables.byOffice(procedure, Sums.CASES.by(cases, CaseKey::office)),
                tables.waits(FigureSum.procedure(procedure, scope.office()), Sums.CASES.total(cases.values())));
    }
}
