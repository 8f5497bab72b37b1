package jp.madoguchi.forms.definition;

/**
 * The wording of the notices; placeholders in {@code {name}} form: applicant, procedure, receipt-number, arrival-date,
 * decision-date, document-number, reason.
 *
 * @param approvedTitle 「児童手当 認定通知書」; for a notification, the title of the receipt of it
 */
public record Notices(String issuer, String approvedTitle, String approvedBody, String refusedTitle,
        String refusedBody) {}
