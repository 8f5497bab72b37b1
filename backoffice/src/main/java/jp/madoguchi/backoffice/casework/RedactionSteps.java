package jp.madoguchi.backoffice.casework;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import jp.madoguchi.backoffice.office.Staff;

/** Taking out of the record what must not stand in it, by two persons. */
public final class RedactionSteps {

    private final CaseFile file;

    RedactionSteps(CaseFile file) {
        this.file = file;
    }

    /** Asks to take something out. */
    public void ask(Staff by, EventPayload.RedactionAsked asked, Instant now) {
        if (file.redactions().open().stream().anyMatch(open -> Objects.equals(open.what().event(), asked.event())
                && Objects.equals(open.what().answer(), asked.answer()))) {
            throw ActionRefused.state("同じものの削除が、すでに求められています。");
        }
        file.record(now, Actor.of(by), asked);
    }

    /**
     * Takes it out; never by who asked.
     *
     * @param replaced what stands in the place of each text from now on
     */
    public void confirm(Staff by, UUID redaction, List<EventPayload.Redacted.Replaced> replaced, Instant now) {
        var asked = mustBeAsked(redaction);
        if (asked.by().id().equals(by.id())) {
            throw ActionRefused.rights("削除を求めた人は、同じ削除を確認できません。別の決裁者に依頼してください。");
        }
        if (replaced.isEmpty()) {
            throw ActionRefused.state("消すものが見つかりません。ほかの人がすでに消した可能性があります。");
        }
        file.record(now, Actor.of(by), new EventPayload.Redacted(redaction, replaced));
    }

    public void decline(Staff by, UUID redaction, Instant now) {
        mustBeAsked(redaction);
        file.record(now, Actor.of(by), new EventPayload.RedactionDeclined(redaction));
    }

    private Redactions.Asked mustBeAsked(UUID redaction) {
        return file.redactions().asked(redaction).orElseThrow(() -> ActionRefused.state("この削除の求めは、もう終わっています。"));
    }
}
