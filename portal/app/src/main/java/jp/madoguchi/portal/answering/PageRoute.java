package jp.madoguchi.portal.answering;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import jp.madoguchi.forms.FieldPath;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.answer.Answers;
import jp.madoguchi.forms.answer.Row;
import jp.madoguchi.forms.definition.Page;
import jp.madoguchi.forms.filling.Entries;
import jp.madoguchi.forms.filling.Filling;
import jp.madoguchi.forms.filling.Finding;
import jp.madoguchi.portal.draft.Addresses;
import jp.madoguchi.portal.draft.Draft;
import jp.madoguchi.portal.draft.DraftPurpose;
import jp.madoguchi.portal.draft.PageOrder;

/**
 * Where the applicant goes from a page that was saved.
 */
final class PageRoute {
    private static final int MOST_WORDS = 100;

    private PageRoute() {}

    static String after(Draft draft, Page page, Filling before, Filling.Saved saved, Filling next,
            List<Finding> standing, PageAction move, PostedPage posted) {
        var here = Addresses.page(draft.id(), page.id());
        return switch (move) {
            case PageAction.AddRow add -> here + "#" + newRow(next, add.repeat());
            case PageAction.RemoveRow remove -> here + "#" + Addresses.anchor(remove.repeat().toString());
            case PageAction.Attach attach -> here + "#" + Addresses.place(attach.question());
            case PageAction.Find find -> searchAddress(here, find.path(), posted.typed()) + after(posted) + "#"
                    + Addresses.anchor(find.path().field("words"));
            case PageAction.Postal postal -> PostalPlaces.address(here, postal.path()) + after(posted) + "#"
                    + Addresses.anchor(postal.path().field("postal"));
            case PageAction.Place place ->
                here + (after(posted).isEmpty() ? "" : "?" + after(posted).substring(1)) + "#"
                        + Addresses.anchor(place.path().field("number"));
            case PageAction.Detach detach -> here + "#" + Addresses.anchor(detach.path().toString());
            case PageAction.Ask ask -> Addresses.delegation(draft.id(), ask.path());
            case PageAction.Later _ -> Addresses.later(draft.id());
            case PageAction.Speak speak -> Addresses.speaking(here, speak.language()) + after(posted);
            case PageAction.SignIn _ -> Addresses.signedIn(draft.id(), page.id());
            case PageAction.Back _ -> PageOrder.before(next, page.id()).map(id -> Addresses.page(draft.id(), id))
                    .orElse(draft.purpose() instanceof DraftPurpose.DelegatedPart
                            ? here
                            : Addresses.procedure(draft.procedure().id()));
            case PageAction.Next _ -> onward(draft, page, before, saved, next, standing, posted);
        };
    }

    /** The row that was added stands last; it takes the focus. */
    private static String newRow(Filling filling, FieldPath repeat) {
        var answers = filling.answers();
        for (var at : repeat.within()) {
            answers = answers.get(at.repeat(), Answer.Rows.class).stream().flatMap(rows -> rows.rows().stream())
                    .filter(row -> row.id().equals(at.row())).findFirst().map(Row::answers).orElse(Answers.NONE);
        }
        return answers.get(repeat.question(), Answer.Rows.class).filter(rows -> !rows.rows().isEmpty())
                .map(rows -> Addresses.anchor(repeat + "." + rows.rows().getLast().id()) + "-row")
                .orElse(Addresses.anchor(repeat.toString()));
    }

    private static String onward(Draft draft, Page page, Filling before, Filling.Saved saved, Filling next,
            List<Finding> findings, PostedPage posted) {
        var here = Addresses.page(draft.id(), page.id());
        var after = after(posted);
        if (!findings.isEmpty()) {
            boolean onlyNew = findings.stream().allMatch(finding -> isNew(finding, before, saved, posted));
            return here + (onlyNew ? "?more" + after : "?errors" + after + "#errors");
        }
        if (next.endingAfter(page.id()).isPresent()) {
            return Addresses.ending(draft.id());
        }
        if (!after.isEmpty()) {
            return Addresses.review(draft.id());
        }
        return PageOrder.after(next, page.id()).map(id -> Addresses.page(draft.id(), id))
                .orElse(draft.purpose() instanceof DraftPurpose.Interview
                        ? Addresses.bundle(draft.id())
                        : Addresses.review(draft.id()));
    }

    private static String after(PostedPage posted) {
        return posted.own(PostedPage.AFTER).equals("review") ? "&after=review" : "";
    }

    /**
     * Whether a question has only just been opened by what was posted, so that leaving it out is no mistake. Without a script
     * (nothing measured the time) the browser posts fields that stood hidden in the page; what was asked before then tells.
     */
    private static boolean isNew(Finding finding, Filling before, Filling.Saved saved, PostedPage posted) {
        var path = finding.path();
        if (!finding.code().equals("required")) {
            return false;
        }
        if (posted.own(PostedPage.ACTIVE).isEmpty()) {
            return !before.visibility().shows(path);
        }
        return saved.findings().stream().anyMatch(told -> told.code().equals("asked-now") && told.path().equals(path));
    }

    /** The page's address with what to search for in it, at the question. */
    private static String searchAddress(String page, FieldPath path, Entries typed) {
        var words = typed.first(path.field("words"));
        var kept = words.codePointCount(0, words.length()) <= MOST_WORDS
                ? words
                : words.substring(0, words.offsetByCodePoints(0, MOST_WORDS));
        return page + "?find=" + encoded(path.toString()) + "&words=" + encoded(kept);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
