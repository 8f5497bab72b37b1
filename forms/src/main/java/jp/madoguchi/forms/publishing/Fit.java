package jp.madoguchi.forms.publishing;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;

import jp.madoguchi.forms.Language;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.definition.Option;
import jp.madoguchi.forms.definition.Question;
import jp.madoguchi.forms.definition.QuestionKind;
import jp.madoguchi.forms.field.Compared;
import jp.madoguchi.forms.field.QuestionField;
import jp.madoguchi.forms.field.Fields;
import jp.madoguchi.forms.field.Reading;
import jp.madoguchi.forms.field.Typed;
import jp.madoguchi.forms.reading.ReadingView;

/**
 * How the answer to a question fits what the question has become.
 */
sealed interface Fit {

    /** @param asksTheSame whether nothing about the question changed that matters to this answer */
    record Stays(Answer answer, boolean asksTheSame) implements Fit {}

    /** @param rest what does not fit any more */
    record InPart(Answer answer, Answer rest) implements Fit {}

    /** It has to be mended: it stands in the field as it was typed. */
    record AsTyped(Typed typed) implements Fit {}

    /** Nothing of it can be kept, and nothing in it was the applicant's own words. */
    record AskedAnew() implements Fit {}

    record NoPlace() implements Fit {}

    static Fit of(Question former, Question now, Answer answer, LocalDate today, Language language) {
        var old = former.kind();
        var kind = now.kind();
        return switch (answer) {
            // Whoever agreed to one sentence has not agreed to another.
            case Answer.Agreement _ -> old.equals(kind)
                    ? new Stays(answer, true)
                    : kind instanceof QuestionKind.Agreement ? new AskedAnew() : new NoPlace();
            case Answer.FilledIn filled -> kind instanceof QuestionKind.FilledByOther other
                    && other.procedure().equals(filled.procedure())
                            ? stays(former, now, answer, today)
                            : new NoPlace();
            case Answer.Files _ -> kind.filesTaken() == null ? new NoPlace() : stays(former, now, answer, today);
            case Answer.Choices choices when QuestionField.of(old).chooses() && QuestionField.of(kind).chooses() ->
                chosen(former, now, choices, today);
            default -> old.getClass() == kind.getClass()
                    ? stays(former, now, answer, today)
                    : readAnew(old, now, answer, today, language);
        };
    }

    private static Fit stays(Question former, Question now, Answer answer, LocalDate today) {
        boolean same = former.label().equals(now.label()) && sameLimits(former.kind(), now.kind(), answer);
        return new Stays(answer, same && (Fields.check(now, answer, today).isEmpty()
                || !Fields.check(former, answer, today).isEmpty()));
    }

    private static Fit chosen(Question former, Question now, Answer.Choices choices, LocalDate today) {
        var known = choices.codes().stream().filter(QuestionField.of(now.kind()).codes()::contains).toList();
        boolean words = choices.other() == null
                || QuestionField.of(now.kind()).options().stream().anyMatch(option -> option.asksForWords()
                        && known.contains(option.code()));
        if (known.isEmpty()) {
            return new NoPlace();
        }
        if (known.size() == choices.codes().size() && words) {
            return stays(former, now, choices, today);
        }
        var rest = choices.codes().stream().filter(code -> !known.contains(code)).toList();
        return new InPart(new Answer.Choices(known, words ? choices.other() : null),
                rest.isEmpty()
                        ? new Answer.Text(String.valueOf(choices.other()))
                        : new Answer.Choices(rest, choices.other()));
    }

    /** What is typed alike is read as the other kind; into free text goes what people read. */
    private static Fit readAnew(QuestionKind old, Question now, Answer answer, LocalDate today, Language language) {
        var kind = now.kind();
        Typed typed;
        if (takesTyped(old, kind)) {
            var parts = new TreeMap<>(Fields.print(old, answer).parts());
            parts.keySet().retainAll(Fields.parts(kind));
            typed = new Typed(parts);
        } else if (kind instanceof QuestionKind.Text text) {
            var words = ReadingView.say(old, answer, language);
            typed = Typed.of(text.multiline() ? words : words.replace('\n', ' '));
        } else {
            return new NoPlace();
        }
        return switch (Fields.read(now, typed, today)) {
            case Reading.Understood(Answer understood) -> new Stays(understood, false);
            case Reading.NotUnderstood(var _, Typed kept) when !kept.parts().isEmpty() -> new AsTyped(kept);
            default -> new NoPlace();
        };
    }

    /** Whether what stands typed in a field of the one kind may stand in a field of the other. */
    static boolean takesTyped(QuestionKind old, QuestionKind now) {
        var former = QuestionField.of(old);
        var field = QuestionField.of(now);
        return old.getClass() == now.getClass() || former.isOneLine() && field.isOneLine()
                || isTypedDay(former) && isTypedDay(field);
    }

    /** What somebody else filled in may count as a day, but is not typed. */
    private static boolean isTypedDay(QuestionField field) {
        return field.comparedAs() == Compared.DAY && !field.parts().isEmpty();
    }

    /** Of a list only the entries that were chosen matter. */
    private static boolean sameLimits(QuestionKind former, QuestionKind now, Answer answer) {
        if (!(answer instanceof Answer.Choices choices) || former.getClass() != now.getClass()) {
            return former.equals(now);
        }
        return former instanceof QuestionKind.ChooseListed(var old)
                && now instanceof QuestionKind.ChooseListed(var newer)
                        ? choices.codes().stream().allMatch(code -> old.entry(code).equals(newer.entry(code)))
                        : choices.codes().stream().allMatch(code -> chosen(former, code).equals(chosen(now, code)));
    }

    private static List<Option> chosen(QuestionKind kind, String code) {
        return QuestionField.of(kind).options().stream().filter(option -> option.code().equals(code)).toList();
    }
}
