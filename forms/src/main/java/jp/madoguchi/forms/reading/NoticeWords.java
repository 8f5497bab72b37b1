package jp.madoguchi.forms.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jp.madoguchi.forms.Language;
import jp.madoguchi.forms.QuestionId;
import jp.madoguchi.forms.RowId;
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

    private final Procedure procedure;
    private final Answers whole;
    private final Row row;
    private final AllowanceWords allowance;

    private NoticeWords(Procedure procedure, Answers whole, Row row, AllowanceWords allowance) {
        this.procedure = procedure;
        this.whole = whole;
        this.row = row;
        this.allowance = allowance;
    }

    /** @param text one line for each row where the line stands for rows */
    public record Said(String label, String text) {}

    /**
     * The lines whose answers are all there; one with a hole is left out.
     *
     * @param arrived the day the application arrived, in the city's time zone
     * @param isOpen whether the city's offices are open on a day
     */
    public static List<Said> of(Procedure procedure, Answers answers, LocalDate arrived, Predicate<LocalDate> isOpen) {
        var rule = procedure.notices().childAllowance();
        var allowance = rule == null ? AllowanceWords.NONE : AllowanceWords.of(rule, answers, arrived, isOpen);
        var said = new ArrayList<Said>();
        for (var line : procedure.notices().lines()) {
            var text = rows(line, answers).stream()
                    .map(row -> new NoticeWords(procedure, answers, row, allowance).fill(line.text()))
                    .filter(each -> !each.isEmpty()).collect(Collectors.joining("\n"));
            if (!text.isEmpty()) {
                said.add(new Said(line.label(), text));
            }
        }
        return List.copyOf(said);
    }

    /** The questions that a line takes its words from. */
    public static List<QuestionId> questions(NoticeLine line) {
        return MARK.matcher(line.text()).results().map(mark -> mark.group(1)).filter(mark -> !isAllowance(mark))
                .map(QuestionId::new).distinct().toList();
    }

    /** Whether a line tells what the child allowance comes to. */
    public static boolean tellsAllowance(NoticeLine line) {
        return MARK.matcher(line.text()).results().anyMatch(mark -> isAllowance(mark.group(1)));
    }

    private static boolean isAllowance(String mark) {
        return mark.equals(AllowanceWords.AMOUNT) || mark.equals(AllowanceWords.START);
    }

    /** The whole application stands as a row of its own where a line stands once. */
    private static List<Row> rows(NoticeLine line, Answers answers) {
        var repeat = line.forEach();
        return repeat == null
                ? List.of(new Row(new RowId("r0"), answers))
                : answers.get(repeat, Answer.Rows.class).map(Answer.Rows::rows).orElse(List.of());
    }

    /** Empty where an answer is missing. */
    private String fill(String text) {
        var missing = new boolean[1];
        var filled = MARK.matcher(text).replaceAll(mark -> {
            var word = isAllowance(mark.group(1))
                    ? allowance.word(mark.group(1), Optional.of(row.id()))
                    : answered(new QuestionId(mark.group(1)));
            missing[0] |= word.isEmpty();
            return Matcher.quoteReplacement(word);
        });
        return missing[0] ? "" : filled;
    }

    private String answered(QuestionId id) {
        return row.answers().get(id).or(() -> whole.get(id)).map(given -> say(procedure, id, given)).orElse("");
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
