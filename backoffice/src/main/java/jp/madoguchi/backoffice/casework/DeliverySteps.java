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
            throw ActionRefused.state("発送日は、通知書を作成した " + made + " から今日までの日にしてください。");
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
     * case is marked like one with a message.
     */
    public void chooseWay(boolean electronic, Instant chosenAt, Instant now) {
        file.record(now, Actor.APPLICANT, new EventPayload.NoticeWayChosen(electronic, chosenAt));
        if (electronic && file.toPost() != null && !file.isPosted()) {
            file.messages().receive("電子での通知に同意がありましたが、通知書は郵送のために作成済みです。このまま郵送するかを確かめてください。", now);
        } else if (!electronic && file.state() == CaseState.ISSUED && file.toPost() == null) {
            file.messages().receive("電子での通知の同意が取り下げられましたが、通知書は電子で交付済みです。書面での通知が要るかを確かめてください。", now);
        }
    }

    /** @param atArrival what the applicant said when handing in; what they chose since counts more */
    public boolean isElectronic(boolean atArrival) {
        var chosen = file.progress().electronicNotice();
        return chosen == null ? atArrival : chosen;
    }

    /** Whether the case was taken up again after this notice had gone out. */
    public boolean isVoid(UUID document) {
        return file.progress().history().stream()
                .dropWhile(event -> !(event.what() instanceof EventPayload.NoticeIssued notice
                        && notice.document().equals(document)))
                .anyMatch(event -> event.what() instanceof EventPayload.Reopened);
    }
}
