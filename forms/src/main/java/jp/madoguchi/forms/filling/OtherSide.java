package jp.madoguchi.forms.filling;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

import jp.madoguchi.forms.QuestionId;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.answer.Answers;
import jp.madoguchi.forms.answer.Row;
import jp.madoguchi.forms.definition.Ending.OtherPerson;
import jp.madoguchi.forms.definition.Option;
import jp.madoguchi.forms.definition.Question;
import jp.madoguchi.forms.definition.QuestionKind;

import org.jspecify.annotations.Nullable;

/**
 * The same application from the side of somebody else who is asked about in it.
 */
final class OtherSide {

    private OtherSide() {}

    static Answers of(Filling filling, OtherPerson other) {
        var shown = filling.visibility();
        var answers = new LinkedHashMap<QuestionId, Answer>();
        shown.effective().values().forEach((question, answer) -> carried(answer)
                .ifPresent(kept -> answers.put(question, kept)));
        other.swap().forEach((one, two) -> {
            // Who is not asked about an answer of their own shares it: an address of people who live together.
            if (shown.shows(one) && shown.shows(two)) {
                var first = shown.effective().values().get(one);
                var second = shown.effective().values().get(two);
                put(filling, answers, one, second);
                put(filling, answers, two, first);
            }
        });
        other.without().forEach(answers::remove);
        other.set().forEach((question, code) -> chosen(filling, question, code)
                .ifPresent(answer -> answers.put(question, answer)));
        return new Answers(answers);
    }

    private static void put(Filling filling, LinkedHashMap<QuestionId, Answer> answers, QuestionId id,
            @Nullable Answer answer) {
        answers.remove(id);
        filling.procedure().item(id).filter(Question.class::isInstance).map(Question.class::cast)
                .flatMap(question -> Prefilling.take(question, answer, filling.today()))
                .ifPresent(taken -> answers.put(id, taken));
    }

    private static Optional<Answer> carried(Answer answer) {
        return answer instanceof Answer.Rows rows
                ? Optional.of(rows.with(rows.rows().stream().map(OtherSide::carried).toList()))
                : Optional.of(answer).filter(Prefilling::isShareable);
    }

    private static Row carried(Row row) {
        var answers = new LinkedHashMap<QuestionId, Answer>();
        row.answers().values().forEach((question, answer) -> carried(answer)
                .ifPresent(kept -> answers.put(question, kept)));
        return new Row(row.id(), new Answers(answers));
    }

    private static Optional<Answer> chosen(Filling filling, QuestionId id, String code) {
        return filling.procedure().item(id).filter(Question.class::isInstance).map(Question.class::cast)
                .map(Question::kind).flatMap(kind -> switch (kind) {
                    case QuestionKind.YesNo _ ->
                        Optional.<Answer>of(new Answer.YesNo(code.equals("yes")));
                    case QuestionKind.ChooseOne(List<Option> options) when options.stream()
                            .anyMatch(option -> option.code().equals(code)) ->
                        Optional.<Answer>of(new Answer.Choices(List.of(code), null));
                    default -> Optional.<Answer>empty();
                });
    }
}
