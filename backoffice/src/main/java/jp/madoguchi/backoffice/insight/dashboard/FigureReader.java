package jp.madoguchi.backoffice.insight.dashboard;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.madoguchi.backoffice.insight.Sequentially;
import jp.madoguchi.backoffice.insight.rollup.CaseKey;
import jp.madoguchi.backoffice.insight.rollup.PageKey;
import jp.madoguchi.backoffice.insight.rollup.QuestionKey;
import jp.madoguchi.backoffice.insight.rollup.RollupReader;
import jp.madoguchi.backoffice.insight.rollup.RunKey;
import jp.madoguchi.backoffice.reform.CoverageReport;
import jp.madoguchi.backoffice.reform.Register;
import jp.madoguchi.forms.ProcedureId;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads the figures of a page, of the part of the city's work that was chosen. */
@Component
public class FigureReader {

    private final Register register;
    private final RollupReader rollups;
    private final Names names;
    private final HiddenFigures hidden;

    FigureReader(Register register, RollupReader rollups, Names names, HiddenFigures hidden) {
        this.register = register;
        this.rollups = rollups;
        this.names = names;
        this.hidden = hidden;
    }

    public Mono<OverviewFigures> overview(Scope scope) {
        var coverage = register.coverage(scope.year(), scope.bureau(), scope.ward()).map(Optional::of)
                .defaultIfEmpty(Optional.empty());
        return Sequentially.of(coverage, known(scope), rollups.fills(scope.months(), null, RunKey::procedure),
                rollups.cases(scope.months(), null, scope.office(), CaseKey::procedure))
                .map(found -> new OverviewFigures(found.getT1(), found.getT2().names(), found.getT2().hidden(),
                        chosen(found.getT3(), scope, found.getT2().names(), Function.identity()),
                        chosen(found.getT4(), scope, found.getT2().names(), Function.identity())));
    }

    public Mono<BottleneckFigures> bottlenecks(Scope scope) {
        return Sequentially
                .of(known(scope), rollups.pages(scope.months(), null), rollups.questions(scope.months(), null),
                        rollups.fills(scope.months(), null, RunKey::procedure),
                        rollups.cases(scope.months(), null, scope.office(),
                                key -> new CaseKey(key.procedure(), 0, key.office())))
                .map(found -> new BottleneckFigures(found.getT1().names(), found.getT1().hidden(),
                        chosen(found.getT2(), scope, found.getT1().names(), PageKey::procedure),
                        chosen(found.getT3(), scope, found.getT1().names(), QuestionKey::procedure), found.getT4(),
                        chosen(found.getT5(), scope, found.getT1().names(), CaseKey::procedure)));
    }

    /** One procedure; empty where nothing of that name is published and no figure tells of it. */
    public Mono<DetailFigures> procedure(Scope scope, ProcedureId procedure) {
        return Sequentially.of(known(scope), rollups.pages(scope.months(), procedure),
                rollups.questions(scope.months(), procedure), rollups.fills(scope.months(), procedure, key -> key),
                rollups.cases(scope.months(), procedure, scope.office(), key -> key))
                .filter(found -> found.getT1().names().titles().containsKey(procedure) || !found.getT4().isEmpty()
                        || !found.getT5().isEmpty())
                .map(found -> new DetailFigures(found.getT1().names(), found.getT1().hidden(), found.getT2(),
                        found.getT3(), found.getT4(),
                        found.getT5()));
    }

    private record Known(KnownNames names, Hidden hidden) {}

    private Mono<Known> known(Scope scope) {
        return names.known().flatMap(known -> hidden.of(scope.months(), known).map(found -> new Known(known, found)));
    }

    /** What can be chosen from. */
    public Mono<List<CoverageReport.Part>> bureaus(Scope scope) {
        return register.coverage(scope.year(), null, null).map(CoverageReport::byBureau).defaultIfEmpty(List.of());
    }

    private static <K, V> Map<K, V> chosen(Map<K, V> all, Scope scope, KnownNames names,
            Function<K, ProcedureId> procedure) {
        var bureau = scope.bureau();
        return bureau == null
                ? all
                : all.entrySet().stream().filter(one -> names.bureau(procedure.apply(one.getKey())).equals(bureau))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
