package jp.madoguchi.backoffice.audit;

import java.time.Instant;
import java.util.UUID;

/**
 * The state of a case's record.
 *
 * @param events how many events it has
 * @param trouble what is wrong, empty where the chain is whole
 */
public record ChainCheck(UUID caseId, String receiptNumber, String procedure, String office, Instant arrivedAt,
        int events, String trouble) {

    public boolean isWhole() {
        return trouble.isEmpty();
    }
}
