package jp.madoguchi.forms.field;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

import jp.madoguchi.forms.Language;
import jp.madoguchi.forms.Localized;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.definition.Option;
import jp.madoguchi.forms.definition.QuestionKind;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * One kind of question at work: how it reads, checks and prints an answer, and everything the rest of the program needs to know
 * of the kind: its name, its limits in a definition file, its control on a page. Whatever differs from kind to kind is asked
 * here and never found out elsewhere by a switch; which field a kind has stands in {@link KindName}.
 */
public interface QuestionField {

    static QuestionField of(QuestionKind kind) {
        return KindName.fieldOf(kind);
    }

    KindName name();

    /** Writes the limits into the question's own object as {@link KindName#define} reads them; what is usual is left out. */
    default void write(ObjectNode limits) {
        // Most kinds have no limits of their own.
    }

    /** What a page gives people to answer with. */
    Control control();

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

    /** Whether there is an answer at all. */
    default boolean hasAnswer() {
        return true;
    }

    /**
     * Whether people type what they like, so that a label could make them type their My Number, which nobody may ask for
     * (番号法20条).
     */
    boolean takesText();

    /** Whether the limits alone make it a field for a My Number. */
    default boolean isShapedLikeMyNumber() {
        return false;
    }

    /** Whether the whole answer stands in one control named like the question, where a script can see it. */
    default boolean isOneField() {
        return parts().contains("");
    }

    /** Whether it is one line of text, which can stand in another such field as it was typed. */
    default boolean isOneLine() {
        return false;
    }

    /** Whether the answer is one or several of the writer's own choices. */
    default boolean chooses() {
        return false;
    }

    /** The choices where they stand on the page; empty for everything else, long lists too. */
    default List<Option> options() {
        return List.of();
    }

    /** What conditions call the answers there can be; empty where these are not known beforehand. */
    default List<String> codes() {
        return List.of();
    }

    /** One of {@link #codes} for people; anything else is its own word. */
    default Localized word(String code) {
        return Localized.ja(code);
    }

    /** As what conditions and rules compare the answer, beside {@link #codes}. */
    default Compared comparedAs() {
        return Compared.NOTHING;
    }

    /** Whether the answer can tell one application from another. */
    default boolean tellsApart() {
        return false;
    }

    /** The texts that the form's writer gave to the kind itself. */
    default List<Wording> wordings() {
        return List.of();
    }

    /** What is said where the answer is missing. */
    default Localized missing(Localized label) {
        return AnyField.Message.NOT_ENTERED.text(label);
    }

    /** Reads typed parts that are not blank; null where flaws were added. */
    @Nullable
    Answer read(Typed typed, Flaws flaws);

    /** Adds what is wrong with a stored answer by the limits of the kind. */
    void check(Answer answer, Flaws flaws);

    /** How a number given as the answer reads to people; with a unit where the kind has one. */
    default String figure(BigDecimal value, Language language) {
        return AnyField.grouped(value);
    }

    /** The parts of an answer as a form shows them; {@link Typed#NOTHING} for an answer of another kind. */
    Typed print(Answer answer);
}
