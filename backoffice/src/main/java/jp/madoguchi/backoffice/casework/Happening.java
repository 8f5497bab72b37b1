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
@JsonSubTypes({@JsonSubTypes.Type(value = Happening.Arrived.class, name = "arrived"),
        @JsonSubTypes.Type(value = Happening.Claimed.class, name = "claimed"),
        @JsonSubTypes.Type(value = Happening.Released.class, name = "released"),
        @JsonSubTypes.Type(value = Happening.LeaseExpired.class, name = "lease-expired"),
        @JsonSubTypes.Type(value = Happening.TakenOver.class, name = "taken-over"),
        @JsonSubTypes.Type(value = Happening.NoteAdded.class, name = "note-added"),
        @JsonSubTypes.Type(value = Happening.Transferred.class, name = "transferred"),
        @JsonSubTypes.Type(value = Happening.CorrectionRequested.class, name = "correction-requested"),
        @JsonSubTypes.Type(value = Happening.CorrectionArrived.class, name = "correction-arrived"),
        @JsonSubTypes.Type(value = Happening.CorrectionCameLate.class, name = "correction-came-late"),
        @JsonSubTypes.Type(value = Happening.GivenBack.class, name = "given-back"),
        @JsonSubTypes.Type(value = Happening.CorrectionLapsed.class, name = "correction-lapsed"),
        @JsonSubTypes.Type(value = Happening.PeriodExtended.class, name = "period-extended"),
        @JsonSubTypes.Type(value = Happening.SentForApproval.class, name = "sent-for-approval"),
        @JsonSubTypes.Type(value = Happening.CorrectionRecalled.class, name = "correction-recalled"),
        @JsonSubTypes.Type(value = Happening.CorrectionAnsweredElsewhere.class, name = "correction-answered-elsewhere"),
        @JsonSubTypes.Type(value = Happening.CorrectionExtended.class, name = "correction-extended"),
        @JsonSubTypes.Type(value = Happening.ProposalTakenBack.class, name = "proposal-taken-back"),
        @JsonSubTypes.Type(value = Happening.ExaminationHandedBack.class, name = "examination-handed-back"),
        @JsonSubTypes.Type(value = Happening.SentBack.class, name = "sent-back"),
        @JsonSubTypes.Type(value = Happening.Decided.class, name = "decided"),
        @JsonSubTypes.Type(value = Happening.Recorded.class, name = "recorded"),
        @JsonSubTypes.Type(value = Happening.NotificationReturned.class, name = "notification-returned"),
        @JsonSubTypes.Type(value = Happening.NoticeIssued.class, name = "notice-issued"),
        @JsonSubTypes.Type(value = Happening.NoticeToPost.class, name = "notice-to-post"),
        @JsonSubTypes.Type(value = Happening.NoticePosted.class, name = "notice-posted"),
        @JsonSubTypes.Type(value = Happening.PostingUndone.class, name = "posting-undone"),
        @JsonSubTypes.Type(value = Happening.NoticeOpened.class, name = "notice-opened"),
        @JsonSubTypes.Type(value = Happening.NoticeWayChosen.class, name = "notice-way-chosen"),
        @JsonSubTypes.Type(value = Happening.Withdrawn.class, name = "withdrawn"),
        @JsonSubTypes.Type(value = Happening.WithdrawalCameLate.class, name = "withdrawal-came-late"),
        @JsonSubTypes.Type(value = Happening.Reopened.class, name = "reopened"),
        @JsonSubTypes.Type(value = Happening.MessageReceived.class, name = "message-received"),
        @JsonSubTypes.Type(value = Happening.MessageSent.class, name = "message-sent"),
        @JsonSubTypes.Type(value = Happening.RedactionAsked.class, name = "redaction-asked"),
        @JsonSubTypes.Type(value = Happening.RedactionDeclined.class, name = "redaction-declined"),
        @JsonSubTypes.Type(value = Happening.Redacted.class, name = "redacted"),
        @JsonSubTypes.Type(value = Happening.MessagesRead.class, name = "messages-read")})
public sealed interface Happening {

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
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Received received) implements Happening {

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

    record Claimed() implements Happening {}

    record Released() implements Happening {}

    /** Nobody touched the claimed case for the length of the lease; it went back to the queue. */
    record LeaseExpired() implements Happening {}

    /** A chief took the case out of someone's hands. */
    record TakenOver(String from, String reason) implements Happening {}

    record NoteAdded(NoteKind kind, String text) implements Happening {}

    /** The case belongs to another office. */
    record Transferred(String from, String to, String reason) implements Happening {}

    /** 補正の求め (行政手続法7条); the clock stands until the answer. */
    record CorrectionRequested(UUID correction, String reason, List<String> fields,
            LocalDate answerBy) implements Happening {
        public CorrectionRequested {
            fields = List.copyOf(fields);
        }
    }

    /**
     * @param revision the revision of the answers that came with it
     * @param received what came in; null where it arrived before events vouched for it
     */
    record CorrectionArrived(UUID correction, int revision,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Received received) implements Happening {

        CorrectionArrived(UUID correction, Received received) {
            this(correction, received.revision(), received);
        }
    }

    /** The answer to a request that was over by then. It is kept as a further revision, and the clerk is told. */
    record CorrectionCameLate(UUID correction, Received received) implements Happening {}

    /** After a correction arrived: the case is again in the hands of the clerk who asked for it. */
    record GivenBack(String staff, String name) implements Happening {}

    /** The period for the answer passed without one; the examination goes on with what there is. */
    record CorrectionLapsed(UUID correction) implements Happening {}

    /** The office takes the request back: it was a mistake. The clock runs again. */
    record CorrectionRecalled(UUID correction, String reason) implements Happening {}

    /** The applicant answered at the counter or by telephone; what was said is kept. The clock runs again. */
    record CorrectionAnsweredElsewhere(UUID correction, AnsweredAt where, String said) implements Happening {}

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
    record CorrectionExtended(UUID correction, LocalDate answerBy, String reason) implements Happening {}

    /** Who proposed a decision wants it back before it is decided. */
    record ProposalTakenBack() implements Happening {}

    /** An approver who had taken the case over leaves its examination to others, from the beginning. */
    record ExaminationHandedBack(String reason) implements Happening {}

    /**
     * The applicant is told why the decision takes longer than the law's period, and until when (生活保護法24条5項ただし書,
     * 介護保険法27条11項ただし書).
     */
    record PeriodExtended(LocalDate until, String reason) implements Happening {}

    record SentForApproval(Proposal proposal) implements Happening {}

    record SentBack(String reason) implements Happening {}

    record Decided(Proposal decision) implements Happening {}

    /** A notification (届出) is formally complete and is recorded; it took effect on arrival (行政手続法37条). */
    record Recorded() implements Happening {}

    /**
     * A notification that is not complete in form, or the second for the same, is given back (返戻); it was not recorded.
     *
     * @param duplicateOf receipt number of the first one, null where it is defective
     * @param reason as the applicant reads it
     */
    record NotificationReturned(@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String duplicateOf,
            String reason) implements Happening {}

    /** @param sha256 of the notice's bytes, lower-case hex */
    record NoticeIssued(UUID document, String number, String name, String sha256) implements Happening {}

    /**
     * The notice is made and waits to be posted: the applicant did not agree to be notified electronically. The case is not closed yet.
     *
     * @param sha256 of the notice's bytes, lower-case hex
     */
    record NoticeToPost(UUID document, String number, String name, String sha256) implements Happening {}

    /** The notice went out by post on this day; the case is closed. */
    record NoticePosted(UUID document, LocalDate postedOn) implements Happening {}

    /** The mark of posting was a mistake; the notice waits again. */
    record PostingUndone(UUID document, String reason) implements Happening {}

    /**
     * The applicant opened the notice at the portal, or took it home, for the first time.
     *
     * @param openedAt when, by the portal's clock
     */
    record NoticeOpened(UUID document, boolean downloaded, Instant openedAt) implements Happening {}

    /**
     * The applicant took back the consent to be notified electronically, or gave it (デジタル手続法7条1項ただし書).
     *
     * @param electronic whether the notice is to come electronically from now on
     * @param chosenAt when, by the portal's clock
     */
    record NoticeWayChosen(boolean electronic, Instant chosenAt) implements Happening {}

    record Withdrawn(String reason) implements Happening {}

    /** The applicant withdrew when it was already decided; the decision stands. */
    record WithdrawalCameLate(String reason) implements Happening {}

    record Reopened(String reason) implements Happening {}

    record MessageReceived(String text) implements Happening {}

    record MessageSent(String text) implements Happening {}

    /**
     * Somebody asks to take out what must not stand in the record: the words of an event, or an answer in all revisions.
     *
     * @param event sequence of the event, null where an answer is meant
     * @param answer path of the answer, null where an event is meant
     */
    record RedactionAsked(UUID redaction, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer event,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String answer, String reason) implements Happening {}

    /** Another person looked at it, and it stays. */
    record RedactionDeclined(UUID redaction) implements Happening {}

    /** Another person confirmed it. From now on the record vouches for what stands in the place of the old texts. */
    record Redacted(UUID redaction, List<Replaced> replaced) implements Happening {

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
    record MessagesRead(int upTo) implements Happening {}
}
