package jp.madoguchi.forms.field;

import java.util.List;

import jp.madoguchi.forms.answer.Answer;

import org.jspecify.annotations.Nullable;

/** A question whose answer, if it has one, comes another way than with the page: nothing of it is typed or shown there. */
interface NotPosted extends QuestionField {

    @Override
    default List<String> parts() {
        return List.of();
    }

    @Override
    default boolean takesText() {
        return false;
    }

    @Override
    default @Nullable Answer read(Typed typed, Flaws flaws) {
        AnyField.wrong(flaws);
        return null;
    }

    @Override
    default Typed print(Answer answer) {
        return Typed.NOTHING;
    }
}
