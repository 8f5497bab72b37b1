package jp.madoguchi.backoffice.casework;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import jp.madoguchi.backoffice.office.Staff;
import jp.madoguchi.platform.calendar.BusinessCalendar;
import org.jspecify.annotations.Nullable;

/**
 * A case: the sum of its events, and the moves that may follow. Each move guards the state, records the event and applies it;
 * nothing else changes a case. Who may try which move is asked before, in {@link Rights}; that two persons decide is guarded
 * here as well, because no right can waive it.
 *
 * <p>
 * Not thread-safe; lives for one move.
 */
public final class CaseFile {

    private final UUID id;
    private final List<CaseEvent> history = new ArrayList<>();
    private final Set<String> examiners = new LinkedHashSet<>();
    private final int stored;
    private CaseState state = CaseState.ARRIVED;
    private String office = "";
    private boolean notification;
    private @Nullable Holding holding;
    private @Nullable String responsible;
    private @Nullable CorrectionRequest correction;
    private @Nullable Proposal proposal;
    private @Nullable String proposer;
    private boolean corrected;
    private Happening.@Nullable NoticeToPost toPost;
    private @Nullable Boolean electronicNotice;
    private boolean posted;

    private CaseFile(UUID id, int stored) {
        this.id = id;
        this.stored = stored;
    }

    /** A new case for what arrived at the portal or the counter. */
    public static CaseFile open(UUID id, Happening.Arrived arrival, Instant at) {
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
        events.forEach(replayed::apply);
        var holding = replayed.holding;
        if (holding != null && leaseUntil != null) {
            replayed.holding = new Holding(holding.staff(), holding.name(), leaseUntil);
        }
        return replayed;
    }

    /** Takes the case into one's hands for as long as the lease lasts; taking what one already has renews it. */
    public void claim(Staff by, Instant now, Duration lease) {
        var current = holding;
        if (current != null && current.isBy(by.id()) && !current.hasRunOut(now)) {
            holding = new Holding(current.staff(), current.name(), now.plus(lease));
            return;
        }
        if (current != null && !current.hasRunOut(now)) {
            throw MoveRefused.taken(current.name());
        }
        if (!state.canBeClaimed()) {
            throw MoveRefused.state("この案件は「" + state.label() + "」なので、担当できません。");
        }
        if (current != null) {
            expire(now);
        }
        record(now, Actor.of(by), new Happening.Claimed());
        holding = new Holding(by.id(), by.name(), now.plus(lease));
    }

    /** Puts the case back into the queue. */
    public void release(Staff by, Instant now) {
        mustHold(by);
        record(now, Actor.of(by), new Happening.Released());
    }

    /** Gives the case back to the queue when its lease has run out; returns whether it had. */
    public boolean expire(Instant now) {
        var current = holding;
        if (current == null || !current.hasRunOut(now)) {
            return false;
        }
        record(now, Actor.SYSTEM, new Happening.LeaseExpired());
        return true;
    }

    /** Takes the case out of someone's hands into one's own. */
    public void takeOver(Staff by, String reason, Instant now, Duration lease) {
        var current = holding;
        if (current == null) {
            throw MoveRefused.state("この案件は、いま誰も担当していません。「担当する」で引き受けられます。");
        }
        if (current.isBy(by.id())) {
            throw MoveRefused.state("この案件は、すでにあなたが担当しています。");
        }
        record(now, Actor.of(by), new Happening.TakenOver(current.name(), reason));
        holding = new Holding(by.id(), by.name(), now.plus(lease));
    }

    public void note(Staff by, NoteKind kind, String text, Instant now) {
        record(now, Actor.of(by), new Happening.NoteAdded(kind, text));
    }

    /** Hands the case to the office that is in charge. */
    public void transfer(Staff by, String toOffice, String reason, Instant now) {
        mustHold(by);
        if (office.equals(toOffice)) {
            throw MoveRefused.state("すでにこの窓口の案件です。ほかの窓口を選んでください。");
        }
        record(now, Actor.of(by), new Happening.Transferred(office, toOffice, reason));
    }

    /** Gives a case whose office was closed to another, whoever has it in hand. */
    public void reroute(Staff by, String toOffice, String reason, Instant now) {
        if (state.isClosed()) {
            throw MoveRefused.state("この案件は「" + state.label() + "」なので、窓口を変える必要はありません。");
        }
        if (office.equals(toOffice)) {
            throw MoveRefused.state("すでにこの窓口の案件です。ほかの窓口を選んでください。");
        }
        record(now, Actor.of(by), new Happening.Transferred(office, toOffice, reason));
    }

    /** Writes down who chose the office of a case that its own answers led to none. */
    public void placed(Actor by, String reason, Instant now) {
        record(now, by, new Happening.Transferred("", office, reason));
    }

    /** Asks the applicant to put something right; the clock stands until the answer. */
    public void requestCorrection(Staff by, CorrectionRequest request, Instant now) {
        mustHold(by);
        record(now, Actor.of(by), new Happening.CorrectionRequested(request.id(), request.reason(), request.fields(),
                request.answerBy()));
    }

    /**
     * The applicant answered. An answer to a request that is no longer open is refused; the caller tells repeats apart.
     *
     * @param received the answers, already under seal
     */
    public void correctionArrived(UUID request, Received received, Instant now) {
        var open = correction;
        if (open == null || !open.id().equals(request)) {
            throw MoveRefused.state("この補正の求めは、もう終わっています。");
        }
        record(now, Actor.APPLICANT, new Happening.CorrectionArrived(request, received));
    }

    /** The applicant answered a request that was over by then; nothing a resident sends is thrown away. */
    public void correctionCameLate(UUID request, Received received, Instant now) {
        record(now, Actor.APPLICANT, new Happening.CorrectionCameLate(request, received));
    }

    /**
     * Puts a case whose correction has just arrived into the hands of the clerk who asked for it.
     *
     * @param until how long it is kept for them before it goes to the queue
     */
    public void giveBack(Actor asker, Instant now, Instant until) {
        if (state != CaseState.IN_EXAMINATION || holding != null || !corrected || !asker.id().equals(responsible)) {
            throw MoveRefused.state("補正の回答が届いたばかりの案件ではないため、担当者に戻せません。");
        }
        record(now, Actor.SYSTEM, new Happening.GivenBack(asker.id(), asker.name()));
        holding = new Holding(asker.id(), asker.name(), until);
    }

    /** Who asked for the open correction; null where none is open. */
    public @Nullable Actor asker() {
        return correction == null
                ? null
                : history.reversed().stream().filter(event -> event.what() instanceof Happening.CorrectionRequested)
                        .map(CaseEvent::actor).findFirst().orElse(null);
    }

    /** Goes on without the applicant's answer, once the period for it has passed. */
    public void proceedWithoutCorrection(Staff by, LocalDate today, Instant now, Duration lease) {
        var open = correction;
        if (open == null) {
            throw MoveRefused.state("補正の求めはありません。");
        }
        if (!today.isAfter(open.answerBy())) {
            throw MoveRefused.state("補正の期限（" + open.answerBy() + "）が過ぎるまでは、審査を再開できません。");
        }
        record(now, Actor.of(by), new Happening.CorrectionLapsed(open.id()));
        holding = new Holding(by.id(), by.name(), now.plus(lease));
    }

    /** Takes the request back, because it was a mistake; the examination goes on. */
    public void recallCorrection(Staff by, String reason, Instant now, Duration lease) {
        record(now, Actor.of(by), new Happening.CorrectionRecalled(mustAwaitCorrection().id(), reason));
        holding = new Holding(by.id(), by.name(), now.plus(lease));
    }

    /** The applicant answered at the counter or by telephone; the examination goes on with what was said. */
    public void correctionAnsweredElsewhere(Staff by, Happening.AnsweredAt where, String said, Instant now,
            Duration lease) {
        record(now, Actor.of(by), new Happening.CorrectionAnsweredElsewhere(mustAwaitCorrection().id(), where, said));
        holding = new Holding(by.id(), by.name(), now.plus(lease));
    }

    /** Gives the applicant longer, also when the period has passed. */
    public void extendCorrection(Staff by, LocalDate answerBy, String reason, Instant now) {
        var open = mustAwaitCorrection();
        if (!answerBy.isAfter(open.answerBy())) {
            throw MoveRefused.state("新しい期限は、いまの期限（" + open.answerBy() + "）より後の日にしてください。");
        }
        record(now, Actor.of(by), new Happening.CorrectionExtended(open.id(), answerBy, reason));
    }

    private CorrectionRequest mustAwaitCorrection() {
        var open = correction;
        if (open == null) {
            throw MoveRefused.state("この案件は「" + state.label() + "」で、回答を待っている補正の求めはありません。");
        }
        return open;
    }

    /** Takes one's own proposal back before it is decided. */
    public void takeBack(Staff by, Instant now, Duration lease) {
        mustAwaitApproval();
        if (!isProposedBy(by.id())) {
            throw MoveRefused.rights("案を撤回できるのは、起案した人だけです。決裁者は差し戻すことができます。");
        }
        record(now, Actor.of(by), new Happening.ProposalTakenBack());
        holding = new Holding(by.id(), by.name(), now.plus(lease));
    }

    /**
     * Leaves the examination to others, so that one may decide on what they will find: the way out for an approver who took a
     * case over and is the only one there.
     */
    public void handBack(Staff by, String reason, Instant now) {
        mustHold(by);
        record(now, Actor.of(by), new Happening.ExaminationHandedBack(reason));
    }

    /**
     * Tells the applicant that the decision takes longer than the law's period, and why. Only while that period still runs: what
     * was not told in time cannot be made good.
     */
    public void extendPeriod(Staff by, LocalDate until, String reason, BusinessCalendar calendar, Instant now) {
        if (state.isClosed() || state.isDecided()) {
            throw MoveRefused.state("この案件は「" + state.label() + "」なので、期間を延長できません。");
        }
        Extensions.check(history, until, calendar, now);
        record(now, Actor.of(by), new Happening.PeriodExtended(until, reason));
    }

    /** Proposes a decision to a second person (決裁). Only an application is granted or refused. */
    public void sendForApproval(Staff by, Proposal proposed, Instant now) {
        if (notification) {
            throw MoveRefused.state("届出には、認める・認めないの決定はありません。受理してください。");
        }
        mustHold(by);
        record(now, Actor.of(by), new Happening.SentForApproval(proposed));
    }

    public void sendBack(Staff by, String reason, Instant now) {
        mustAwaitApproval();
        record(now, Actor.of(by), new Happening.SentBack(reason));
    }

    /** Confirms the proposed decision; never by a person who examined the case. */
    public void decide(Staff by, Instant now) {
        var proposed = mustAwaitApproval();
        if (examiners.contains(by.id())) {
            throw MoveRefused.rights("審査を担当した人は、同じ案件を決裁できません。別の決裁者に依頼してください。");
        }
        record(now, Actor.of(by), new Happening.Decided(proposed));
    }

    /** Records a notification (届出) that is formally complete. */
    public void recordNotification(Staff by, Instant now) {
        if (!notification) {
            throw MoveRefused.state("申請は受理ではなく、決裁を経て決定します。");
        }
        mustHold(by);
        record(now, Actor.of(by), new Happening.Recorded());
    }

    /**
     * Gives a notification back that is not complete in form, or is the second for the same.
     *
     * @param duplicateOf receipt number of the first one, null where it is defective
     */
    public void returnNotification(Staff by, @Nullable String duplicateOf, String reason, Instant now) {
        if (!notification) {
            throw MoveRefused.state("申請は返戻ではなく、決裁を経て決定します。");
        }
        mustHold(by);
        record(now, Actor.of(by), new Happening.NotificationReturned(duplicateOf, reason));
    }

    /** The notice of the decision is put into the applicant's file at the portal; the case is closed. */
    public void issue(Staff by, Happening.NoticeIssued notice, Instant now) {
        mustLackNotice();
        record(now, Actor.of(by), notice);
    }

    /** The notice of the decision is made for the post; the case stays open until it is posted. */
    public void prepareForPost(Staff by, Happening.NoticeToPost notice, Instant now) {
        mustLackNotice();
        record(now, Actor.of(by), notice);
    }

    private void mustLackNotice() {
        if (state != CaseState.APPROVED && state != CaseState.REFUSED && state != CaseState.DISMISSED) {
            throw MoveRefused.state(state == CaseState.ISSUED ? "通知書は、すでに交付されています。" : "決裁が済むまで、通知書は交付できません。");
        }
        if (toPost != null) {
            throw MoveRefused.state("通知書は作成済みで、郵送を待っています。「郵送する通知」で発送を記録してください。");
        }
    }

    /**
     * The notice was posted; the case is closed.
     *
     * @param day the day of posting, from the day the notice was made up to today
     */
    public void post(Staff by, UUID document, LocalDate day, Instant now) {
        var waiting = toPost;
        if (waiting == null || posted || !waiting.document().equals(document)) {
            throw MoveRefused.state(posted ? "この通知書は、すでに発送済みです。" : "郵送を待っている通知書がありません。");
        }
        var made = history.stream().filter(event -> event.what().equals(waiting)).map(CaseEvent::at).findFirst()
                .map(BusinessCalendar::dayOf).orElse(day);
        if (day.isBefore(made) || day.isAfter(BusinessCalendar.dayOf(now))) {
            throw MoveRefused.state("発送日は、通知書を作成した " + made + " から今日までの日にしてください。");
        }
        record(now, Actor.of(by), new Happening.NoticePosted(document, day));
    }

    /** Takes back a mistaken mark of posting. */
    public void undoPosting(Staff by, String reason, Instant now) {
        var notice = toPost;
        if (notice == null || !posted) {
            throw MoveRefused.state("発送の記録がありません。");
        }
        record(now, Actor.of(by), new Happening.PostingUndone(notice.document(), reason));
    }

    /** The applicant opened or downloaded a notice at the portal. */
    public void noticeOpened(UUID document, boolean downloaded, Instant openedAt, Instant now) {
        record(now, Actor.APPLICANT, new Happening.NoticeOpened(document, downloaded, openedAt));
    }

    /**
     * The applicant chose how the notice is to come. Where it was made already in the other way, somebody has to look at it: the
     * case is marked like one with a message.
     */
    public void chooseNoticeWay(boolean electronic, Instant chosenAt, Instant now) {
        record(now, Actor.APPLICANT, new Happening.NoticeWayChosen(electronic, chosenAt));
        if (electronic && toPost != null && !posted) {
            receiveMessage("電子での通知に同意がありましたが、通知書は郵送のために作成済みです。このまま郵送するかを確かめてください。", now);
        } else if (!electronic && state == CaseState.ISSUED && toPost == null) {
            receiveMessage("電子での通知の同意が取り下げられましたが、通知書は電子で交付済みです。書面での通知が要るかを確かめてください。", now);
        }
    }

    /** @param atArrival what the applicant said when handing in; what they chose since counts more */
    public boolean isElectronicNotice(boolean atArrival) {
        return electronicNotice == null ? atArrival : electronicNotice;
    }

    /** The applicant withdraws; after the decision that is only written down. Returns whether it took effect. */
    public boolean withdraw(String reason, Instant now) {
        if (state == CaseState.WITHDRAWN) {
            return true;
        }
        if (state.isDecided()) {
            record(now, Actor.APPLICANT, new Happening.WithdrawalCameLate(reason));
            return false;
        }
        record(now, Actor.APPLICANT, new Happening.Withdrawn(reason));
        return true;
    }

    /**
     * Takes up a decided or recorded case again. What was decided stays in the record; its notice is void. A withdrawal is
     * final: the applicant applies anew.
     */
    public void reopen(Staff by, String reason, Instant now) {
        if (state == CaseState.WITHDRAWN) {
            throw MoveRefused.state("申請者が取り下げた案件は、再開できません。もう一度申請してもらってください。");
        }
        if (!state.isDecided()) {
            throw MoveRefused.state("この案件は、まだ終わっていません。");
        }
        record(now, Actor.of(by), new Happening.Reopened(reason));
    }

    /**
     * Takes the mark off what the applicant wrote, up to what this person had before them; what came since stays marked.
     * Nothing happens where it was read or answered before.
     *
     * @param upTo sequence of the newest message that was shown
     */
    public void readMessages(Staff by, int upTo, Instant now) {
        var unread = UnreadMessages.of(history);
        if (unread.anyUpTo(upTo)) {
            record(now, Actor.of(by), new Happening.MessagesRead(Math.min(upTo, unread.newest())));
        }
    }

    /**
     * Who answers the applicant has everything the applicant wrote before them.
     *
     * @param seen sequence of the newest unread message that was shown, 0 where there was none
     */
    public void mustHaveSeen(int seen) {
        if (UnreadMessages.of(history).newest() > seen) {
            throw MoveRefused.state("書いている間に、申請者から新しいメッセージが届きました。読んでから送ってください。書いた文は残っています。");
        }
    }

    public void receiveMessage(String text, Instant now) {
        record(now, Actor.APPLICANT, new Happening.MessageReceived(text));
    }

    public void sendMessage(Staff by, String text, Instant now) {
        record(now, Actor.of(by), new Happening.MessageSent(text));
    }

    /** Asks to take out of the record what must not stand in it. */
    public void askRedaction(Staff by, Happening.RedactionAsked asked, Instant now) {
        if (redactions().open().stream().anyMatch(open -> Objects.equals(open.what().event(), asked.event())
                && Objects.equals(open.what().answer(), asked.answer()))) {
            throw MoveRefused.state("同じものの削除が、すでに求められています。");
        }
        record(now, Actor.of(by), asked);
    }

    /**
     * Takes it out; never by who asked.
     *
     * @param replaced what stands in the place of each text from now on
     */
    public void redact(Staff by, UUID redaction, List<Happening.Redacted.Replaced> replaced, Instant now) {
        var asked = mustBeAsked(redaction);
        if (asked.by().id().equals(by.id())) {
            throw MoveRefused.rights("削除を求めた人は、同じ削除を確認できません。別の決裁者に依頼してください。");
        }
        if (replaced.isEmpty()) {
            throw MoveRefused.state("消すものが見つかりません。ほかの人がすでに消した可能性があります。");
        }
        record(now, Actor.of(by), new Happening.Redacted(redaction, replaced));
    }

    public void declineRedaction(Staff by, UUID redaction, Instant now) {
        mustBeAsked(redaction);
        record(now, Actor.of(by), new Happening.RedactionDeclined(redaction));
    }

    private Redactions.Asked mustBeAsked(UUID redaction) {
        return redactions().asked(redaction).orElseThrow(() -> MoveRefused.state("この削除の求めは、もう終わっています。"));
    }

    /** What somebody asked to take out of the record, and what was taken out. */
    public Redactions redactions() {
        return Redactions.of(history);
    }

    private void mustHold(Staff by) {
        var current = holding;
        if (current == null || state != CaseState.IN_EXAMINATION) {
            throw MoveRefused.state(state == CaseState.IN_EXAMINATION || state == CaseState.ARRIVED
                    ? "先に「担当する」を押してください。担当していた案件は、時間がたつと自動で一覧に戻ります。"
                    : "この案件は「" + state.label() + "」なので、この操作はできません。");
        }
        if (!current.isBy(by.id())) {
            throw MoveRefused.taken(current.name());
        }
    }

    private Proposal mustAwaitApproval() {
        var proposed = proposal;
        if (state != CaseState.AWAITING_APPROVAL || proposed == null) {
            throw MoveRefused.state("この案件は「" + state.label() + "」なので、決裁の操作はできません。");
        }
        return proposed;
    }

    private void record(Instant at, Actor actor, Happening what) {
        apply(new CaseEvent(id, history.size() + 1, at.truncatedTo(ChronoUnit.MICROS), actor, what));
    }

    private void apply(CaseEvent event) {
        if (event.sequence() != history.size() + 1 || !event.caseId().equals(id)) {
            throw new IllegalArgumentException("event " + event.sequence() + " of " + event.caseId()
                    + " does not follow " + history.size() + " of " + id);
        }
        history.add(event);
        var actor = event.actor();
        var current = holding;
        if (current != null && current.isBy(actor.id())) {
            corrected = false;
        }
        switch (event.what()) {
            case Happening.Arrived arrived -> {
                office = arrived.office();
                notification = arrived.notification();
            }
            case Happening.Claimed claimed -> takeInHand(actor, event.at());
            case Happening.TakenOver takenOver -> takeInHand(actor, event.at());
            case Happening.Released released -> holding = null;
            case Happening.LeaseExpired expired -> holding = null;
            case Happening.Transferred transferred -> {
                office = transferred.to();
                holding = null;
                responsible = null;
            }
            case Happening.CorrectionRequested asked -> {
                leaveHands(CaseState.AWAITING_CORRECTION);
                correction = new CorrectionRequest(asked.correction(), asked.reason(), asked.fields(),
                        asked.answerBy());
            }
            case Happening.CorrectionArrived arrived -> {
                leaveHands(CaseState.IN_EXAMINATION);
                corrected = true;
            }
            case Happening.GivenBack back -> holding = new Holding(back.staff(), back.name(), event.at());
            case Happening.CorrectionLapsed lapsed -> takeInHand(actor, event.at());
            case Happening.CorrectionRecalled recalled -> takeInHand(actor, event.at());
            case Happening.CorrectionAnsweredElsewhere answered -> takeInHand(actor, event.at());
            case Happening.CorrectionExtended extended -> {
                var open = correction;
                correction = open == null
                        ? null
                        : new CorrectionRequest(open.id(), open.reason(), open.fields(), extended.answerBy());
            }
            case Happening.ProposalTakenBack back -> {
                takeInHand(actor, event.at());
                proposal = null;
                proposer = null;
            }
            case Happening.ExaminationHandedBack back -> {
                leaveHands(CaseState.IN_EXAMINATION);
                responsible = null;
                proposal = null;
                examiners.remove(actor.id());
            }
            case Happening.SentForApproval sent -> {
                proposer = actor.id();
                leaveHands(CaseState.AWAITING_APPROVAL);
                proposal = sent.proposal();
                examiners.add(actor.id());
            }
            case Happening.SentBack sentBack -> leaveHands(CaseState.IN_EXAMINATION);
            case Happening.Decided decided -> {
                leaveHands(decided.decision().outcome().state());
                proposal = decided.decision();
            }
            case Happening.Recorded recorded -> leaveHands(CaseState.RECORDED);
            case Happening.NotificationReturned returned -> leaveHands(CaseState.RETURNED);
            case Happening.NoticeIssued issued -> leaveHands(CaseState.ISSUED);
            case Happening.NoticeToPost made -> toPost = made;
            case Happening.NoticePosted sent -> {
                posted = true;
                leaveHands(CaseState.ISSUED);
            }
            case Happening.PostingUndone undone -> {
                posted = false;
                var decided = proposal;
                leaveHands(decided == null ? CaseState.IN_EXAMINATION : decided.outcome().state());
            }
            case Happening.NoticeOpened opened -> keep();
            case Happening.NoticeWayChosen chosen -> electronicNotice = chosen.electronic();
            case Happening.Withdrawn withdrawn -> leaveHands(CaseState.WITHDRAWN);
            case Happening.Reopened reopened -> {
                leaveHands(CaseState.IN_EXAMINATION);
                proposal = null;
                toPost = null;
                posted = false;
            }
            case Happening.PeriodExtended extended -> keep();
            case Happening.NoteAdded note -> keep();
            case Happening.WithdrawalCameLate late -> keep();
            case Happening.MessageReceived message -> keep();
            case Happening.CorrectionCameLate late -> keep();
            case Happening.RedactionAsked asked -> keep();
            case Happening.RedactionDeclined declined -> keep();
            case Happening.Redacted done -> keep();
            case Happening.MessageSent message -> keep();
            case Happening.MessagesRead read -> keep();
        }
    }

    /** Notes and messages leave the state as it is. */
    private static void keep() {}

    private void takeInHand(Actor actor, Instant at) {
        state = CaseState.IN_EXAMINATION;
        correction = null;
        holding = new Holding(actor.id(), actor.name(), at);
        responsible = actor.id();
        corrected = false;
        examiners.add(actor.id());
    }

    private void leaveHands(CaseState next) {
        state = next;
        correction = null;
        holding = null;
    }

    public UUID id() {
        return id;
    }

    public CaseState state() {
        return state;
    }

    public String office() {
        return office;
    }

    public boolean isNotification() {
        return notification;
    }

    /** Who has it in hand; null while it waits. */
    public @Nullable Holding holding() {
        return holding;
    }

    /** Subject of the clerk who last had it, to whom a corrected or returned case is shown again. */
    public @Nullable String responsible() {
        return responsible;
    }

    /** The open correction request, null where there is none. */
    public @Nullable CorrectionRequest correction() {
        return correction;
    }

    /** The decision proposed or made, null where there is none. */
    public @Nullable Proposal proposal() {
        return proposal;
    }

    /** The notice made for the post; null where there is none. */
    public Happening.@Nullable NoticeToPost toPost() {
        return toPost;
    }

    /** Whether the notice went out by post. */
    public boolean isPosted() {
        return posted;
    }

    /** Whether a correction arrived on which nobody has done anything yet. */
    public boolean isFreshlyCorrected() {
        return corrected;
    }

    /** Whether this person proposed the decision that is waited for. */
    public boolean isProposedBy(String staff) {
        return state == CaseState.AWAITING_APPROVAL && staff.equals(proposer);
    }

    /** Whether the case was taken up again after this notice had gone out. */
    public boolean isVoid(UUID document) {
        return history.stream()
                .dropWhile(event -> !(event.what() instanceof Happening.NoticeIssued notice
                        && notice.document().equals(document)))
                .anyMatch(event -> event.what() instanceof Happening.Reopened);
    }

    /** Whether the applicant was asked and the period for the answer has passed. */
    public boolean isCorrectionLapsed(LocalDate today) {
        return correction != null && today.isAfter(correction.answerBy());
    }

    /** Whether this person ever examined the case, and so must not decide it. */
    public boolean wasExaminedBy(String staff) {
        return examiners.contains(staff);
    }

    public List<CaseEvent> history() {
        return List.copyOf(history);
    }

    /** The events of this move, not stored yet. */
    List<CaseEvent> fresh() {
        return List.copyOf(history.subList(stored, history.size()));
    }

    /** How many events the database had when the case was read: the version the move builds on. */
    int storedVersion() {
        return stored;
    }
}
