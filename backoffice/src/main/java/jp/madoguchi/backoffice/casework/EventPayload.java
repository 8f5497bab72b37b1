package jp.madoguchi.backoffice.casework;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a case. The names and shapes are a record kept for decades: a published one is never changed, only joined
 * by new ones.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({@JsonSubTypes.Type(value = EventPayload.Arrived.class, name = "arrived"),
        @JsonSubTypes.Type(value = EventPayload.Claimed.class, name = "claimed"),
        @JsonSubTypes.Type(value = EventPayload.Released.class, name = "released"),
        @JsonSubTypes.Type(value = EventPayload.LeaseExpired.class, name = "lease-expired"),
        @JsonSubTypes.Type(value = EventPayload.TakenOver.class, name = "taken-over"),
        @JsonSubTypes.Type(value = EventPayload.NoteAdded.class, name = "note-added"),
        @JsonSubTypes.Type(value = EventPayload.Transferred.class, name = "transferred"),
        @JsonSubTypes.Type(value = EventPayload.CorrectionRequested.class, name = "correction-requested"),
        @JsonSubTypes.Type(value = EventPayload.CorrectionArrived.class, name = "correction-arrived"),
        @JsonSubTypes.Type(value = EventPayload.CorrectionCameLate.class, name = "correction-came-late"),
        @JsonSubTypes.Type(value = EventPayload.GivenBack.class, name = "given-back"),
        @JsonSubTypes.Type(value = EventPayload.CorrectionLapsed.class, name = "correction-lapsed"),
        @JsonSubTypes.Type(value = EventPayload.PeriodExtended.class, name = "period-extended"),
        @JsonSubTypes.Type(value = EventPayload.SentForApproval.class, name = "sent-for-approval"),
        @JsonSubTypes.Type(value = EventPayload.CorrectionRecalled.class, name = "correction-recalled"),
        @JsonSubTypes.Type(value = EventPayload.CorrectionAnsweredElsewhere.class, name = "correction-answered-elsewhere"),
        @JsonSubTypes.Type(value = EventPayload.CorrectionExtended.class, name = "correction-extended"),
        @JsonSubTypes.Type(value = EventPayload.ProposalTakenBack.class, name = "proposal-taken-back"),
        @JsonSubTypes.Type(value = EventPayload.ExaminationHandedBack.class, name = "examination-handed-back"),
        @JsonSubTypes.Type(value = EventPayload.SentBack.class, name = "sent-back"),
        @JsonSubTypes.Type(value = EventPayload.Decided.class, name = "decided"),
        @JsonSubTypes.Type(value = EventPayload.Recorded.class, name = "recorded"),
        @JsonSubTypes.Type(value = EventPayload.NotificationReturned.class, name = "notification-returned"),
        @JsonSubTypes.Type(value = EventPayload.NoticeIssued.class, name = "notice-issued"),
        @JsonSubTypes.Type(value = EventPayload.NoticeToPost.class, name = "notice-to-post"),
        @JsonSubTypes.Type(value = EventPayload.NoticePosted.class, name = "notice-posted"),
        @JsonSubTypes.Type(value = EventPayload.PostingUndone.class, name = "posting-undone"),
        @JsonSubTypes.Type(value = EventPayload.NoticeOpened.class, name = "notice-opened"),
        @JsonSubTypes.Type(value = EventPayload.NoticeWayChosen.class, name = "notice-way-chosen"),
        @JsonSubTypes.Type(value = EventPayload.Withdrawn.class, name = "withdrawn"),
        @JsonSubTypes.Type(value = EventPayload.WithdrawalCameLate.class, name = "withdrawal-came-late"),
        @JsonSubTypes.Type(value = EventPayload.Reopened.class, name = "reopened"),
        @JsonSubTypes.Type(value = EventPayload.MessageReceived.class, name = "message-received"),
        @JsonSubTypes.Type(value = EventPayload.MessageSent.class, name = "message-sent"),
        @JsonSubTypes.Type(value = EventPayload.RedactionAsked.class, name = "redaction-asked"),
        @JsonSubTypes.Type(value = EventPayload.RedactionDeclined.class, name = "redaction-declined"),
        @JsonSubTypes.Type(value = EventPayload.Redacted.class, name = "redacted"),
        @JsonSubTypes.Type(value = EventPayload.MessagesRead.class, name = "messages-read")})
public sealed interface EventPayload {

    /**
     * 到達 (デジタル手続法6条3項).
     *
     * @param standardDays length of the standard processing period
     * @param periods how it is counted, and the period of the law; null for open days and none
     * @param received what came in; null where it arrived before events vouched for it
     */
    record Arrived(String receiptNumber, String procedure, int version, String contentHash, Channel channel,
            String office, boolean notification, int standardDays,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Periods periods,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Received received) implements EventPayload {

        /** Before it is said what came in. */
        public Arrived(String receiptNumber, String procedure, int version, String contentHash, Channel channel,
                String office, boolean notification, int standardDays, @Nullable Periods periods) {
            this(receiptNumber, procedure, version, contentHash, channel, office, notification, standardDays, periods,
                    null);
        }

        Arrived with(Received came) {
            return new Arrived(receiptNumber, procedure, version, contentHash, channel, office, notification,
                    standardDays, periods, came);
        }

        /** With a standard period in open days and none by law. */
        public Arrived(String receiptNumber, String procedure, int version, String contentHash, Channel channel,
                String office, boolean notification, int standardDays) {
            this(receiptNumber, procedure, version, contentHash, channel, office, notification, standardDays, null,
                    null);
        }
    }

    record Claimed() implements EventPayload {}

    record Released() implements EventPayload {}

    /** Nobody touched the claimed case for the length of the lease; it went back to the queue. */
    record LeaseExpired() implements EventPayload {}

    /** A chief took the case out of someone's hands. */
    record TakenOver(String from, String reason) implements EventPayload {}

    record NoteAdded(NoteKind kind, String text) implements EventPayload {}

    /** The case belongs to another office. */
    record Transferred(String from, String to, String reason) implements EventPayload {}

    /** 補正の求め (行政手続法7条); the clock stands until the answer. */
    record CorrectionRequested(UUID correction, String reason, List<String> fields,
            LocalDate answerBy) implements EventPayload {
        public CorrectionRequested {
            fields = List.copyOf(fields);
        }
    }

    /**
     * @param revision the revision of the answers that came with it
     * @param received what came in; null where it arrived before events vouched for it
     */
    record CorrectionArrived(UUID correction, int revision,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Received received) implements EventPayload {

        CorrectionArrived(UUID correction, Received received) {
            this(correction, received.revision(), received);
        }
    }

    /** The answer to a request that was over by then. It is kept as a further revision, and the clerk is told. */
    record CorrectionCameLate(UUID correction, Received received) implements EventPayload {}

    /** After a correction arrived: the case is again in the hands of the clerk who asked for it. */
    record GivenBack(String staff, String name) implements EventPayload {}

    /** The period for the answer passed without one; the examination goes on with what there is. */
    record CorrectionLapsed(UUID correction) implements EventPayload {}

    /** The office takes the request back: it was a mistake. The clock runs again. */
    record CorrectionRecalled(UUID correction, String reason) implements EventPayload {}

    /** The applicant answered at the counter or by telephone; what was said is kept. The clock runs again. */
    record CorrectionAnsweredElsewhere(UUID correction, AnsweredAt where, String said) implements EventPayload {}

    /** Where an applicant answers who does not answer online. */
    enum AnsweredAt {
        COUNTER("窓口"), PHONE("電話");

        private final String label;

        AnsweredAt(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** The applicant has longer for the answer. */
    record CorrectionExtended(UUID correction, LocalDate answerBy, String reason) implements EventPayload {}

    /** Who proposed a decision wants it back before it is decided. */
    record ProposalTakenBack() implements EventPayload {}

    /** An approver who had taken the case over leaves its examination to others, from the beginning. */
    record ExaminationHandedBack(String reason) implements EventPayload {}

    /**
     * The applicant is told why the decision takes longer than the law's period, and until when (生活保護法24条5項ただし書,
     * 介護保険法27条11項ただし書).
     */
    record PeriodExtended(LocalDate until, String reason) implements EventPayload {}

    record SentForApproval(Proposal proposal) implements EventPayload {}

    record SentBack(String reason) implements EventPayload {}

    record Decided(Proposal decision) implements EventPayload {}

    /** A notification (届出) is formally complete and is recorded; it took effect on arrival (行政手続法37条). */
    record Recorded() implements EventPayload {}

    /**
     * A notification that is not complete in form, or the second for the same, is given back (返戻); it was not recorded.
     *
     * @param duplicateOf receipt number of the first one, null where it is defective
     * @param reason as the applicant reads it
     */
    record NotificationReturned(@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String duplicateOf,
            String reason) implements EventPayload {}

    /** @param sha256 of the notice's bytes, lower-case hex */
    record NoticeIssued(UUID document, String number, String name, String sha256) implements EventPayload {}

    /**
     * The notice is made and waits to be posted: the applicant did not agree to be notified electronically. The case is not closed yet.
     *
     * @param sha256 of the notice's bytes, lower-case hex
     */
    record NoticeToPost(UUID document, String number, String name, String sha256) implements EventPayload {}

    /** The notice went out by post on this day; the case is closed. */
    record NoticePosted(UUID document, LocalDate postedOn) implements EventPayload {}

    /** The mark of posting was a mistake; the notice waits again. */
    record PostingUndone(UUID document, String reason) implements EventPayload {}

    /**
     * The applicant opened the notice at the portal, or took it home, for the first time.
     *
     * @param openedAt when, by the portal's clock
     */
    record NoticeOpened(UUID document, boolean downloaded, Instant openedAt) implements EventPayload {}

    /**
     * The applicant took back the consent to be notified electronically, or gave it (デジタル手続法7条1項ただし書).
     *
     * @param electronic whether the notice is to come electronically from now on
     * @param chosenAt when, by the portal's clock
     */
    record NoticeWayChosen(boolean electronic, Instant chosenAt) implements EventPayload {}

    record Withdrawn(String reason) implements EventPayload {}

    /** The applicant withdrew when it was already decided; the decision stands. */
    record WithdrawalCameLate(String reason) implements EventPayload {}

    record Reopened(String reason) implements EventPayload {}

    record MessageReceived(String text) implements EventPayload {}

    record MessageSent(String text) implements EventPayload {}

    /**
     * Somebody asks to take out what must not stand in the record: the words of an event, or an answer in all revisions.
     *
     * @param event sequence of the event, null where an answer is meant
     * @param answer path of the answer, null where an event is meant
     */
    record RedactionAsked(UUID redaction, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer event,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String answer,
            String reason) implements EventPayload {}

    /** Another person looked at it, and it stays. */
    record RedactionDeclined(UUID redaction) implements EventPayload {}

    /** Another person confirmed it. From now on the record vouches for what stands in the place of the old texts. */
    record Redacted(UUID redaction, List<Replaced> replaced) implements EventPayload {

        public Redacted {
            replaced = List.copyOf(replaced);
        }

        /**
         * @param event sequence of the event that was replaced, null for answers
         * @param revision of the answers that were replaced, null for an event
         * @param hash of an event: SHA-256 over the event's own hash, a line feed and its new bytes; of answers: their new seal
         */
        public record Replaced(@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer event,
                @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer revision, String hash) {}
    }

    /**
     * Somebody of the office read what the applicant wrote, and nothing had to be answered.
     *
     * @param upTo sequence of the newest message they had before them
     */
    record MessagesRead(int upTo) implements EventPayload {}
}
