package jp.madoguchi.backoffice.casework;

import java.time.Instant;
import java.util.UUID;
import jp.madoguchi.exchange.ReceiptNumber;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an application from the moment it arrived and never changes: whose it is and how it came.
 *
 * @param application the application's id at the portal
 * @param applicant the name to show, exactly as typed
 * @param mail where notices of progress go, null where the applicant gave none
 * @param language BCP 47 tag the applicant used
 * @param electronicNotice whether the applicant agreed to be notified electronically (デジタル手続法7条)
 */
public record Registration(UUID id, UUID application, String receiptNumber, String procedure, int procedureVersion,
        String procedureTitle, Channel channel, String applicant, @Nullable String mail, String language,
        boolean electronicNotice, Instant arrivedAt) {

    /** The receipt number as people read it. */
    public String number() {
        return ReceiptNumber.grouped(receiptNumber);
    }
}
