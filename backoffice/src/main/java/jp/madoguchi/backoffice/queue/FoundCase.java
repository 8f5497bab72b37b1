package jp.madoguchi.backoffice.queue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import jp.madoguchi.backoffice.casework.CaseState;
import jp.madoguchi.exchange.ReceiptNumber;
import org.jspecify.annotations.Nullable;

/**
 * A case as the list of what was found shows it.
 *
 * @param holder name of who has it in hand, empty where nobody has
 * @param closedAt null while it is open
 */
public record FoundCase(UUID id, String receiptNumber, String procedure, String applicant, CaseState state,
        String office, String holder, Instant arrivedAt, @Nullable Instant closedAt) {

    /** The receipt number as people read it. */
    public String number() {
        return ReceiptNumber.grouped(receiptNumber);
    }

    public String href() {
        return "/cases/" + id;
    }

    String cursor() {
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString((arrivedAt + "|" + id).getBytes(StandardCharsets.US_ASCII));
    }
}
