package jp.madoguchi.forms.reading;

import java.util.ArrayList;
import java.util.List;

import jp.madoguchi.forms.FieldPath;
import jp.madoguchi.forms.Language;
import jp.madoguchi.forms.PageId;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.answer.Answers;
import jp.madoguchi.forms.answer.Row;
import jp.madoguchi.forms.definition.Item;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.forms.definition.Question;
import jp.madoguchi.forms.definition.Repeat;
import jp.madoguchi.forms.field.QuestionField;
import jp.madoguchi.forms.filling.Visibility;

import org.jspecify.annotations.Nullable;

/**
 * Lays answers out in the form's own order.
 */
final class Reader {

    private final Procedure procedure;
    private final Answers answers;
    private final Language language;
    private final AnswerWords words;
    private final Visibility shown;
    private final List<ReadingView.Section> sections = new ArrayList<>();

    Reader(Procedure procedure, Answers answers, Language language) {
        this.procedure = procedure;
        this.answers = answers;
        this.language = language;
        words = new AnswerWords(language);
        // The day of filling in is past: what only depends on it is shown where it was answered.
        shown = Visibility.of(procedure, answers, null);
    }

    ReadingView read() {
        for (var page : procedure.pages()) {
            items(page.id(), page.title().in(language), List.of(), page.items(), answers);
        }
        return new ReadingView(sections);
    }

    /** A row is told even where nothing stands in it; so is its heading before the rows within it. */
    private void items(PageId page, String title, List<FieldPath.At> within, List<Item> items, Answers given) {
        int level = within.size() + 1;
        var lines = new ArrayList<ReadingView.Line>();
        boolean told = within.isEmpty();
        for (var item : items) {
            switch (item) {
                case Question question -> {
                    var path = new FieldPath(within, question.id());
                    var line = line(path, question, given.get(question.id()).orElse(null), shown.shows(path));
                    if (line != null) {
                        lines.add(line);
                    }
                }
                case Repeat repeat -> {
                    var rows = given.get(repeat.id(), Answer.Rows.class).map(Answer.Rows::rows).orElse(List.of());
                    if (!lines.isEmpty() || (!told && !rows.isEmpty())) {
                        sections.add(new ReadingView.Section(page, title, level, lines));
                        lines.clear();
                        told = true;
                    }
                    for (int i = 0; i < rows.size(); i++) {
                        var row = rows.get(i);
                        items(page, title(repeat, row, i + 1), new FieldPath(within, repeat.id()).rows(row.id()),
                                repeat.items(), row.answers());
                    }
                }
            }
        }
        if (!lines.isEmpty() || !told) {
            sections.add(new ReadingView.Section(page, title, level, lines));
        }
    }

    private String title(Repeat repeat, Row row, int number) {
        var plain = repeat.rowTitle().in(language) + " " + number;
        var from = repeat.titleFrom();
        if (from == null) {
            return plain;
        }
        return repeat.item(from).filter(Question.class::isInstance).map(Question.class::cast)
                .flatMap(question -> row.answers().get(from).map(answer -> switch (answer) {
                    case Answer.PersonName name -> name.full();
                    default -> words.say(question.kind(), answer).replace('\n', ' ');
                })).map(name -> plain + "：" + name).orElse(plain);
    }

    private ReadingView.@Nullable Line line(FieldPath path, Question question, @Nullable Answer answer,
            boolean asked) {
        if (!QuestionField.of(question.kind()).hasAnswer() || (answer == null && !asked)) {
            return null;
        }
        var value = answer == null ? "" : words.say(question.kind(), answer);
        var files = answer == null ? List.<Answer.FileRef>of() : answer.filesOf();
        return new ReadingView.Line(path, question.label().in(language), value, files, question.sensitivity());
    }
}
