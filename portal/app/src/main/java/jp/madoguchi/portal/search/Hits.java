package jp.madoguchi.portal.search;

import java.util.List;
import jp.madoguchi.forms.ProcedureId;

/**
 * What a search found.
 *
 * @param procedures best first
 * @param near whether nothing fitted all that was typed, and these fit a part of it or are written alike
 */
public record Hits(List<ProcedureId> procedures, boolean near) {

    static final Hits NONE = new Hits(List.of(), false);
}
