package jp.madoguchi.forms.definition;

import java.util.List;
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
     * @param addresses the address question; where several stand here, the first that is asked and answered decides
     * @param byTown exceptions: office code per 「ward/town」
     * @param otherwise the office for an address outside of the city
     */
    record ByWard(List<QuestionId> addresses, Map<String, String> byTown, String otherwise) implements Routing {
        public ByWard {
            addresses = List.copyOf(addresses);
            byTown = Map.copyOf(byTown);
        }
    }

    /**
     * By what was chosen: the nursery wished for most, the ward where someone without a home stays.
     *
     * @param question a choice; where it stands in a repeat, the first row that answers it decides
     * @param offices office code per option, or per group of a long list
     * @param otherwise the office for options that are not in the table, and where nothing was chosen
     */
    record ByChoice(QuestionId question, Map<String, String> offices, String otherwise) implements Routing {
        public ByChoice {
            offices = Map.copyOf(offices);
        }
    }
}
