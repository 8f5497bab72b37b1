package jp.madoguchi.platform.formpage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jp.madoguchi.forms.FieldPath;
import jp.madoguchi.forms.Language;
import jp.madoguchi.forms.QuestionId;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.answer.Row;
import jp.madoguchi.forms.definition.Question;
import jp.madoguchi.forms.definition.Repeat;
import jp.madoguchi.forms.field.QuestionField;
import jp.madoguchi.forms.filling.Filling;
import jp.madoguchi.forms.filling.Finding;
import jp.madoguchi.platform.pagekit.Words;

/** What the rows of a form's repeats are called while it is filled in: 「お子さん（2） 神戸 一郎」. */
public final class RowTitles {

    private final Filling filling;
    private final Language language;

    public RowTitles(Filling filling, Language language) {
        this.filling = filling;
        this.language = language;
    }

    /**
     * What is wrong, for a list that stands apart from the answer: about one of several rows it says first which one,
     * for the same question may be wrong in each of them.
     */
    public String tell(Finding finding) {
        var message = finding.message().in(language);
        var rows = String.join(" ", among(finding.path()));
        return rows.isEmpty() ? message : Words.in(language.tag(), "error.row", rows, message);
    }

    /** The rows around an answer, the outermost first, without those that stand alone. */
    private List<String> among(FieldPath path) {
        var titles = new ArrayList<String>();
        var items = filling.procedure().pages().stream().flatMap(page -> page.items().stream()).toList();
        var answers = filling.answers();
        for (var at : path.within()) {
            var repeat = items.stream().filter(Repeat.class::isInstance).map(Repeat.class::cast)
                    .filter(item -> item.id().equals(at.repeat())).findFirst();
            var rows = answers.get(at.repeat(), Answer.Rows.class).map(Answer.Rows::rows).orElse(List.of());
            int index = rows.stream().map(Row::id).toList().indexOf(at.row());
            if (repeat.isEmpty() || index < 0) {
                return titles;
            }
            var row = rows.get(index);
            if (rows.size() > 1) {
                titles.add(of(repeat.get(), row, index + 1));
            }
            items = repeat.get().items();
            answers = row.answers();
        }
        return titles;
    }

    /** @param number of the row, the first is 1 */
    String of(Repeat repeat, Row row, int number) {
        var counted = Words.in(language.tag(), "repeat.row", repeat.rowTitle().in(language), number);
        var from = repeat.titleFrom();
        var name = from == null
                ? Optional.<String>empty()
                : row.answers().get(from).flatMap(answer -> switch (answer) {
                    case Answer.PersonName person -> Optional.of(person.full());
                    case Answer.Text text -> Optional.of(text.value());
                    case Answer.Choices choices -> chosen(repeat, from, choices);
                    default -> Optional.empty();
                });
        return name.map(given -> counted + " " + given).orElse(counted);
    }

    private Optional<String> chosen(Repeat repeat, QuestionId from, Answer.Choices choices) {
        var code = choices.codes().getFirst();
        return repeat.item(from).filter(Question.class::isInstance).map(Question.class::cast)
                .map(question -> QuestionField.of(question.kind()).word(code).in(language));
    }
}
