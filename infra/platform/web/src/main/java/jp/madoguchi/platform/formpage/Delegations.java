package jp.madoguchi.platform.formpage;

import jp.madoguchi.forms.FieldPath;

import org.jspecify.annotations.Nullable;

/** How it stands with the parts of a page that somebody else fills in. */
@FunctionalInterface
public interface Delegations {

    /** Nobody can be asked from this page. */
    Delegations NONE = path -> null;

    /** Null where nobody can be asked. */
    @Nullable
    State at(FieldPath question);

    /**
     * @param words how it stands, empty before anybody was asked
     * @param waiting whether somebody was asked and has not handed in; no file is taken meanwhile
     */
    record State(String words, boolean waiting) {}
}
