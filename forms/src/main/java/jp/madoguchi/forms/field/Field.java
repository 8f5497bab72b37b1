package jp.madoguchi.forms.field;

import java.util.List;
import java.util.Set;

import jp.madoguchi.forms.answer.Answer;

import org.jspecify.annotations.Nullable;

/**
 * One kind of question at work.
 */
interface Field {

    /** The names of the posted parts; {@code ""} is the bare path; empty for what is not posted with a page. */
    List<String> parts();

    /** Parts that a form comes with filled in, so that they do not count as typed. */
    default Set<String> preset() {
        return Set.of();
    }

    /** The part that takes the focus when an answer is missing. */
    default String firstPart() {
        return parts().isEmpty() ? "" : parts().getFirst();
    }

    /** Whether the part may hold several lines. */
    default boolean multiline() {
        return false;
    }

    /** Whether an answer is given by choosing rather than by typing; decides the words of messages. */
    default boolean chosen() {
        return false;
    }

    /** Reads typed parts that are not blank; null where flaws were added. */
    @Nullable
    Answer read(Typed typed, Flaws flaws);

    /** Adds what is wrong with a stored answer by the limits of the kind. */
    void check(Answer answer, Flaws flaws);

    /** The parts of an answer as a form shows them; {@link Typed#NOTHING} for an answer of another kind. */
    Typed print(Answer answer);
}
