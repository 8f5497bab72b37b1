package jp.madoguchi.forms.definition;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The wording of the notices; placeholders in {@code {name}} form: applicant, procedure, receipt-number, arrival-date,
 * decision-date, document-number, reason.
 *
 * @param approvedTitle 「児童手当 認定通知書」; for a notification, the title of the receipt of it
 * @param dismissed the wording where the application itself was not lawful (却下); null for the usual one
 * @param lines what an approving notice names under 記
 * @param childAllowance which answers the child allowance is worked out from; null for every other procedure
 */
public record Notices(String issuer, String approvedTitle, String approvedBody, String refusedTitle,
        String refusedBody, @Nullable Letter dismissed, List<NoticeLine> lines,
        @Nullable ChildAllowance childAllowance) {

    public Notices {
        lines = List.copyOf(lines);
    }

    public record Letter(String title, String body) {}
}
