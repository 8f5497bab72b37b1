package jp.madoguchi.forms.definition;

import jp.madoguchi.forms.Localized;
import jp.madoguchi.forms.QuestionId;
import jp.madoguchi.forms.condition.Condition;

import org.jspecify.annotations.Nullable;

/**
 * One question.
 *
 * @param id stable for the life of the procedure
 * @param kind what is asked for, with its limits
 * @param label the question in words
 * @param hint one or two sentences below the label, or null
 * @param help a longer explanation that opens on demand, or null
 * @param required whether an answer is needed where the question is shown
 * @param showIf asked only where this holds
 * @param sensitivity how the answer must be protected
 * @param purpose what the answer is used for (個人情報保護法 61・62条), or null where the procedure's own purpose says it
 * @param copiedFrom the block it is a copy from, or null
 * @param prefill what it is filled in with when an application begins, or null
 * @param sameAs the question before it whose answer it takes where the applicant ticks that both are the same, or null
 */
public record Question(QuestionId id, QuestionKind kind, Localized label, @Nullable Localized hint,
        @Nullable Localized help, boolean required, Condition showIf, Sensitivity sensitivity,
        @Nullable Localized purpose, @Nullable CopiedFrom copiedFrom, @Nullable Prefill prefill,
        @Nullable QuestionId sameAs) implements Item {

    /** The same question with other limits. */
    public Question withKind(QuestionKind other) {
        return new Question(id, other, label, hint, help, required, showIf, sensitivity, purpose, copiedFrom, prefill,
                sameAs);
    }
}
