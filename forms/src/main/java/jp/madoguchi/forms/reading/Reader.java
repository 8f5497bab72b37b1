package jp.madoguchi.forms.reading;

import java.util.ArrayList;
import java.util.List;

import jp.madoguchi.forms.FieldPath;
import jp.madoguchi.forms.Language;
import jp.madoguchi.forms.PageId;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.answer.Answers;
import jp.madoguchi.forms.answer.Row;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.forms.definition.Question;
import jp.madoguchi.forms.definition.QuestionKind;
import jp.madoguchi.forms.definition.Repeat;
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
            var title = page.title().in(language);
            var lines = new ArrayList<ReadingView.Line>();
            for (var item : page.items()) {
                switch (item) {
                    case Question question -> {
                        var line = line(FieldPath.of(question.id()), question,
                                answers.get(question.id()).orElse(null), shown.shows(question.id()));
                        if (line != null) {
                            lines.add(line);
                        }
                    }
                    case Repeat repeat -> {
                        if (!lines.isEmpty()) {
                            sections.add(new ReadingView.Section(page.id(), title, 1, lines));
                            lines.clear();
                        }
                        rows(page.id(), repeat);
                    }
                }
            }
            if (!lines.isEmpty()) {
                sections.add(new ReadingView.Section(page.id(), title, 1, lines));
            }
        }
        return new ReadingView(sections);
    }

    private void rows(PageId page, Repeat repeat) {
        var rows = answers.get(repeat.id(), Answer.Rows.class).map(Answer.Rows::rows).orElse(List.of());
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            var lines = new ArrayList<ReadingView.Line>();
            for (var question : repeat.questions()) {
                var line = line(FieldPath.of(repeat.id(), row.id(), question.id()), question,
                        row.answers().get(question.id()).orElse(null),
                        shown.shows(repeat.id(), row.id(), question.id()));
                if (line != null) {
                    lines.add(line);
                }
            }
            sections.add(new ReadingView.Section(page, title(repeat, row, i + 1), 2, lines));
        }
    }

    private String title(Repeat repeat, Row row, int number) {
        var plain = repeat.rowTitle().in(language) + " " + number;
        var from = repeat.titleFrom();
        if (from == null) {
            return plain;
        }
        return repeat.questions().stream().filter(question -> question.id().equals(from)).findFirst()
                .flatMap(question -> row.answers().get(from).map(answer -> switch (answer) {
                    case Answer.PersonName name -> name.full();
                    default -> words.say(question.kind(), answer).replace('\n', ' ');
                })).map(name -> plain + "：" + name).orElse(plain);
    }

    private ReadingView.@Nullable Line line(FieldPath path, Question question, @Nullable Answer answer,
            boolean asked) {
        if (question.kind() instanceof QuestionKind.Information || (answer == null && !asked)) {
            return null;
        }
        var value = answer == null ? "" : words.say(question.kind(), answer);
        var files = answer instanceof Answer.Files(var attached) ? attached : List.<Answer.FileRef>of();
        return new ReadingView.Line(path, question.label().in(language), value, files, question.sensitivity());
    }
}
