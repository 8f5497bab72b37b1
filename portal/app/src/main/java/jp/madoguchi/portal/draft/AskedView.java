package jp.madoguchi.portal.draft;

import java.util.List;
import jp.madoguchi.platform.pagekit.Parts.ErrorLink;

/**
 * What is asked for, shown beside the pages that answer it.
 *
 * @param answerBy the last day, in words
 * @param fields the answers to look at again, each with its row, and where they stand
 * @param broughtUp what has to be answered besides, because of the answers as they are now
 */
public record AskedView(String reason, String answerBy, List<ErrorLink> fields, List<ErrorLink> broughtUp) {
    public AskedView {
        fields = List.copyOf(fields);
        broughtUp = List.copyOf(broughtUp);
    }
}
