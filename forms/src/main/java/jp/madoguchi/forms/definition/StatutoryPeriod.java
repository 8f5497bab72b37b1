package jp.madoguchi.forms.definition;

import org.jspecify.annotations.Nullable;

/**
 * The period in which a law wants the decision (法定の処理期間), in days of the calendar: 生活保護法 24条5項 (14日), 介護保険法 27条11項
 * (30日).
 *
 * @param days 1 to 400
 * @param law as printed: 「生活保護法第24条第5項」
 * @param pauses whether it stands still while a correction is with the applicant; not unless the law says so
 * @param extension null where the law knows none
 * @param deemedRefusal null where silence means nothing
 */
public record StatutoryPeriod(int days, String law, boolean pauses, @Nullable Extension extension,
        @Nullable DeemedRefusal deemedRefusal) {

    public StatutoryPeriod {
        if (days < 1 || days > 400) {
            throw new IllegalArgumentException("statutory period of " + days + " days");
        }
    }

    /**
     * The office may take longer if it tells the applicant why, in writing and in time.
     *
     * @param longest up to how many days from arrival; null where the law leaves it to the office to name the day
     */
    public record Extension(@Nullable Integer longest, String law) {}

    /**
     * Without a notice in time the applicant may take the application as refused (みなし却下). Never done by the program: it warns.
     *
     * @param after how many days from arrival; null for the last day of the period, extended or not
     */
    public record DeemedRefusal(@Nullable Integer after, String law) {}
}
