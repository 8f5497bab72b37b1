package jp.madoguchi.forms.definition;

import jp.madoguchi.forms.Localized;
import jp.madoguchi.forms.QuestionId;
import jp.madoguchi.forms.condition.Condition;

/**
 * A check across questions.
 *
 * @param at the question beside which the message stands
 * @param holds what must hold wherever the question is shown and answered
 */
public record Rule(String id, QuestionId at, Condition holds, Localized message) {}
