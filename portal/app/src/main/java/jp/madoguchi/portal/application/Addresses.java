package jp.madoguchi.portal.application;

import java.util.UUID;

import jp.madoguchi.forms.FieldPath;
import jp.madoguchi.forms.PageId;
import jp.madoguchi.forms.ProcedureId;
import jp.madoguchi.platform.pagekit.Field;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The addresses of an application being filled in.
 */
final class Addresses {

    private Addresses() {}

    static String procedure(ProcedureId procedure) {
        return "/procedures/" + procedure;
    }

    static String draft(UUID draft) {
        return "/applications/" + draft;
    }

    static String page(UUID draft, PageId page) {
        return draft(draft) + "/pages/" + page;
    }

    static String review(UUID draft) {
        return draft(draft) + "/review";
    }

    /** What has to be done after an interview. */
    static String bundle(UUID draft) {
        return draft(draft) + "/bundle";
    }

    static String later(UUID draft) {
        return draft(draft) + "/later";
    }

    /** Where the applicant says that they know what became of their answers in a newer version. */
    static String carried(UUID draft) {
        return draft(draft) + "/carried";
    }

    /** As {@link #draft}, after signing in; the draft then belongs to the account. */
    static String signedIn(UUID draft) {
        return "/account/applications/" + draft;
    }

    /** As {@link #signedIn(UUID)}, and then to this page. */
    static String signedIn(UUID draft, PageId page) {
        return signedIn(draft) + "?page=" + page;
    }

    /** The same address, read in this language from now on. */
    static String speaking(String address, String language) {
        return UriComponentsBuilder.fromPath(address).queryParam("lang", language).encode().build().toUriString();
    }

    static String ending(UUID draft) {
        return draft(draft) + "/ending";
    }

    /** Where the applicant asks somebody to fill in the answer to a question. */
    static String errand(UUID draft, FieldPath question) {
        return draft(draft) + "/errands/" + question;
    }

    /** Where somebody who was asked sees that they are done. */
    static String handed(UUID part) {
        return draft(part) + "/handed";
    }

    static String file(UUID draft, UUID file) {
        return draft(draft) + "/files/" + file;
    }

    static String submission(UUID submission) {
        return "/tracking/" + submission;
    }

    /** The id of the place where a question stands, whatever controls it has. */
    static String place(String path) {
        return Field.placeOf(path);
    }

    /** The id of the first input of a field. */
    static String anchor(String field) {
        return Field.idOf(field);
    }
}
