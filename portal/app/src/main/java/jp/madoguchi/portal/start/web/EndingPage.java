package jp.madoguchi.portal.start.web;

import java.util.List;
import jp.madoguchi.forms.Localized;
import jp.madoguchi.forms.definition.Ending;
import jp.madoguchi.portal.draft.Draft;

/**
 * The answers lead elsewhere.
 *
 * @param ways where to go on, as far as it is offered now
 * @param otherPerson whether somebody else can begin with what was typed
 */
public record EndingPage(Draft draft, Ending ending, String back, List<WayOn> ways, boolean otherPerson) {
    public EndingPage {
        ways = List.copyOf(ways);
    }

    /** A link onward. */
    public record WayOn(Localized label, String address) {}
}
