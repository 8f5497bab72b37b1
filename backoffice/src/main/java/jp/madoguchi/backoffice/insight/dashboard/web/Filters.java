package jp.madoguchi.backoffice.insight.dashboard.web;

import jp.madoguchi.backoffice.insight.dashboard.Scope;
import java.util.List;
import java.util.stream.IntStream;

import gg.jte.Content;
import jp.madoguchi.backoffice.reform.CoverageReport;
import jp.madoguchi.backoffice.reform.FiscalYear;
import jp.madoguchi.forms.city.City;
import jp.madoguchi.platform.pagekit.Controls;
import jp.madoguchi.platform.pagekit.Field;
import jp.madoguchi.platform.pagekit.Option;

/**
 * The choice of what part of the city's work is shown.
 *
 * @param action the page's own address
 * @param thisYear the running fiscal year
 * @param bureaus those the register knows
 */
public record Filters(String action, Scope scope, FiscalYear thisYear, List<CoverageReport.Part> bureaus) {

    private static final int YEARS = 6;

    public Filters {
        bureaus = List.copyOf(bureaus);
    }

    public Content year() {
        var years = IntStream.range(-1, YEARS - 1).mapToObj(back -> new FiscalYear(thisYear.year() - back))
                .map(year -> Option.of(String.valueOf(year.year()), year.label())).toList();
        return Controls.select(Field.silent("year", "年度"), years, String.valueOf(scope.year().year()), "");
    }

    public Content bureau() {
        var chosen = scope.bureau();
        return Controls.select(Field.silent("bureau", "局"),
                bureaus.stream().map(part -> Option.of(part.code(), part.label())).toList(),
                chosen == null ? "" : chosen, "全局");
    }

    public Content ward() {
        var chosen = scope.ward();
        return Controls.select(Field.silent("ward", "区"),
                City.inForce().wards().stream().map(ward -> Option.of(ward.id(), ward.name())).toList(),
                chosen == null ? "" : chosen.id(), "全市");
    }
}
