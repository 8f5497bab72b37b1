package jp.madoguchi.portal.wording;

import java.util.List;

import jp.madoguchi.forms.Language;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.answer.Answers;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.forms.reading.ReadingView;
import jp.madoguchi.platform.pdf.Entry;
import jp.madoguchi.platform.pdf.Section;

/** Answers as they are printed: in Japanese, the language of record, with the fingerprint of each file. */
public final class AnswersOnPaper {

    private AnswersOnPaper() {}

    /** One section for each page of the form and each row on it, in the form's own order. */
    public static List<Section> sections(Procedure procedure, Answers answers) {
        return ReadingView.of(procedure, answers, Language.JA).sections().stream()
                .map(section -> new Section(section.title(),
                        section.lines().stream().map(AnswersOnPaper::entry).toList()))
                .toList();
    }

    private static Entry entry(ReadingView.Line line) {
        if (line.files().isEmpty()) {
            return new Entry(line.label(), line.value().isEmpty() ? "（記入なし）" : line.value());
        }
        var files = String.join("\n", line.files().stream().map(AnswersOnPaper::file).toList());
        return new Entry(line.label(), line.told().isEmpty() ? files : line.told() + "\n" + files);
    }

    private static String file(Answer.FileRef file) {
        return file.name() + "（" + file.bytes() + "バイト）\nSHA-256: " + file.sha256();
    }
}
