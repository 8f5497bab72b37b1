package jp.madoguchi.exchange;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Where an application stands, as the applicant sees it.
 *
 * @param sequence rises with every update of one application; an older one never overwrites a newer stage
 * @param office display name of the office that has it
 * @param expectedBy when a decision may be expected by the standard processing period; null where the clock stands
 * @param correction what is asked of the applicant; set exactly where the stage is {@code AWAITING_CORRECTION}
 * @param outcome set once decided or recorded
 * @param message words of the office to the applicant
 * @param document a document stored beforehand, now available
 * @param takenOut texts that two persons of the office took out of the record; where one of them stands in what was written about
 * this application, it is taken out there too
 */
public record ApplicationUpdate(UUID id, long sequence, Instant at, Stage stage, String office,
        @Nullable LocalDate expectedBy, @Nullable CorrectionRequest correction, @Nullable Outcome outcome,
        @Nullable String message, @Nullable UUID document, @Nullable List<TakenOut> takenOut) {

    public ApplicationUpdate {
        takenOut = takenOut == null ? List.of() : List.copyOf(takenOut);
    }

    /** In which nothing is taken out. */
    public ApplicationUpdate(UUID id, long sequence, Instant at, Stage stage, String office,
            @Nullable LocalDate expectedBy, @Nullable CorrectionRequest correction, @Nullable Outcome outcome,
            @Nullable String message, @Nullable UUID document) {
        this(id, sequence, at, stage, office, expectedBy, correction, outcome, message, document, List.of());
    }

    /** Never null. */
    @Override
    public List<TakenOut> takenOut() {
        return takenOut == null ? List.of() : takenOut;
    }

    /** The same without what would tell of a text that was taken out. */
    public ApplicationUpdate discreet() {
        return new ApplicationUpdate(id, sequence, at, stage, office, expectedBy, correction, outcome, message,
                document);
    }

    /**
     * A text without saying it.
     *
     * @param salt any characters, new each time
     * @param sha256 over the salt, a line feed and the text in UTF-8, lower-case hex
     */
    public record TakenOut(String salt, String sha256) {}

    public enum Stage {
        ARRIVED, IN_EXAMINATION, AWAITING_CORRECTION, AWAITING_APPROVAL, DECIDED, ISSUED, RECORDED, WITHDRAWN
    }

    /** {@code RETURNED}: a notification (届出) that is not complete in form, or the second for the same; it was not recorded. */
    public enum Outcome {
        APPROVED, REFUSED, DISMISSED, RECORDED, RETURNED
    }

    /**
     * A correction request (補正, 行政手続法 7条).
     *
     * @param fields paths of the answers to look at again ({@code question} or {@code repeat.row.question}); empty where the
     * reason alone says it
     * @param answerBy the end of the reasonable period (相当の期間)
     */
    public record CorrectionRequest(UUID id, String reason, List<String> fields, LocalDate answerBy) {
        public CorrectionRequest {
            fields = List.copyOf(fields);
        }
    }
}
