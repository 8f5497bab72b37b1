package jp.madoguchi.forms.definition;

import java.util.Map;

import jp.madoguchi.forms.QuestionId;

/**
 * Which office works the case.
 */
public sealed interface Routing {

    /** Always the same office, by its code. */
    record ToOffice(String office) implements Routing {}

    /**
     * By the ward (and, for a branch office, the town) of an address.
     *
     * @param address the address question
     * @param byTown exceptions: office code per 「ward/town」
     * @param otherwise the office for an address outside of the city
     */
    record ByWard(QuestionId address, Map<String, String> byTown, String otherwise) implements Routing {
        public ByWard {
            byTown = Map.copyOf(byTown);
        }
    }
}
