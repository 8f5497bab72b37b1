package jp.madoguchi.portal.answering;

import java.util.List;
import jp.madoguchi.forms.filling.Filling;
import jp.madoguchi.forms.filling.Finding;
import jp.madoguchi.portal.draft.Draft;

/** What became of a posted page. */
public sealed interface Outcome {

    /** Saved; the browser goes to another address. */
    record Goes(String address) implements Outcome {}

    /** Saved, but something has to be said that is not kept: a refused file, a number that must not be stored. */
    record Stays(Filling filling, List<Finding> findings, int status) implements Outcome {}

    /** Not saved: someone else saved the page meanwhile. Both are shown. */
    record Overtaken(Draft draft, Filling saved, Filling typed) implements Outcome {}
}
