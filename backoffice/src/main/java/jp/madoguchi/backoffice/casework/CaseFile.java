package jp.madoguchi.backoffice.casework;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import jp.madoguchi.backoffice.office.Staff;
import jp.madoguchi.platform.calendar.BusinessCalendar;
import org.jspecify.annotations.Nullable;

/**
 * A case: the sum of its events, and the steps that may follow. The only door for state changes: each step asks the guard of its
 * {@link CaseAction}, records the event and applies it; nothing else changes a case. Who may try which action is asked before, in
 * {@link Rights}; that two persons decide is guarded here as well, because no right can waive it.
 *
 * <p>
 * Not thread-safe; lives for one step.
 */
public final class CaseFile {

    private final CaseProgress progress;
    private final int stored;

    private CaseFile(UUID id, int stored) {
        this.progress = new CaseProgress(id);
        this.stored = stored;
    }

    /** A new case for what arrived at the portal or the counter. */
    public static CaseFile open(UUID id, EventPayload.Arrived arrival, Instant at) {
        var opened = new CaseFile(id, 0);
        opened.record(at, Actor.APPLICANT, arrival);
        return opened;
    }

    /**
     * A case as its events say.
     *
     * @param leaseUntil the end of the current lease: renewals are no events, so only the stored case knows it
     * @throws IllegalArgumentException if the history is empty or has gaps
     */
    public static CaseFile replay(List<CaseEvent> events, @Nullable Instant leaseUntil) {
        if (events.isEmpty()) {
            throw new IllegalArgumentException("a case begins with its arrival");
        }
        var replayed = new CaseFile(events.getFirst().caseId(), events.size());
        events.forEach(replayed.progress::apply);
        if (leaseUntil != null) {
            replayed.progress.leaseUntil(leaseUntil);
        }
        return replayed;
    }

    /** Whether the case can take this action by this person now; whether they have the right is another question. */
    boolean leadsOn(CaseAction action, Staff by, Instant now) {
        return CaseGuards.against(action, progress, by.id(), now) == null;
    }

    /** @throws ActionRefused if it cannot */
    void guard(CaseAction action, Staff by, Instant now) {
        var refused = CaseGuards.against(action, progress, by.id(), now);
        if (refused != null) {
            throw refused;
        }
    }

    void record(Instant at, Actor actor, EventPayload what) {
        progress.apply(new CaseEvent(progress.id(), progress.history().size() + 1, at.truncatedTo(ChronoUnit.MICROS),
                actor, what));
    }

    private void takeInHand(Staff by, EventPayload what, Instant now, Duration lease) {
        record(now, Actor.of(by), what);
        progress.leaseUntil(now.plus(lease));
    }

    CaseProgress progress() {
        return progress;
    }

    /** Asking the applicant for a correction, and its ends. */
    public CorrectionSteps corrections() {
        return new CorrectionSteps(this);
    }

    /** How the notice of the decision comes to the applicant. */
    public DeliverySteps delivery() {
        return new DeliverySteps(this);
    }

    /** Notes, and messages between applicant and office. */
    public MessageSteps messages() {
        return new MessageSteps(this);
    }

    /** Taking something out of the record. */
    public RedactionSteps redaction() {
        return new RedactionSteps(this);
    }

    /** Takes the case into one's hands for as long as the lease lasts; taking what one already has renews it. */
    public void claim(Staff by, Instant now, Duration lease) {
        var current = assignment();
        if (current != null && current.isBy(by.id()) && !current.hasRunOut(now)) {
            progress.leaseUntil(now.plus(lease));
            return;
        }
        guard(CaseAction.CLAIM, by, now);
        expire(now);
        takeInHand(by, new EventPayload.Claimed(), now, lease);
    }

    /** Puts the case back into the queue. */
    public void release(Staff by, Instant now) {
        guard(CaseAction.RELEASE, by, now);
        record(now, Actor.of(by), new EventPayload.Released());
    }

    /** Gives the case back to the queue when its lease has run out; returns whether it had. */
    public boolean expire(Instant now) {
        var current = assignment();
        if (current == null || !current.hasRunOut(now)) {
            return false;
        }
        record(now, Actor.SYSTEM, new EventPayload.LeaseExpired());
        return true;
    }

    /** Takes the case out of someone's hands into one's own. */
    public void takeOver(Staff by, String reason, Instant now, Duration lease) {
        guard(CaseAction.TAKE_OVER, by, now);
        var current = assignment();
        takeInHand(by, new EventPayload.TakenOver(current == null ? "" : current.name(), reason), now, lease);
    }

    /** Hands the case to the office that is in charge. */
    public void transfer(Staff by, String toOffice, String reason, Instant now) {
        guard(CaseAction.TRANSFER, by, now);
        move(by, toOffice, reason, now);
    }

    /** Gives a case whose office was closed to another, whoever has it in hand. */
    public void reroute(Staff by, String toOffice, String reason, Instant now) {
        if (state().isClosed()) {
            throw ActionRefused.state("この案件は「" + state().label() + "」なので、窓口を変える必要はありません。");
        }
        move(by, toOffice, reason, now);
    }

    private void move(Staff by, String toOffice, String reason, Instant now) {
        if (office().equals(toOffice)) {
            throw ActionRefused.state("すでにこの窓口の案件です。ほかの窓口を選んでください。");
        }
        record(now, Actor.of(by), new EventPayload.Transferred(office(), toOffice, reason));
    }

    /** Writes down who chose the office of a case that its own answers led to none. */
    public void placed(Actor by, String reason, Instant now) {
        record(now, by, new EventPayload.Transferred("", office(), reason));
    }

    /** Takes one's own proposal back before it is decided. */
    public void takeBack(Staff by, Instant now, Duration lease) {
        guard(CaseAction.TAKE_BACK, by, now);
        takeInHand(by, new EventPayload.ProposalTakenBack(), now, lease);
    }

    /**
     * Leaves the examination to others, so that one may decide on what they will find: the way out for an approver who took a
     * case over and is the only one there.
     */
    public void handBack(Staff by, String reason, Instant now) {
        guard(CaseAction.HAND_BACK, by, now);
        record(now, Actor.of(by), new EventPayload.ExaminationHandedBack(reason));
    }

    /**
     * Tells the applicant that the decision takes longer than the law's period, and why. Only while that period still runs: what
     * was not told in time cannot be made good.
     */
    public void extendPeriod(Staff by, LocalDate until, String reason, BusinessCalendar calendar, Instant now) {
        guard(CaseAction.EXTEND, by, now);
        Extensions.check(progress.history(), until, calendar, now);
        record(now, Actor.of(by), new EventPayload.PeriodExtended(until, reason));
    }

    /** Proposes a decision to a second person (決裁). Only an application is granted or refused. */
    public void sendForApproval(Staff by, Proposal proposed, Instant now) {
        guard(CaseAction.SEND_FOR_APPROVAL, by, now);
        record(now, Actor.of(by), new EventPayload.SentForApproval(proposed));
    }

    public void sendBack(Staff by, String reason, Instant now) {
        guard(CaseAction.SEND_BACK, by, now);
        record(now, Actor.of(by), new EventPayload.SentBack(reason));
    }

    /** Confirms the proposed decision; never by a person who examined the case. */
    public void decide(Staff by, Instant now) {
        guard(CaseAction.DECIDE, by, now);
        var proposed = proposal();
        if (proposed == null) {
            throw new IllegalStateException("nothing is proposed, and the guard let it pass");
        }
        record(now, Actor.of(by), new EventPayload.Decided(proposed));
    }

    /** Records a notification (届出) that is formally complete. */
    public void recordNotification(Staff by, Instant now) {
        guard(CaseAction.RECORD, by, now);
        record(now, Actor.of(by), new EventPayload.Recorded());
    }

    /**
     * Gives a notification back that is not complete in form, or is the second for the same.
     *
     * @param duplicateOf receipt number of the first one, null where it is defective
     */
    public void returnNotification(Staff by, @Nullable String duplicateOf, String reason, Instant now) {
        guard(CaseAction.RETURN, by, now);
        record(now, Actor.of(by), new EventPayload.NotificationReturned(duplicateOf, reason));
    }

    /** The applicant withdraws; after the decision that is only written down. Returns whether it took effect. */
    public boolean withdraw(String reason, Instant now) {
        if (state() == CaseState.WITHDRAWN) {
            return true;
        }
        if (state().isDecided()) {
            record(now, Actor.APPLICANT, new EventPayload.WithdrawalCameLate(reason));
            return false;
        }
        record(now, Actor.APPLICANT, new EventPayload.Withdrawn(reason));
        return true;
    }

    /**
     * Takes up a decided or recorded case again. What was decided stays in the record; its notice is void. A withdrawal is
     * final: the applicant applies anew.
     */
    public void reopen(Staff by, String reason, Instant now) {
        guard(CaseAction.REOPEN, by, now);
        record(now, Actor.of(by), new EventPayload.Reopened(reason));
    }

    /** What somebody asked to take out of the record, and what was taken out. */
    public Redactions redactions() {
        return Redactions.of(progress.history());
    }

    public UUID id() {
        return progress.id();
    }

    public CaseState state() {
        return progress.state();
    }

    public String office() {
        return progress.office();
    }

    /** Who has it in hand; null while it waits. */
    public @Nullable Assignment assignment() {
        return progress.assignment();
    }

    /** Subject of the clerk who last had it, to whom a corrected or returned case is shown again. */
    public @Nullable String responsible() {
        return progress.responsible();
    }

    /** The open correction request, null where there is none. */
    public @Nullable CorrectionRequest correction() {
        return progress.correction();
    }

    /** The decision proposed or made, null where there is none. */
    public @Nullable Proposal proposal() {
        return progress.proposal();
    }

    /** The notice made for the post; null where there is none. */
    public EventPayload.@Nullable NoticeToPost toPost() {
        return progress.toPost();
    }

    /** Whether the notice went out by post. */
    public boolean isPosted() {
        return progress.isPosted();
    }

    /** Whether a correction arrived on which nobody has done anything yet. */
    public boolean isFreshlyCorrected() {
        return progress.isFreshlyCorrected();
    }

    /** Whether the applicant was asked and the period for the answer has passed. */
    public boolean isCorrectionLapsed(LocalDate today) {
        var open = correction();
        return open != null && today.isAfter(open.answerBy());
    }

    /** Whether this person ever examined the case, and so must not decide it. */
    public boolean wasExaminedBy(String staff) {
        return progress.wasExaminedBy(staff);
    }

    public List<CaseEvent> history() {
        return List.copyOf(progress.history());
    }

    /** The events of this step, not stored yet. */
    List<CaseEvent> fresh() {
        return List.copyOf(progress.history().subList(stored, progress.history().size()));
    }

    /** How many events the database had when the case was read: the version the step builds on. */
    int storedVersion() {
        return stored;
    }
}
