package jp.madoguchi.forms.filling;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

import jp.madoguchi.forms.FieldPath;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.answer.Answers;
import jp.madoguchi.forms.definition.Question;
import jp.madoguchi.forms.definition.QuestionKind;
import jp.madoguchi.forms.field.Fields;

/**
 * Files that are attached and taken off again.
 */
final class FileMoves {

    private FileMoves() {}

    static Filling.Saved attach(Filling filling, FieldPath path, Answer.FileRef file) {
        var question = filling.question(path);
        var kind = question.map(each -> each.kind().filesTaken()).orElse(null);
        if (question.isEmpty() || kind == null || !filling.hasPlace(path)) {
            return new Filling.Saved(filling, List.of(Findings.noSuchPlace(path)));
        }
        if (filling.answer(path).filter(Answer.FilledIn.class::isInstance).isPresent()) {
            return new Filling.Saved(filling, List.of(Findings.filledInAlready(path, question.get())));
        }
        var files = new ArrayList<>(files(filling, path));
        if (files.stream().anyMatch(each -> each.id().equals(file.id()))) {
            return new Filling.Saved(filling, List.of());
        }
        files.add(file);
        // The fewest files are a matter for the page, not for the first of them.
        var findings = Fields.check(withoutFewest(question.get(), kind), new Answer.Files(files), filling.today())
                .stream().map(flaw -> Checking.finding(path, flaw)).toList();
        return findings.isEmpty()
                ? new Filling.Saved(put(filling, path, files), List.of())
                : new Filling.Saved(filling, findings);
    }

    static Filling detach(Filling filling, FieldPath path, UUID file) {
        var files = files(filling, path);
        var rest = files.stream().filter(each -> !each.id().equals(file)).toList();
        return rest.size() == files.size() ? filling : put(filling, path, rest);
    }

    private static List<Answer.FileRef> files(Filling filling, FieldPath path) {
        return filling.answer(path).filter(Answer.Files.class::isInstance).map(Answer.Files.class::cast)
                .map(Answer.Files::files).orElse(List.of());
    }

    private static Filling put(Filling filling, FieldPath path, List<Answer.FileRef> files) {
        UnaryOperator<Answers> change = answers -> files.isEmpty()
                ? answers.without(path.question())
                : answers.with(path.question(), new Answer.Files(files));
        return filling.with(Rows.change(filling.answers(), path.within(), change));
    }

    private static Question withoutFewest(Question question, QuestionKind.Files kind) {
        return question.withKind(new QuestionKind.Files(0, kind.max(), kind.maxBytes(), kind.types()));
    }
}
