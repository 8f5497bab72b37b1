package jp.madoguchi.portal.answering;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.madoguchi.forms.Localized;
import jp.madoguchi.forms.QuestionId;
import jp.madoguchi.forms.correction.CorrectionScope;
import jp.madoguchi.forms.definition.Page;
import jp.madoguchi.forms.filling.Filling;
import jp.madoguchi.forms.filling.Finding;
import jp.madoguchi.portal.draft.Draft;

/**
 * What has to be said of a page that was saved.
 */
final class PageFindings {

    private PageFindings() {}

    /** What was wrong with what was typed, not what was left open. */
    static boolean isNotKept(Finding finding) {
        return !isUnknown(finding) && !finding.code().equals("required") && !finding.code().equals("asked-now");
    }

    /**
     * What no question of the form is called comes from something else in the browser, and is passed over: it must not cost the page
     * that was typed beside it. Of a question that is not on this page, or a row that is not there, is told; the rest is saved.
     */
    static Filling.Saved ours(Filling.Saved saved, Draft draft) {
        return new Filling.Saved(saved.filling(), saved.findings().stream()
                .filter(finding -> !isUnknown(finding) || namesQuestion(finding.field(), draft)).toList());
    }

    private static boolean namesQuestion(String field, Draft draft) {
        var name = field.split("\\.", 2)[0];
        return QuestionId.isValid(name) && draft.procedure().item(new QuestionId(name)).isPresent();
    }

    /** What a correction does not ask for was not on the page as something to fill in, so nothing is said of it either. */
    static Filling.Saved kept(Filling before, Filling.Saved saved, Optional<CorrectionScope> scope) {
        if (scope.isEmpty()) {
            return saved;
        }
        var open = scope.get().openWith(before.answers());
        return new Filling.Saved(scope.get().keep(saved.filling()),
                saved.findings().stream().filter(finding -> isUnknown(finding) || open.test(finding.path())).toList());
    }

    /** What was found wrong while saving and cannot be found again, because it was not kept (番号法 20条). */
    static List<Finding> lost(Filling.Saved saved, Page page, PageAction move) {
        if (saved.isClean()) {
            return List.of();
        }
        var again = saved.filling().check(page.id());
        // What was wrong in a row goes with the row.
        var removed = move instanceof PageAction.RemoveRow remove ? remove.repeat() + "." + remove.row() + "." : null;
        return saved.findings().stream()
                .filter(finding -> removed == null || !finding.path().toString().startsWith(removed))
                .filter(finding -> !finding.code().equals("required") && !finding.code().equals("asked-now"))
                .filter(finding -> again.stream().noneMatch(
                        same -> same.path().equals(finding.path()) && same.code().equals(finding.code())))
                .toList();
    }

    /** What has to be said now or never, and on the way onward all that is wrong besides. */
    static List<Finding> together(List<Finding> said, List<Finding> standing, PageAction move) {
        if (!(move instanceof PageAction.Next)) {
            return said;
        }
        var all = new ArrayList<>(said);
        standing.stream().filter(finding -> said.stream().noneMatch(told -> told.path().equals(finding.path())))
                .forEach(all::add);
        return all;
    }

    static boolean isUnknown(Finding finding) {
        return finding.code().equals("unknown-field");
    }

    static Finding refused(Received.RefusedFile file) {
        return new Finding(file.field(), file.field().toString(), file.reason().code(),
                Localized.ja(file.reason().message()));
    }
}
