package jp.madoguchi.portal.application;

import java.util.List;
import java.util.stream.Stream;

import jp.madoguchi.exchange.Consignment;
import jp.madoguchi.forms.FieldPath;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.answer.Answers;

/**
 * The files among the answers, with where they stand.
 */
final class AttachedFiles {

    private AttachedFiles() {}

    static List<Consignment.Attachment> in(Answers answers) {
        return answers.values().entrySet().stream().flatMap(entry -> switch (entry.getValue()) {
            case Answer.Files files -> attachments(FieldPath.of(entry.getKey()), files);
            case Answer.Rows rows -> rows.rows().stream()
                    .flatMap(row -> row.answers().values().entrySet().stream()
                            .flatMap(inner -> inner.getValue() instanceof Answer.Files files
                                    ? attachments(FieldPath.of(entry.getKey(), row.id(), inner.getKey()), files)
                                    : Stream.<Consignment.Attachment>empty()));
            default -> Stream.<Consignment.Attachment>empty();
        }).toList();
    }

    private static Stream<Consignment.Attachment> attachments(FieldPath path, Answer.Files files) {
        return files.files().stream().map(file -> new Consignment.Attachment(file.id(), path.toString(), file.name(),
                file.bytes(), file.sha256(), file.mediaType()));
    }
}
