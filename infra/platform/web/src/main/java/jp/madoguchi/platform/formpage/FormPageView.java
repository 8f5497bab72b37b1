package jp.madoguchi.platform.formpage;

import java.util.List;

import gg.jte.Content;
import jp.madoguchi.platform.pagekit.Parts.ErrorLink;

/**
 * One page of a form, ready to stand inside {@code <form data-conditions data-main>} of the app.
 *
 * @param title    title of the page
 * @param intro    introduction, empty for none
 * @param fields   all controls of the page
 * @param errors   what is wrong, in the order of the page, for {@code Parts.errors}
 * @param hasFiles whether the form must be sent as {@code multipart/form-data}
 */
public record FormPageView(String title, String intro, Content fields, List<ErrorLink> errors, boolean hasFiles) {

    /** Name of the submit button that adds a row; its value is the path of the repeat. */
    public static final String ADD = "_add";
    /** Name of the submit button that removes a row; its value is the path of the repeat, a dot and the row. */
    public static final String REMOVE = "_remove";
    /** Name of the submit button that attaches the files chosen; its value is the path of the question. */
    public static final String ATTACH = "_attach";
    /** Name of the submit button that removes a file; its value is {@code path/file-id}. */
    public static final String DETACH = "_detach";
    /** Name of the submit button that leads to asking somebody else; its value is the path of the question. */
    public static final String ASK = "_ask";

    /** Name of the submit button that looks up the postal code of an address; its value is the path of the question. */
    public static final String POSTAL = "_postal";
    /** Name of the submit buttons that take a place, see {@link jp.madoguchi.platform.pagekit.PostalOffer}. */
    public static final String PLACE = "_place";
    /** Name of the list from which a place is chosen. */
    public static final String PLACE_CHOICE = "_place-choice";

    /** Name of the submit button that searches a long list; its value is the path of the question. */
    public static final String FIND = "_find";

    public FormPageView {
        errors = List.copyOf(errors);
    }

    /** Value of the form's enctype attribute. */
    public String enctype() {
        return hasFiles ? "multipart/form-data" : "application/x-www-form-urlencoded";
    }
}
