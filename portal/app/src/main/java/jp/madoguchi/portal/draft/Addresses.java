package jp.madoguchi.portal.draft;

import java.util.UUID;
import jp.madoguchi.forms.FieldPath;
import jp.madoguchi.forms.PageId;
import jp.madoguchi.forms.ProcedureId;
import jp.madoguchi.platform.pagekit.Field;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The addresses of an application being filled in.
 */
public final class Addresses {

    private Addresses() {}

    public static String procedure(ProcedureId procedure) {
        return "/procedures/" + procedure;
    }

    public static String draft(UUID draft) {
        return "/applications/" + draft;
    }

    public static String page(UUID draft, PageId page) {
        return draft(draft) + "/pages/" + page;
    }

    public static String review(UUID draft) {
        return draft(draft) + "/review";
    }

    /** What has to be done after an interview. */
    public static String bundle(UUID draft) {
        return draft(draft) + "/bundle";
    }

    public static String later(UUID draft) {
        return draft(draft) + "/later";
    }

    /** Where the applicant says that they know what became of their answers in a newer version. */
    public static String carried(UUID draft) {
        return draft(draft) + "/carried";
    }

    /** As {@link #draft}, after signing in; the draft then belongs to the account. */
    public static String signedIn(UUID draft) {
        return "/account/applications/" + draft;
    }

    /** As {@link #signedIn(UUID)}, and then to this page. */
    public static String signedIn(UUID draft, PageId page) {
        return signedIn(draft) + "?page=" + page;
    }

    /** The same address, read in this language from now on. */
    public static String speaking(String address, String language) {
        return UriComponentsBuilder.fromPath(address).queryParam("lang", language).encode().build().toUriString();
    }

    public static String ending(UUID draft) {
        return draft(draft) + "/ending";
    }

    /** Where the applicant asks somebody to fill in the answer to a question. */
    public static String delegation(UUID draft, FieldPath question) {
        return draft(draft) + "/errands/" + question;
    }

    /** Where somebody who was asked sees that they are done. */
    public static String handed(UUID part) {
        return draft(part) + "/handed";
    }

    public static String file(UUID draft, UUID file) {
        return draft(draft) + "/files/" + file;
    }

    public static String submission(UUID submission) {
        return "/tracking/" + submission;
    }

    /** The id of the place where a question stands, whatever controls it has. */
    public static String place(String path) {
        return Field.placeOf(path);
    }

    /** The id of the first input of a field. */
    public static String anchor(String field) {
        return Field.idOf(field);
    }
}
