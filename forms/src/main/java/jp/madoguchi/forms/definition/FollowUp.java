package jp.madoguchi.forms.definition;

import jp.madoguchi.forms.Localized;
import jp.madoguchi.forms.ProcedureId;
import jp.madoguchi.forms.condition.Condition;
import jp.madoguchi.forms.condition.Term;

import org.jspecify.annotations.Nullable;

/**
 * What has to be done after an interview, where its condition holds over the interview's answers.
 */
public sealed interface FollowUp {

    /** Stable within the interview; formed like a question id. */
    String id();

    Condition when();

    /** Why it stands in the resident's list. */
    Localized reason();

    /** The last day for it, worked out from the answers; null where there is none or none that can be worked out. */
    @Nullable
    Term due();

    /** A procedure that is applied for online, begun with the answers of the interview. */
    record Online(String id, ProcedureId procedure, Condition when, Localized reason, @Nullable Term due)
            implements
                FollowUp {}

    /**
     * Something that is done elsewhere, and how.
     *
     * @param deadline in words, or null
     * @param needed what to bring
     * @param where whom to turn to
     */
    record Guidance(String id, Localized title, Condition when, Localized reason, @Nullable Term due,
            @Nullable Localized deadline, Localized needed, Localized where) implements FollowUp {}
}
