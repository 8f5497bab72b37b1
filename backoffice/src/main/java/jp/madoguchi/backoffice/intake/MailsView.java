package jp.madoguchi.backoffice.intake;

import java.util.List;
import java.util.Map;
import jp.madoguchi.exchange.LostMails;

/**
 * Mails of the portal that reached nobody.
 *
 * @param known whether the portal answered
 * @param wrong what to mend in what was typed, by field
 */
public record MailsView(boolean known, List<LostMails> lost, MailChoice choice, Map<String, String> wrong,
        List<MailResends.Resend> resends) {

    public MailsView {
        lost = List.copyOf(lost);
        wrong = Map.copyOf(wrong);
        resends = List.copyOf(resends);
    }

    public long mails() {
        return lost.stream().mapToLong(LostMails::mails).sum();
    }

    public String wrong(String field) {
        return wrong.getOrDefault(field, "");
    }
}
