package jp.madoguchi.backoffice.casework;

import java.time.Instant;
import jp.madoguchi.backoffice.office.Staff;

/** What is written about a case: notes of the office, and messages between the applicant and the office. */
public final class MessageSteps {

    private final CaseFile file;

    MessageSteps(CaseFile file) {
        this.file = file;
    }

    public void note(Staff by, NoteKind kind, String text, Instant now) {
        file.record(now, Actor.of(by), new EventPayload.NoteAdded(kind, text));
    }

    public void receive(String text, Instant now) {
        file.record(now, Actor.APPLICANT, new EventPayload.MessageReceived(text));
    }

    /**
     * Answers the applicant, with everything the applicant wrote before one's eyes.
     *
     * @param seen sequence of the newest unread message that was shown, 0 where there was none
     */
    public void send(Staff by, String text, int seen, Instant now) {
        file.guard(CaseAction.MESSAGE, by, now);
        if (UnreadMessages.of(file.progress().history()).newest() > seen) {
            throw ActionRefused.state("書いている間に、申請者から新しいメッセージが届きました。読んでから送ってください。書いた文は残っています。");
        }
        file.record(now, Actor.of(by), new EventPayload.MessageSent(text));
    }

    /**
     * Takes the mark off what the applicant wrote, up to what this person had before them; what came since stays marked.
     * Nothing happens where it was read or answered before.
     *
     * @param upTo sequence of the newest message that was shown
     */
    public void read(Staff by, int upTo, Instant now) {
        var unread = UnreadMessages.of(file.progress().history());
        if (unread.anyUpTo(upTo)) {
            file.record(now, Actor.of(by), new EventPayload.MessagesRead(Math.min(upTo, unread.newest())));
        }
    }
}
