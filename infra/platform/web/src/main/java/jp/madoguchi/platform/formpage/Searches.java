package jp.madoguchi.platform.formpage;

import jp.madoguchi.forms.FieldPath;
import jp.madoguchi.platform.pagekit.PostalOffer;

import org.jspecify.annotations.Nullable;

/** What was asked of the long lists of a page, and where a script may ask on. */
public interface Searches {

    /** Nothing was searched for, and scripts have nowhere to ask. */
    Searches NONE = new Searches() {
        @Override
        public String words(FieldPath path) {
            return "";
        }

        @Override
        public String address(FieldPath path) {
            return "";
        }
    };

    /** The words last searched for at a question, empty for none. */
    String words(FieldPath path);

    /**
     * Where a script asks for the entries of the question's list: its words are added as {@code q}, and the answer is
     * {@code {"total":n,"found":[{"code":…,"label":…}]}}. Empty for nowhere.
     */
    String address(FieldPath path);

    /** What the postal code of an address stands for, where it was looked up without a script; null where nobody looks it up. */
    default @Nullable PostalOffer places(FieldPath path) {
        return null;
    }
}
