package jp.madoguchi.forms.definition;

import java.net.URI;
import java.util.List;
import java.util.Map;

import jp.madoguchi.forms.Localized;
import jp.madoguchi.forms.PageId;
import jp.madoguchi.forms.ProcedureId;
import jp.madoguchi.forms.QuestionId;
import jp.madoguchi.forms.condition.Condition;

import org.jspecify.annotations.Nullable;

/**
 * A way that leads elsewhere: "you cannot apply online because …, do this instead". Reaching one counts as completed.
 *
 * @param after the page after which it is asked
 * @param title what stands above it, or null for the words that all endings share
 * @param ways where to go on from here; whom to call is told besides
 * @param other how somebody else applies instead with what was typed, or null
 */
public record Ending(String id, PageId after, Condition when, @Nullable Localized title, Localized reason,
        Localized instead, List<Way> ways, @Nullable OtherPerson other) {

    public Ending {
        ways = List.copyOf(ways);
    }

    /** Where to go on. */
    public sealed interface Way {

        /** A procedure that is applied for online. */
        record Online(ProcedureId procedure) implements Way {}

        /** A page elsewhere; {@code https} only. */
        record Elsewhere(Localized label, URI address) implements Way {}
    }

    /**
     * Somebody else who is asked about in this form applies, with the same answers from their side. Files and consent are never
     * taken over.
     *
     * @param label what the button says
     * @param swap questions about the one and the questions about the other, whose answers change places
     * @param set choices that are answered by this: option codes, {@code yes} or {@code no}
     * @param without questions that only the other can answer
     */
    public record OtherPerson(Localized label, Map<QuestionId, QuestionId> swap, Map<QuestionId, String> set,
            List<QuestionId> without) {
        public OtherPerson {
            swap = Map.copyOf(swap);
            set = Map.copyOf(set);
            without = List.copyOf(without);
        }
    }
}
