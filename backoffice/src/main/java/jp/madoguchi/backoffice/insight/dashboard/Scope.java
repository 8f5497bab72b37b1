package jp.madoguchi.backoffice.insight.dashboard;

import jp.madoguchi.forms.city.Ward;
import jp.madoguchi.forms.city.City;
import jp.madoguchi.backoffice.insight.rollup.Months;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

import jp.madoguchi.backoffice.reform.FiscalYear;

import org.jspecify.annotations.Nullable;

/**
 * What part of the city's work a page tells of.
 *
 * @param bureau one bureau only; null for all
 * @param ward one ward only; null for all
 * @param sample made-up facts instead of real ones; the two are never mixed
 */
public record Scope(FiscalYear year, @Nullable String bureau, @Nullable Ward ward, boolean sample) {

    /** From the parameters of an address; what makes no sense there is taken as not said. */
    public static Scope of(@Nullable String year, @Nullable String bureau, @Nullable String ward,
            @Nullable String facts,
            LocalDate today) {
        return new Scope(yearOf(year, today), bureau == null || bureau.isBlank() ? null : bureau,
                ward == null ? null : City.inForce().ward(ward).orElse(null), "sample".equals(facts));
    }

    private static FiscalYear yearOf(@Nullable String year, LocalDate today) {
        return year != null && year.matches("20\\d\\d") ? new FiscalYear(Integer.parseInt(year)) : FiscalYear.of(today);
    }

    /** What all cases of this part are. */
    public FigureSum sum() {
        return bureau == null ? FigureSum.city(office()) : FigureSum.bureau(bureau, office());
    }

    /** What all runs of filling in of this part are, which are not told apart by ward. */
    public FigureSum sumOfFills() {
        return bureau == null ? FigureSum.city("") : FigureSum.bureau(bureau, "");
    }

    public Months months() {
        return new Months(year.first().atDay(1), year.last().atDay(1), sample);
    }

    /** Code of the one office whose cases count; empty for all. */
    public String office() {
        return ward == null ? "" : City.inForce().officeOf(ward).id();
    }

    /** The parameters again, for links that stay in the same part. */
    public String query() {
        return "?year=" + year.year() + (bureau == null
                ? ""
                : "&bureau=" + URLEncoder.encode(bureau,
                        StandardCharsets.UTF_8))
                + (ward == null ? "" : "&ward=" + ward.id())
                + (sample ? "&facts=sample" : "");
    }

    /** The same part with the other kind of facts. */
    public Scope withSample(boolean made) {
        return new Scope(year, bureau, ward, made);
    }

    /** In words. */
    public String label() {
        return year.label() + "・" + (bureau == null ? "全局" : bureau) + "・" + (ward == null ? "全市" : ward.name());
    }
}
