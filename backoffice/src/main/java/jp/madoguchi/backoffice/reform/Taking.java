package jp.madoguchi.backoffice.reform;

import java.util.List;

/** What came of the word to take a file in. */
public sealed interface Taking {

    /** All of it is in the register. */
    record Taken(int added, int changed, int unchanged) implements Taking {}

    /**
     * Nothing was taken: the register is no longer what the preview showed.
     *
     * @param entries those that were changed since and that the file would change again; empty where it is not known what
     *                the preview showed
     */
    record Overtaken(List<Inventory.Kept> entries) implements Taking {
        public Overtaken {
            entries = List.copyOf(entries);
        }
    }

    /** The file is not waiting any more. */
    record NotWaiting() implements Taking {}
}
