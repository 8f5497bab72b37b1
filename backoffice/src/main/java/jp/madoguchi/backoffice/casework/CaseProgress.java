package jp.madoguchi.backoffice.casework;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a case stands: what its events say, applied one after the other. Only {@link CaseFile} adds to them. Not thread-safe. */
final class CaseProgress {

    private final UUID id;
    private final List<CaseEvent> history = new ArrayList<>();
    private final Set<String> examiners = new LinkedHashSet<>();
    private CaseState state = CaseState.ARRIVED;
    private String office = "";
    private boolean notification;
    private @Nullable Assignment assignment;
    private @Nullable String responsible;
    private @Nullable CorrectionRequest correction;
    private @Nullable Proposal proposal;
    private @Nullable String proposer;
    private boolean corrected;
    private EventPayload.@Nullable NoticeToPost toPost;
    private @Nullable Boolean electronicNotice;
    private boolean posted;

    CaseProgress(UUID id) {
        this.id = id;
    }

    /** @throws IllegalArgumentException if the event is of another case or does not follow the one before */
    void apply(CaseEvent event) {
        if (event.sequence() != history.size() + 1 || !event.caseId().equals(id)) {
            throw new IllegalArgumentException("event " + event.sequence() + " of " + event.caseId()
                    + " does not follow " + history.size() + " of " + id);
        }
        history.add(event);
        var actor = event.actor();
        var current = assignment;
        if (current != null && current.isBy(actor.id())) {
            corrected = false;
        }
        switch (event.what()) {
            case EventPayload.Arrived arrived -> {
                office = arrived.office();
                notification = arrived.notification();
            }
            case EventPayload.Claimed claimed -> takeInHand(actor, event.at());
            case EventPayload.TakenOver takenOver -> takeInHand(actor, event.at());
            case EventPayload.Released released -> assignment = null;
            case EventPayload.LeaseExpired expired -> assignment = null;
            case EventPayload.Transferred transferred -> {
                office = transferred.to();
                assignment = null;
                responsible = null;
            }
            case EventPayload.CorrectionRequested asked -> {
                leaveHands(CaseState.AWAITING_CORRECTION);
                correction = new CorrectionRequest(asked.correction(), asked.reason(), asked.fields(),
                        asked.answerBy());
            }
            case EventPayload.CorrectionArrived arrived -> {
                leaveHands(CaseState.IN_EXAMINATION);
                corrected = true;
            }
            case EventPayload.GivenBack back -> assignment = new Assignment(back.staff(), back.name(), event.at());
            case EventPayload.CorrectionLapsed lapsed -> takeInHand(actor, event.at());
            case EventPayload.CorrectionRecalled recalled -> takeInHand(actor, event.at());
            case EventPayload.CorrectionAnsweredElsewhere answered -> takeInHand(actor, event.at());
            case EventPayload.CorrectionExtended extended -> {
                var open = correction;
                correction = open == null
                        ? null
                        : new CorrectionRequest(open.id(), open.reason(), open.fields(), extended.answerBy());
            }
            case EventPayload.ProposalTakenBack back -> {
                takeInHand(actor, event.at());
                proposal = null;
                proposer = null;
            }
            case EventPayload.ExaminationHandedBack back -> {
                leaveHands(CaseState.IN_EXAMINATION);
                responsible = null;
                proposal = null;
                examiners.remove(actor.id());
            }
            case EventPayload.SentForApproval sent -> {
                proposer = actor.id();
                leaveHands(CaseState.AWAITING_APPROVAL);
                proposal = sent.proposal();
                examiners.add(actor.id());
            }
            case EventPayload.SentBack sentBack -> leaveHands(CaseState.IN_EXAMINATION);
            case EventPayload.Decided decided -> {
                leaveHands(decided.decision().outcome().state());
                proposal = decided.decision();
            }
            case EventPayload.Recorded recorded -> leaveHands(CaseState.RECORDED);
            case EventPayload.NotificationReturned returned -> leaveHands(CaseState.RETURNED);
            case EventPayload.NoticeIssued issued -> {
                // One that waited for the post does so no longer.
                toPost = null;
                leaveHands(CaseState.ISSUED);
            }
            case EventPayload.NoticeToPost made -> toPost = made;
            case EventPayload.NoticePosted sent -> {
                posted = true;
                leaveHands(CaseState.ISSUED);
            }
            case EventPayload.PostingUndone undone -> {
                posted = false;
                var decided = proposal;
                leaveHands(decided == null ? CaseState.IN_EXAMINATION : decided.outcome().state());
            }
            case EventPayload.NoticeOpened opened -> keep();
            case EventPayload.NoticeWayChosen chosen -> electronicNotice = chosen.electronic();
            case EventPayload.Withdrawn withdrawn -> leaveHands(CaseState.WITHDRAWN);
            case EventPayload.Reopened reopened -> {
                leaveHands(CaseState.IN_EXAMINATION);
                proposal = null;
                toPost = null;
                posted = false;
            }
            case EventPayload.PeriodExtended extended -> keep();
            case EventPayload.NoteAdded note -> keep();
            case EventPayload.WithdrawalCameLate late -> keep();
            case EventPayload.MessageReceived message -> keep();
            case EventPayload.CorrectionCameLate late -> keep();
            case EventPayload.RedactionAsked asked -> keep();
            case EventPayload.RedactionDeclined declined -> keep();
            case EventPayload.Redacted done -> keep();
            case EventPayload.MessageSent message -> keep();
            case EventPayload.MessagesRead read -> keep();
        }
    }

    /** Notes and messages leave the state as it is. */
    private static void keep() {}

    private void takeInHand(Actor actor, Instant at) {
        state = CaseState.IN_EXAMINATION;
        correction = null;
        assignment = new Assignment(actor.id(), actor.name(), at);
        responsible = actor.id();
        corrected = false;
        examiners.add(actor.id());
    }

    private void leaveHands(CaseState next) {
        state = next;
        correction = null;
        assignment = null;
    }

    /** Moves the end of the lease of who has the case; renewals are no events. */
    void leaseUntil(Instant until) {
        var current = assignment;
        if (current != null) {
            assignment = new Assignment(current.staff(), current.name(), until);
        }
    }

    UUID id() {
        return id;
    }

    List<CaseEvent> history() {
        return Collections.unmodifiableList(history);
    }

    CaseState state() {
        return state;
    }

    String office() {
        return office;
    }

    boolean isNotification() {
        return notification;
    }

    @Nullable
    Assignment assignment() {
        return assignment;
    }

    @Nullable
    String responsible() {
        return responsible;
    }

    @Nullable
    CorrectionRequest correction() {
        return correction;
    }

    @Nullable
    Proposal proposal() {
        return proposal;
    }

    EventPayload.@Nullable NoticeToPost toPost() {
        return toPost;
    }

    /** What the applicant chose since the arrival; null where they chose nothing. */
    @Nullable
    Boolean electronicNotice() {
        return electronicNotice;
    }

    boolean isPosted() {
        return posted;
    }

    boolean isFreshlyCorrected() {
        return corrected;
    }

    boolean isProposedBy(String staff) {
        return state == CaseState.AWAITING_APPROVAL && staff.equals(proposer);
    }

    boolean wasExaminedBy(String staff) {
        return examiners.contains(staff);
    }
}
