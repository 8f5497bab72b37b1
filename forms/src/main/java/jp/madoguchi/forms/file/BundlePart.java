package jp.madoguchi.forms.file;

import java.util.HashSet;
import java.util.List;

import jp.madoguchi.forms.ProcedureId;
import jp.madoguchi.forms.QuestionId;
import jp.madoguchi.forms.definition.Bundle;
import jp.madoguchi.forms.definition.FollowUp;
import jp.madoguchi.forms.source.Part;

import org.jspecify.annotations.Nullable;

/**
 * Reads what follows an interview.
 */
final class BundlePart {

    private BundlePart() {}

    static @Nullable Bundle read(Part part) {
        var found = part.need("follow-ups");
        var followUps = found.elements(BundlePart::followUp);
        part.done();
        if (found.isSequence() && followUps.isEmpty()) {
            found.wrong("続く手続き（follow-ups）を、少なくとも一つ書いてください。");
        }
        unique(followUps, found);
        return followUps.isEmpty() ? null : new Bundle(followUps);
    }

    private static FollowUp followUp(Part part) {
        var id = part.need("id").name(QuestionId::isValid, name -> name);
        var when = ConditionPart.read(part.need("when"));
        var reason = part.need("reason").localized();
        var due = part.maybe("due", ConditionPart::term);
        var followUp = part.has("procedure")
                ? new FollowUp.Online(id, part.need("procedure").name(ProcedureId::isValid, ProcedureId::new), when,
                        reason, due)
                : new FollowUp.Guidance(id, part.need("title").localized(), when, reason, due,
                        part.maybe("deadline", Part::localized), part.need("needed").localized(),
                        part.need("where").localized());
        part.done();
        return followUp;
    }

    private static void unique(List<FollowUp> followUps, Part part) {
        var ids = new HashSet<String>();
        followUps.stream().map(FollowUp::id).filter(id -> !ids.add(id)).distinct()
                .forEach(id -> part.wrong("follow-ups に id「" + id + "」が二つあります。どちらかを別の id にしてください。"));
    }
}
