package jp.madoguchi.backoffice.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import jp.madoguchi.backoffice.office.Staff;
import jp.madoguchi.platform.calendar.BusinessCalendar;

/** How the notice of a decision (通知書) comes to the applicant: electronically or by post. */
public final class DeliverySteps {

    private final CaseFile file;

    DeliverySteps(CaseFile file) {
        this.file = file;
    }

    /** The notice of the decision is put into the applicant's file at the portal; the case is closed. */
    public void issue(Staff by, EventPayload.NoticeIssued notice, Instant now) {
        file.guard(CaseAction.ISSUE, by, now);
        file.record(now, Actor.of(by), notice);
    }

    /** The notice of the decision is made for the post; the case stays open until it is posted. */
    public void prepareForPost(Staff by, EventPayload.NoticeToPost notice, Instant now) {
        file.guard(CaseAction.ISSUE, by, now);
        file.record(now, Actor.of(by), notice);
    }

    /**
     * The notice that waits for the post is put into the applicant's file at the portal after all; the case is closed. Only while the
     * applicant agrees to that, and before it is posted.
     */
    public EventPayload.NoticeIssued deliver(Staff by, Instant now) {
        file.guard(CaseAction.DELIVER, by, now);
        var waiting = file.toPost();
        if (waiting == null) {
            throw new IllegalStateException("no notice waits for the post, and the guard let it pass");
        }
        var issued = new EventPayload.NoticeIssued(waiting.document(), waiting.number(), waiting.name(),
                waiting.sha256());
        file.record(now, Actor.of(by), issued);
        return issued;
    }

    /**
     * The notice was posted; the case is closed.
     *
     * @param day the day of posting, from the day the notice was made up to today
     */
    public void post(Staff by, UUID document, LocalDate day, Instant now) {
        file.guard(CaseAction.POST, by, now);
        var waiting = file.toPost();
        if (waiting == null || !waiting.document().equals(document)) {
            throw ActionRefused.state("郵送を待っている通知書がありません。");
        }
        var made = file.progress().history().stream().filter(event -> event.what().equals(waiting))
                .map(CaseEvent::at).findFirst().map(BusinessCalendar::dayOf).orElse(day);
        if (day.isBefore(made) || day.isAfter(BusinessCalendar.dayOf(now))) {
            throw ActionRefused.state("発送日は、通知書を作成した" + Days.full(made) + "から今日までの日にしてください。");
        }
        file.record(now, Actor.of(by), new EventPayload.NoticePosted(document, day));
    }

    /** Takes back a mistaken mark of posting. */
    public void undoPosting(Staff by, String reason, Instant now) {
        file.guard(CaseAction.UNDO_POSTING, by, now);
        var notice = file.toPost();
        if (notice == null) {
            throw new IllegalStateException("no notice was made for the post, and the guard let it pass");
        }
        file.record(now, Actor.of(by), new EventPayload.PostingUndone(notice.document(), reason));
    }

    /** The applicant opened or downloaded a notice at the portal. */
    public void opened(UUID document, boolean downloaded, Instant openedAt, Instant now) {
        file.record(now, Actor.APPLICANT, new EventPayload.NoticeOpened(document, downloaded, openedAt));
    }

    /**
     * The applicant chose how the notice is to come. Where it was made already in the other way, somebody has to look at it: the
     * case is marked like one with a message ({@link UnreadMessages}).
     */
    public void chooseWay(boolean electronic, Instant chosenAt, Instant now) {
        file.record(now, Actor.APPLICANT, new EventPayload.NoticeWayChosen(electronic, chosenAt));
    }

    /** @param atArrival what the applicant said when handing in; what they chose since counts more */
    public boolean isElectronic(boolean atArrival) {
        var chosen = file.progress().electronicNotice();
        return chosen == null ? atArrival : chosen;
    }

    /** Whether the case was taken up again after this notice was made. */
    public boolean isVoid(UUID document) {
        return file.progress().history().stream()
                .dropWhile(event -> !(event.what() instanceof EventPayload.NoticeIssued notice
                        && notice.document().equals(document)
                        || event.what() instanceof EventPayload.NoticeToPost made && made.document().equals(document)))
                .anyMatch(event -> event.what() instanceof EventPayload.Reopened);
    }
}
