package jp.madoguchi.forms.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jp.madoguchi.forms.Language;
import jp.madoguchi.forms.QuestionId;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.answer.Answers;
import jp.madoguchi.forms.answer.Row;
import jp.madoguchi.forms.definition.NoticeLine;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.forms.definition.Question;
import jp.madoguchi.forms.japanese.Era;

/**
 * What a notice says of what is decided, from the answers.
 */
public final class NoticeWords {

    private static final Pattern MARK = Pattern.compile("\\{([a-z][a-z0-9-]*)}");
    private static final AnswerWords WORDS = new AnswerWords(Language.JA);

    private NoticeWords() {}

    /** @param text one line for each row where the line stands for rows */
    public record Said(String label, String text) {}

    /** The lines whose answers are all there; one with a hole is left out. */
    public static List<Said> of(Procedure procedure, Answers answers) {
        var said = new ArrayList<Said>();
        for (var line : procedure.notices().lines()) {
            var text = rows(line, answers).stream().map(row -> fill(procedure, line.text(), row, answers))
                    .filter(each -> !each.isEmpty()).collect(Collectors.joining("\n"));
            if (!text.isEmpty()) {
                said.add(new Said(line.label(), text));
            }
        }
        return List.copyOf(said);
    }

    /** The questions that a line takes its words from. */
    public static List<QuestionId> questions(NoticeLine line) {
        return MARK.matcher(line.text()).results().map(mark -> new QuestionId(mark.group(1))).distinct().toList();
    }

    private static List<Answers> rows(NoticeLine line, Answers answers) {
        var repeat = line.forEach();
        return repeat == null
                ? List.of(answers)
                : answers.get(repeat, Answer.Rows.class).map(Answer.Rows::rows).orElse(List.of()).stream()
                        .map(Row::answers).toList();
    }

    /** Empty where an answer is missing. */
    private static String fill(Procedure procedure, String text, Answers row, Answers whole) {
        var missing = new boolean[1];
        var filled = MARK.matcher(text).replaceAll(mark -> {
            var id = new QuestionId(mark.group(1));
            var answer = row.get(id).or(() -> whole.get(id));
            var word = answer.map(given -> say(procedure, id, given)).orElse("");
            missing[0] |= word.isEmpty();
            return Matcher.quoteReplacement(word);
        });
        return missing[0] ? "" : filled;
    }

    /** As a letter writes it: a name without its kana, a date in the era alone. */
    private static String say(Procedure procedure, QuestionId id, Answer answer) {
        return switch (answer) {
            case Answer.PersonName name -> name.full();
            case Answer.Date(var day) -> Era.format(day);
            default -> procedure.item(id).filter(Question.class::isInstance)
                    .map(item -> WORDS.say(((Question) item).kind(), answer)).orElse("");
        };
    }
}
