package jp.madoguchi.forms.field;

import java.time.LocalDate;
import java.util.List;

import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.definition.Question;
import jp.madoguchi.forms.definition.QuestionKind;

/**
 * The fields of every kind of question: their posted parts, reading, checking and printing back.
 */
public final class Fields {

    private Fields() {}

    /** The names of the posted parts of a kind; {@code ""} is the bare path; empty for files and information. */
    public static List<String> parts(QuestionKind kind) {
        return QuestionField.of(kind).parts();
    }

    /** Reads what was typed; any text whatsoever may come in. */
    public static Reading read(Question question, Typed typed, LocalDate today) {
        var field = QuestionField.of(question.kind());
        if (typed.isBlankBeside(field.preset())) {
            return new Reading.Nothing();
        }
        var flaws = new Flaws(question.label(), today);
        var kept = TextGuard.inspect(typed, field.multiline(), flaws);
        if (flaws.isEmpty()) {
            var answer = field.read(kept, flaws);
            if (answer != null && flaws.isEmpty()) {
                field.check(answer, flaws);
            }
            if (answer != null && flaws.isEmpty()) {
                return new Reading.Understood(answer);
            }
        }
        return new Reading.NotUnderstood(flaws.found(), kept);
    }

    /** What is wrong with a stored answer by the limits of its kind. */
    public static List<Flaw> check(Question question, Answer answer, LocalDate today) {
        var flaws = new Flaws(question.label(), today);
        QuestionField.of(question.kind()).check(answer, flaws);
        return flaws.found();
    }

    /** The parts of an answer as a form shows them. */
    public static Typed print(QuestionKind kind, Answer answer) {
        return QuestionField.of(kind).print(answer);
    }
}
