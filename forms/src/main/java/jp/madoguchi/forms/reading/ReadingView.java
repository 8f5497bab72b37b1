package jp.madoguchi.forms.reading;

import java.util.List;
import java.util.stream.Collectors;

import jp.madoguchi.forms.FieldPath;
import jp.madoguchi.forms.Language;
import jp.madoguchi.forms.PageId;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.answer.Answers;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.forms.definition.QuestionKind;
import jp.madoguchi.forms.definition.Sensitivity;

/**
 * Answers in the form's own order and words: the same for the review page, the clerk and the paper copy.
 */
public record ReadingView(List<Section> sections) {

    public ReadingView {
        sections = List.copyOf(sections);
    }

    /**
     * One page, or one row of a repeat on it.
     *
     * @param level 1 for a page, 2 for a row, 3 for a row within a row
     */
    public record Section(PageId page, String title, int level, List<Line> lines) {
        public Section {
            lines = List.copyOf(lines);
        }
    }

    /** @param value as read; several lines where the answer has them; empty where nothing was answered */
    public record Line(FieldPath path, String label, String value, List<Answer.FileRef> files,
            Sensitivity sensitivity) {
        public Line {
            files = List.copyOf(files);
        }

        /** What is said beside the files; empty where that is nothing but their names. */
        public String told() {
            var names = files.stream().map(Answer.FileRef::name).collect(Collectors.joining("\n"));
            return value.equals(names) ? "" : value;
        }
    }

    /** Effective answers only; what was hidden does not appear, what was asked and left open appears empty. */
    public static ReadingView of(Procedure procedure, Answers answers, Language language) {
        return new Reader(procedure, answers, language).read();
    }

    /** One answer as people read it; several lines where it has them. */
    public static String say(QuestionKind kind, Answer answer, Language language) {
        return new AnswerWords(language).say(kind, answer);
    }
}
