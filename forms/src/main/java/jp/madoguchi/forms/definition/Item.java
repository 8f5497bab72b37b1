package jp.madoguchi.forms.definition;

import jp.madoguchi.forms.Localized;
import jp.madoguchi.forms.QuestionId;
import jp.madoguchi.forms.condition.Condition;

/**
 * What stands on a page: a question or a repeat of questions.
 */
public sealed interface Item permits Question, Repeat {

    QuestionId id();

    Localized label();

    /** Asked only where this holds; {@link Condition#ALWAYS} where nothing else is said. */
    Condition showIf();
}
