package jp.madoguchi.portal.delegation.web;

import java.util.List;
import jp.madoguchi.forms.Localized;
import jp.madoguchi.platform.pagekit.Field;
import jp.madoguchi.platform.pagekit.Parts.ErrorLink;
import jp.madoguchi.portal.draft.Draft;

/**
 * Asking somebody else to fill in a part.
 *
 * @param part what is asked for
 * @param by who is asked, as the form calls them
 * @param seen what of the application they will see, in words
 * @param back the page of questions
 * @param standing how it stands with those asked before, empty for nothing to say
 * @param waiting whether somebody is asked and has not handed in
 * @param filled who filled it in and when, empty where nobody has
 * @param takesFiles whether files may stand instead
 * @param token the secret of the link to be, which makes a repeated click the same delegation
 * @param link the address to hand on, shown only right after asking; empty otherwise
 * @param mail the address typed
 * @param error what is wrong with it, empty if nothing is
 */
public record DelegationPage(Draft draft, String field, Localized part, Localized by, String seen, String back,
        String standing, boolean waiting, String filled, boolean takesFiles, String token, String link, String mail,
        String error) {

    /** Whether what was filled in may be given up for a file. */
    public boolean removable() {
        return takesFiles && !filled.isEmpty();
    }

    public List<ErrorLink> errors() {
        return error.isEmpty() ? List.of() : List.of(new ErrorLink(error, Field.idOf("mail")));
    }
}
