package jp.madoguchi.backoffice.insight;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import jp.madoguchi.backoffice.reform.CoverageReport;
import jp.madoguchi.backoffice.reform.Register;
import jp.madoguchi.platform.calendar.BusinessCalendar;

import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Puts the figures of a page together. */
@Component
class Dashboard {

    private final Register register;
    private final Rolled rolled;
    private final Names names;
    private final Duration businessDay;

    Dashboard(Register register, Rolled rolled, Names names, BusinessCalendar calendar) {
        this.register = register;
        this.rolled = rolled;
        this.names = names;
        this.businessDay = calendar.hours().length();
    }

    Mono<Overview> overview(Scope scope) {
        var coverage = register.coverage(scope.year(), scope.bureau(), scope.ward()).map(Optional::of)
                .defaultIfEmpty(Optional.empty());
        return OneByOne.of(coverage, names.known(), rolled.fills(scope, "", Rolled.FillKey::procedure),
                rolled.cases(scope, "", Rolled.CaseKey::procedure)).map(found -> {
                    var known = found.getT2();
                    var fills = ofBureau(found.getT3(), scope, known);
                    var cases = ofBureau(found.getT4(), scope, known);
                    var tables = new CaseTables(businessDay, known, scope);
                    var allFills = new FillSums();
                    fills.values().forEach(allFills::add);
                    var allCases = new CaseSums();
                    cases.values().forEach(allCases::add);
                    return new Overview(scope, found.getT1(), allFills, allCases,
                            found.getT1().map(report -> CoverageTables.of(report, scope)).orElse(List.of()),
                            FillTables.byProcedure(fills, known, scope), tables.byProcedure(cases),
                            tables.waits(allCases), businessDay);
                });
    }

    Mono<List<FigureTable>> bottlenecks(Scope scope) {
        return OneByOne.of(names.known(), rolled.pages(scope, ""), rolled.questions(scope, ""),
                rolled.fills(scope, "", Rolled.FillKey::procedure),
                rolled.cases(scope, "", key -> new Rolled.CaseKey(key.procedure(), 0, key.office()))).map(found -> {
                    var known = found.getT1();
                    var pages = found.getT2().stream()
                            .filter(page -> isOf(scope, known, page.key().procedure())).toList();
                    var questions = found.getT3().entrySet().stream()
                            .filter(one -> isOf(scope, known, one.getKey().procedure()))
                            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
                    var cases = found.getT5().entrySet().stream()
                            .filter(one -> isOf(scope, known, one.getKey().procedure()))
                            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
                    return List.of(FillTables.worstPages(pages, known, scope),
                            FillTables.questions(questions, found.getT4(), known, scope),
                            new CaseTables(businessDay, known, scope).longestWaits(cases));
                });
    }

    /** One procedure; empty where nothing of that name is published and no figure tells of it. */
    Mono<ProcedurePage> procedure(Scope scope, String procedure) {
        return OneByOne.of(names.known(), rolled.pages(scope, procedure), rolled.questions(scope, procedure),
                rolled.fills(scope, procedure, key -> key), rolled.cases(scope, procedure, key -> key))
                .filter(found -> found.getT1().titles().containsKey(procedure) || !found.getT4().isEmpty()
                        || !found.getT5().isEmpty())
                .map(found -> {
                    var known = found.getT1();
                    var fills = found.getT4();
                    var cases = found.getT5();
                    var tables = new CaseTables(businessDay, known, scope);
                    var all = new CaseSums();
                    cases.values().forEach(all::add);
                    var list = new ArrayList<FigureTable>();
                    list.add(FillTables.funnel(procedure, found.getT2(), known));
                    list.add(FillTables.questions(found.getT3(), Groups.fills(fills, Rolled.FillKey::procedure), known,
                            scope));
                    list.add(FillTables.byVersion(Groups.fills(fills, Rolled.FillKey::version)));
                    list.add(FillTables.byDevice(Groups.fills(fills, Rolled.FillKey::device)));
                    list.add(tables.byVersion(Groups.cases(cases, Rolled.CaseKey::version)));
                    list.add(tables.byOffice(Groups.cases(cases, Rolled.CaseKey::office)));
                    list.add(tables.waits(all));
                    return new ProcedurePage(procedure, known.title(procedure), scope, list);
                });
    }

    private static <V> Map<String, V> ofBureau(Map<String, V> byProcedure, Scope scope, Names.Known known) {
        return byProcedure.entrySet().stream().filter(one -> isOf(scope, known, one.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static boolean isOf(Scope scope, Names.Known known, String procedure) {
        return scope.bureau() == null || known.bureau(procedure).equals(scope.bureau());
    }

    /** What can be filtered by. */
    Mono<List<CoverageReport.Part>> bureaus(Scope scope) {
        return register.coverage(scope.year(), null, null).map(CoverageReport::byBureau).defaultIfEmpty(List.of());
    }
}
