package jp.madoguchi.forms.filling;

import java.util.LinkedHashMap;
import java.util.Optional;

import jp.madoguchi.forms.FieldPath;
import jp.madoguchi.forms.QuestionId;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.answer.Answers;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.forms.definition.Question;
import jp.madoguchi.forms.definition.QuestionKind;

/**
 * What somebody else fills in: what goes out to them, what comes back, and giving that up again.
 */
final class OtherMoves {

    private OtherMoves() {}

    /** The first answers of the other form: what is shown and answered here and fits there. */
    static Answers carried(Filling filling, FieldPath path, Procedure other) {
        var carried = new LinkedHashMap<QuestionId, Answer>();
        filling.question(path).map(Question::kind).filter(QuestionKind.FilledByOther.class::isInstance)
                .map(QuestionKind.FilledByOther.class::cast).ifPresent(kind -> {
                    var shown = filling.visibility();
                    kind.carries().forEach((target, source) -> {
                        var given = shown.find(source, path.within());
                        if (given != null && other.item(target).orElse(null) instanceof Question question) {
                            Prefilling.take(question, given, filling.today())
                                    .ifPresent(answer -> carried.put(target, answer));
                        }
                    });
                });
        return new Answers(carried);
    }

    /** With the answer in its place; none where the question is not there or asks for another procedure's form. */
    static Optional<Filling> fillIn(Filling filling, FieldPath path, Answer.FilledIn answer) {
        return filling.question(path)
                .filter(question -> question.kind() instanceof QuestionKind.FilledByOther kind
                        && kind.procedure().equals(answer.procedure()) && filling.hasPlace(path))
                .map(_ -> filling.with(Rows.change(filling.answers(), path.within(),
                        answers -> answers.with(path.question(), answer))));
    }

    static Filling takeOut(Filling filling, FieldPath path) {
        return filling.answer(path).filter(Answer.FilledIn.class::isInstance).isEmpty()
                ? filling
                : filling.with(Rows.change(filling.answers(), path.within(),
                        answers -> answers.without(path.question())));
    }
}
