package jp.madoguchi.backoffice.insight.dashboard.web;

import java.util.List;
import gg.jte.models.runtime.JteModel;
import jp.madoguchi.backoffice.insight.Sequentially;
import jp.madoguchi.backoffice.insight.dashboard.FigureReader;
import jp.madoguchi.backoffice.insight.dashboard.Scope;
import jp.madoguchi.backoffice.pages.StaticTemplates;
import jp.madoguchi.backoffice.reform.FiscalYear;
import jp.madoguchi.backoffice.reform.Register;
import jp.madoguchi.forms.ProcedureId;
import jp.madoguchi.platform.pagekit.Assets;
import jp.madoguchi.platform.pagekit.PageFrame;
import jp.madoguchi.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import reactor.core.publisher.Mono;

/** The pages of figures. */
@Controller
class InsightController {

    private static final StaticTemplates PAGES = new StaticTemplates();
    private static final String CHART_JS = "webjar/chart.js/dist/chart.umd.min.js";
    private static final String OUR_CHARTS = "insight/charts.js";

    private final Dashboard dashboard;
    private final FigureReader figures;
    private final Register register;

    InsightController(Dashboard dashboard, FigureReader figures, Register register) {
        this.dashboard = dashboard;
        this.figures = figures;
        this.register = register;
        Assets.preload(CHART_JS);
    }

    /** Parameters of an address, as they came. */
    record Asked(@Nullable String year, @Nullable String bureau, @Nullable String ward, @Nullable String facts) {}

    @GetMapping("/insight")
    Mono<JteModel> overview(PageFrame frame, @ModelAttribute Asked asked) {
        var scope = scope(asked);
        return Sequentially.of(dashboard.overview(scope), filters("/insight", scope))
                .map(found -> PAGES.insightOverview(drawing(frame.titled("分析")), found.getT1(), found.getT2()));
    }

    @GetMapping("/insight/bottlenecks")
    Mono<JteModel> bottlenecks(PageFrame frame, @ModelAttribute Asked asked) {
        var scope = scope(asked);
        return Sequentially.of(dashboard.bottlenecks(scope), filters("/insight/bottlenecks", scope)).map(found -> PAGES
                .insightBottlenecks(drawing(frame.titled("詰まりの分析")), found.getT1(), found.getT2(),
                        Formats.TOO_FEW_NOTE));
    }

    @GetMapping("/insight/procedures/{procedure}")
    Mono<JteModel> procedure(PageFrame frame, @PathVariable String procedure, @ModelAttribute Asked asked) {
        var scope = scope(asked);
        return Sequentially.of(found(scope, procedure), filters("/insight/procedures/" + procedure, scope))
                .map(found -> PAGES.insightProcedure(drawing(frame.titled(found.getT1().title() + "の分析")),
                        found.getT1(), found.getT2(), Formats.TOO_FEW_NOTE));
    }

    @GetMapping("/insight/csv/{table}")
    Mono<ResponseEntity<byte[]>> overviewCsv(@PathVariable String table, @ModelAttribute Asked asked) {
        var scope = scope(asked);
        return dashboard.overview(scope).map(page -> csv(page.tables(), table, scope));
    }

    @GetMapping("/insight/bottlenecks/csv/{table}")
    Mono<ResponseEntity<byte[]>> bottlenecksCsv(@PathVariable String table, @ModelAttribute Asked asked) {
        var scope = scope(asked);
        return dashboard.bottlenecks(scope).map(tables -> csv(tables, table, scope));
    }

    @GetMapping("/insight/procedures/{procedure}/csv/{table}")
    Mono<ResponseEntity<byte[]>> procedureCsv(@PathVariable String procedure, @PathVariable String table,
            @ModelAttribute Asked asked) {
        var scope = scope(asked);
        return found(scope, procedure).map(page -> csv(page.tables(), table, scope));
    }

    private Mono<ProcedurePage> found(Scope scope, String procedure) {
        var page = ProcedureId.isValid(procedure)
                ? dashboard.procedure(scope, new ProcedureId(procedure))
                : Mono.<ProcedurePage>empty();
        return page.switchIfEmpty(
                Mono.error(() -> new Refusal.NotFound("no-such-procedure", "この手続の数字はありません。分析の最初のページから選び直してください。")));
    }

    private Scope scope(Asked asked) {
        return Scope.of(asked.year(), asked.bureau(), asked.ward(), asked.facts(), register.today());
    }

    private Mono<Filters> filters(String action, Scope scope) {
        return figures.bureaus(scope)
                .map(bureaus -> new Filters(action, scope, FiscalYear.of(register.today()), bureaus));
    }

    private static PageFrame drawing(PageFrame frame) {
        return frame.using(CHART_JS).using(OUR_CHARTS);
    }

    private static ResponseEntity<byte[]> csv(List<FigureTable> tables, String id, Scope scope) {
        var table = tables.stream().filter(one -> one.id().equals(id)).findFirst()
                .orElseThrow(() -> new Refusal.NotFound("no-such-table", "この表はありません。前のページから選び直してください。"));
        var csv = table.csv(scope);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(csv.name() + ".csv").build().toString())
                .header(HttpHeaders.CONTENT_TYPE, "text/csv; charset=UTF-8").body(csv.bytes());
    }
}
