package jp.madoguchi.backoffice.casework;

import com.fasterxml.jackson.annotation.JsonInclude;
import jp.madoguchi.forms.definition.StandardPeriod;
import jp.madoguchi.forms.definition.StatutoryPeriod;
import org.jspecify.annotations.Nullable;

/**
 * By which rules the periods of a case are counted, as they stood when it arrived. Its shape is part of the record.
 *
 * @param calendar whether the standard processing period counts every day of the calendar, not only open ones
 * @param statutory the period a law sets; null where none does
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Periods(boolean calendar, @Nullable Statutory statutory) {

    /** A standard period in days on which the offices are open, and none by law. */
    static final Periods USUAL = new Periods(false, null);

    /**
     * In days of the calendar from arrival; the day after counts as 1.
     *
     * @param pauses whether it stands still while a correction is with the applicant
     * @param extendable whether the office may take longer if it says why
     * @param longest the most it can be extended to; null for no limit
     * @param deemed whether silence may be taken as a refusal (みなし却下)
     * @param deemedAfter after how many days; null for the end of the period
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Statutory(int days, String law, boolean pauses, boolean extendable, @Nullable Integer longest,
            boolean deemed, @Nullable Integer deemedAfter) {

        static Statutory of(StatutoryPeriod period) {
            var extension = period.extension();
            var deemed = period.deemedRefusal();
            return new Statutory(period.days(), period.law(), period.pauses(), extension != null,
                    extension == null ? null : extension.longest(), deemed != null,
                    deemed == null ? null : deemed.after());
        }
    }

    /** As a definition says. */
    public static Periods of(StandardPeriod period) {
        var statutory = period.statutory();
        return new Periods(period.unit() == StandardPeriod.Unit.DAYS,
                statutory == null ? null : Statutory.of(statutory));
    }

    /** In words: 「30開庁日」, 「14日（暦日）、法定14日」. */
    public static String words(StandardPeriod period) {
        var statutory = period.statutory();
        return period.length() + (period.unit() == StandardPeriod.Unit.DAYS ? "日（暦日）" : "開庁日")
                + (statutory == null ? "" : "、法定" + statutory.days() + "日");
    }
}
