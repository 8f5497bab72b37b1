package jp.madoguchi.exchange;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Something a resident handed in at the portal, to be taken over by the back office.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({@JsonSubTypes.Type(value = Consignment.Submitted.class, name = "submitted"),
        @JsonSubTypes.Type(value = Consignment.Corrected.class, name = "corrected"),
        @JsonSubTypes.Type(value = Consignment.Withdrawn.class, name = "withdrawn"),
        @JsonSubTypes.Type(value = Consignment.MessageSent.class, name = "message"),
        @JsonSubTypes.Type(value = Consignment.NoticeOpened.class, name = "notice-opened"),
        @JsonSubTypes.Type(value = Consignment.NoticeWayChosen.class, name = "notice-way-chosen")})
public sealed interface Consignment {

    /** Unique per consignment; the receiver tells repeats by it. */
    UUID id();

    /** The application (submission) it belongs to. */
    UUID application();

    /** When it was durably recorded at the portal. */
    Instant at();

    /**
     * An application arrived (到達, デジタル手続法 6条3項): answers and attachments are durable.
     *
     * @param answers document of effective answers keyed by question id
     * @param language BCP 47 tag the applicant used
     * @param electronicNoticeConsent whether the applicant agreed, when handing in, to be notified electronically (デジタル手続法 7条)
     * @param mail where notices of progress go, null where the applicant gave none
     * @param traceparent the step of a trace in which it was handed in, as W3C Trace Context writes it; null for none
     */
    record Submitted(UUID id, UUID application, Instant at, String receiptNumber, String procedure, int version,
            String contentHash, JsonNode answers, List<Attachment> attachments, String language,
            boolean electronicNoticeConsent, @Nullable String mail,
            @Nullable String traceparent) implements Consignment {
        public Submitted {
            attachments = List.copyOf(attachments);
        }

        /** One outside of any trace. */
        public Submitted(UUID id, UUID application, Instant at, String receiptNumber, String procedure, int version,
                String contentHash, JsonNode answers, List<Attachment> attachments, String language,
                boolean electronicNoticeConsent, @Nullable String mail) {
            this(id, application, at, receiptNumber, procedure, version, contentHash, answers, attachments, language,
                    electronicNoticeConsent, mail, null);
        }
    }

    /**
     * The answer to a correction request (補正).
     *
     * @param answers as in {@link Submitted}; other answers than the request asks for are as they were handed in before, except
     * those asked only because of a corrected one and those that would be wrong beside it
     * @param mail where notices of progress go from now on, null for nowhere
     */
    record Corrected(UUID id, UUID application, Instant at, UUID correction, JsonNode answers,
            List<Attachment> attachments, @Nullable String mail) implements Consignment {
        public Corrected {
            attachments = List.copyOf(attachments);
        }
    }

    record Withdrawn(UUID id, UUID application, Instant at, @Nullable String reason) implements Consignment {}

    record MessageSent(UUID id, UUID application, Instant at, String text) implements Consignment {}

    /**
     * The applicant opened a document for the first time, or downloaded it for the first time (到達の記録, デジタル手続法 7条3項).
     *
     * @param downloaded whether it was taken home; else it was opened in the browser
     */
    record NoticeOpened(UUID id, UUID application, Instant at, UUID document,
            boolean downloaded) implements Consignment {}

    /**
     * The applicant took back the consent to be notified electronically, or gave it, before the notice was there (デジタル手続法
     * 7条1項ただし書).
     *
     * @param electronic whether the notice is to come electronically from now on
     */
    record NoticeWayChosen(UUID id, UUID application, Instant at, boolean electronic) implements Consignment {}

    /** @param sha256 lower-case hex */
    record Attachment(UUID id, String question, String name, long bytes, String sha256, String mediaType) {}
}
