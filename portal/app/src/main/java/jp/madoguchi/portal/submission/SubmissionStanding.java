package jp.madoguchi.portal.submission;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import jp.madoguchi.exchange.ApplicationUpdate.Outcome;
import jp.madoguchi.exchange.ApplicationUpdate.Stage;
import jp.madoguchi.exchange.ReceiptNumber;
import jp.madoguchi.forms.ProcedureId;
import jp.madoguchi.portal.notice.Recipient;
import org.jspecify.annotations.Nullable;

/**
 * An application that was handed in, and where it stands.
 *
 * @param interview from which it was begun, null for none
 * @param hasWord whether the applicant chose an own word for asking without an account
 * @param noticeConsent whether the notice is to come electronically, as the applicant chose last
 * @param sequence of the last update from the back office that counts; 0 before the first
 * @param office who has it, null until the back office says so
 * @param expectedBy when a decision may be expected, null where unknown or while the clock stands
 * @param outcome null until decided
 * @param withdrawnAt when the applicant withdrew it, null if not
 */
public record SubmissionStanding(UUID id, @Nullable UUID interview, ReceiptNumber receiptNumber, ProcedureId procedure,
        int version,
        String language,
        @Nullable UUID account, boolean hasWord,
        @Nullable String mail, boolean noticeConsent, Instant arrivedAt, long sequence, Stage stage, Instant stageAt,
        @Nullable String office, @Nullable LocalDate expectedBy, @Nullable Outcome outcome,
        @Nullable Instant withdrawnAt) {

    public boolean isClosed() {
        return withdrawnAt != null || isClosed(stage);
    }

    /** Whether nothing is open any more at this stage. */
    public static boolean isClosed(Stage stage) {
        return switch (stage) {
            case DECIDED, ISSUED, RECORDED, WITHDRAWN -> true;
            case ARRIVED, IN_EXAMINATION, AWAITING_CORRECTION, AWAITING_APPROVAL -> false;
        };
    }

    /** Whether a notice is still to come, so that its way can be chosen; the decision alone does not send it. */
    public boolean awaitsNotice() {
        return withdrawnAt == null && (!isClosed(stage) || stage == Stage.DECIDED);
    }

    /** An applicant may withdraw any time before the decision. */
    public boolean mayBeWithdrawn() {
        return !isClosed();
    }

    /** Whom mails about it go to; empty where the applicant gave no address. */
    public Optional<Recipient> recipient() {
        return Optional.ofNullable(mail).map(to -> new Recipient(to, language,
                receiptNumber, procedure, version, office, account != null || hasWord));
    }
}
