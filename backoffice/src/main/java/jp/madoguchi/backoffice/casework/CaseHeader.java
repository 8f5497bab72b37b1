package jp.madoguchi.backoffice.casework;

import java.time.Instant;
import java.util.UUID;
import jp.madoguchi.exchange.ReceiptNumber;
import jp.madoguchi.forms.ProcedureId;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.answer.Answers;
import jp.madoguchi.forms.definition.Procedure;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an application apart from its course: whose it is and how it came. Only a correction changes it.
 *
 * @param application the application's id at the portal
 * @param receiptNumber as it arrived; text, since numbers of other systems are possible here, see {@link #number()}
 * @param applicant the name to show, exactly as typed
 * @param mail where notices of progress go, null where the applicant gave none
 * @param language BCP 47 tag the applicant used
 * @param electronicNotice whether the applicant agrees to be notified electronically, as they said last (デジタル手続法7条)
 */
public record CaseHeader(UUID id, UUID application, String receiptNumber, ProcedureId procedure, int procedureVersion,
        String procedureTitle, Channel channel, String applicant, @Nullable String mail, String language,
        boolean electronicNotice, Instant arrivedAt) {

    /** The name to show for these answers, exactly as typed: at arrival and after each correction. */
    public static String applicantOf(Procedure procedure, Answers answers) {
        return answers.get(procedure.applicantName()).map(answer -> switch (answer) {
            case Answer.PersonName name -> name.full();
            case Answer.Text text -> text.value();
            default -> "";
        }).filter(name -> !name.isBlank()).orElse("（氏名の記入なし）");
    }

    /**
     * The same application after its answers were corrected.
     *
     * @param newMail where notices of progress go from now on, null for nowhere
     */
    public CaseHeader corrected(Procedure of, Answers answers, @Nullable String newMail) {
        return new CaseHeader(id, application, receiptNumber, procedure, procedureVersion, procedureTitle, channel,
                applicantOf(of, answers), newMail, language, electronicNotice, arrivedAt);
    }

    /** The same application after the applicant chose how the notice comes. */
    CaseHeader notified(boolean electronically) {
        return new CaseHeader(id, application, receiptNumber, procedure, procedureVersion, procedureTitle, channel,
                applicant, mail, language, electronically, arrivedAt);
    }

    /** The receipt number as people read it. */
    public String number() {
        return ReceiptNumber.grouped(receiptNumber);
    }
}
