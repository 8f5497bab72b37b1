package jp.madoguchi.forms.publishing;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;

import jp.madoguchi.forms.Language;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.definition.Option;
import jp.madoguchi.forms.definition.Question;
import jp.madoguchi.forms.definition.QuestionKind;
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
            case Answer.Choices choices when chooses(old) && chooses(kind) -> chosen(former, now, choices, today);
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
        var known = choices.codes().stream().filter(code -> offers(now.kind(), code)).toList();
        boolean words = choices.other() == null
                || options(now.kind()).stream().anyMatch(option -> option.asksForWords()
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
        return old.getClass() == now.getClass() || isOneLine(old) && isOneLine(now) || isDay(old) && isDay(now);
    }

    private static boolean isOneLine(QuestionKind kind) {
        return switch (kind) {
            case QuestionKind.Text _,QuestionKind.Number _,QuestionKind.Money _,QuestionKind.Kana _,QuestionKind.Phone _,QuestionKind.Mail _,QuestionKind.CodeNumber _ ->
                true;
            default -> false;
        };
    }

    private static boolean isDay(QuestionKind kind) {
        return kind instanceof QuestionKind.Date || kind instanceof QuestionKind.Month;
    }

    static boolean chooses(QuestionKind kind) {
        return kind instanceof QuestionKind.ChooseListed || kind instanceof QuestionKind.ChooseOne
                || kind instanceof QuestionKind.ChooseMany;
    }

    private static boolean offers(QuestionKind kind, String code) {
        return kind instanceof QuestionKind.ChooseListed(var list)
                ? list.entry(code).isPresent()
                : options(kind).stream().anyMatch(option -> option.code().equals(code));
    }

    private static List<Option> options(QuestionKind kind) {
        return switch (kind) {
            case QuestionKind.ChooseOne(var options) -> options;
            case QuestionKind.ChooseMany many -> many.options();
            default -> List.of();
        };
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
        return options(kind).stream().filter(option -> option.code().equals(code)).toList();
    }
}
