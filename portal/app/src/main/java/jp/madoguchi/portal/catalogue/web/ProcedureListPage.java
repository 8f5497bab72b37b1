package jp.madoguchi.portal.catalogue.web;

import java.util.List;
import jp.madoguchi.forms.definition.Edition;
import jp.madoguchi.portal.catalogue.LifeEvents;

/**
 * The page on which procedures are found.
 *
 * @param query what was searched for, empty for nothing
 * @param life the event whose procedures are shown, empty for any
 * @param near whether what was found only comes near to what was searched for
 * @param groups everything there is, by event
 * @param mostUsed what is applied for most
 */
public record ProcedureListPage(String query, String life, List<Edition> found, boolean near,
        List<LifeEvents.Group> groups,
        List<Edition> mostUsed) {

    /** As many as one looks through at once. */
    private static final int AT_ONCE = 12;

    public boolean none() {
        return groups.isEmpty();
    }

    /** Whether something in particular was asked for. */
    public boolean asked() {
        return !query.isEmpty() || !life.isEmpty();
    }

    public List<Edition> first() {
        return found.stream().limit(AT_ONCE).toList();
    }

    public List<Edition> more() {
        return found.stream().skip(AT_ONCE).toList();
    }
}
