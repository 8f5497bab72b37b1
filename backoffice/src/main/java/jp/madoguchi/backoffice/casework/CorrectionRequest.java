package jp.madoguchi.backoffice.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What the applicant is asked to put right (補正, 行政手続法7条).
 *
 * @param fields paths of the answers in question; empty where the reason alone says it
 * @param answerBy the end of the reasonable period (相当の期間), at least a day ahead
 */
public record CorrectionRequest(UUID id, String reason, List<String> fields, LocalDate answerBy) {
    public CorrectionRequest {
        fields = List.copyOf(fields);
        if (reason.isBlank()) {
            throw new IllegalArgumentException("a correction request needs its reason");
        }
    }
}
