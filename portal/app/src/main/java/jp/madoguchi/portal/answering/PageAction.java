package jp.madoguchi.portal.answering;

import java.util.UUID;
import jp.madoguchi.forms.FieldPath;
import jp.madoguchi.forms.RowId;
import jp.madoguchi.platform.formpage.FormPageView;
import jp.madoguchi.platform.pagekit.PageFrame.TypedForm;
import jp.madoguchi.platform.problem.Refusal;

/**
 * What the button that was pressed asks for, besides saving the page.
 */
sealed interface PageAction {

    record Next() implements PageAction {}

    record Back() implements PageAction {}

    /** Save, and be mailed a link to go on later. */
    record Later() implements PageAction {}

    /** Save as it is, and go on with the page in another language. */
    record Speak(String language) implements PageAction {}

    /** Save as it is, sign in, and come back to the page. */
    record SignIn() implements PageAction {}

    record AddRow(FieldPath repeat) implements PageAction {}

    record RemoveRow(FieldPath repeat, RowId row) implements PageAction {}

    /** Stay on the page; files chosen are attached anyway. */
    record Attach(String question) implements PageAction {}

    /** Stay on the page and show what is found in a long list. */
    record Find(FieldPath path) implements PageAction {}

    /** Stay on the page and offer the places of a postal code. */
    record Postal(FieldPath path) implements PageAction {}

    /** Stay on the page with one of the places in the empty fields; the number is that of the table. */
    record Place(FieldPath path, int number) implements PageAction {}

    /** Save, and go on to ask somebody else for the answer. */
    record Ask(FieldPath path) implements PageAction {}

    record Detach(FieldPath path, UUID file) implements PageAction {}

    /** @throws Refusal.Malformed if the buttons' values were tampered with */
    static PageAction of(PostedPage page) {
        try {
            if (page.own().containsKey(FormPageView.ADD)) {
                return new AddRow(FieldPath.parse(page.own(FormPageView.ADD)));
            }
            if (page.own().containsKey(FormPageView.REMOVE)) {
                var row = page.own(FormPageView.REMOVE);
                int dot = Math.max(0, row.lastIndexOf('.'));
                return new RemoveRow(FieldPath.parse(row.substring(0, dot)), new RowId(row.substring(dot + 1)));
            }
            if (page.own().containsKey(FormPageView.ASK)) {
                return new Ask(FieldPath.parse(page.own(FormPageView.ASK)));
            }
            if (page.own().containsKey(FormPageView.POSTAL)) {
                return new Postal(FieldPath.parse(page.own(FormPageView.POSTAL)));
            }
            if (page.own().containsKey(FormPageView.PLACE)) {
                var parts = page.own(FormPageView.PLACE).split("/", 2);
                return new Place(FieldPath.parse(parts[0]), Integer.parseInt(
                        parts.length > 1 ? parts[1] : page.own(FormPageView.PLACE_CHOICE)));
            }
            if (page.own().containsKey(FormPageView.FIND)) {
                return new Find(FieldPath.parse(page.own(FormPageView.FIND)));
            }
            if (page.own().containsKey(FormPageView.DETACH)) {
                var parts = page.own(FormPageView.DETACH).split("/", 2);
                return new Detach(FieldPath.parse(parts[0]), UUID.fromString(parts.length > 1 ? parts[1] : ""));
            }
        } catch (IllegalArgumentException tampered) {
            throw new Refusal.Malformed("tampered-button", "送られた操作を読み取れませんでした。何も保存していません。ページを開き直してください。");
        }
        if (page.own().containsKey(FormPageView.ATTACH)) {
            return new Attach(page.own(FormPageView.ATTACH));
        }
        return switch (page.own(PostedPage.ACTION)) {
            case "back" -> new Back();
            case "later" -> new Later();
            case TypedForm.SIGN_IN -> new SignIn();
            case String other when !TypedForm.languageOf(other).isEmpty() -> new Speak(TypedForm.languageOf(other));
            default -> new Next();
        };
    }
}
