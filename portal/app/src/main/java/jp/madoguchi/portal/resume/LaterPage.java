package jp.madoguchi.portal.resume;

import java.util.List;
import jp.madoguchi.platform.pagekit.Field;
import jp.madoguchi.platform.pagekit.Parts.ErrorLink;
import jp.madoguchi.portal.draft.Draft;

/**
 * Leaving for a while.
 *
 * @param mail the address known or typed
 * @param error what is wrong with it, empty if nothing is
 * @param sent whether the link was mailed just now
 * @param answerBy the last day for the answer to a correction request, in words; empty for anything else
 */
public record LaterPage(Draft draft, String mail, String error, boolean sent, String answerBy) {
    public List<ErrorLink> errors() {
        return error.isEmpty() ? List.of() : List.of(new ErrorLink(error, Field.idOf("mail")));
    }
}
