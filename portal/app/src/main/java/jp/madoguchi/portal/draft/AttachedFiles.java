package jp.madoguchi.portal.draft;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.madoguchi.exchange.Consignment;
import jp.madoguchi.forms.FieldPath;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.answer.Answers;

/**
 * The files among the answers, with where they stand.
 */
public final class AttachedFiles {

    private AttachedFiles() {}

    public static List<Consignment.Attachment> in(Answers answers) {
        return in(List.of(), answers).toList();
    }

    public static Set<UUID> idsIn(Answers answers) {
        return in(List.of(), answers).map(Consignment.Attachment::id).collect(Collectors.toSet());
    }

    private static Stream<Consignment.Attachment> in(List<FieldPath.At> within, Answers answers) {
        return answers.values().entrySet().stream().flatMap(entry -> {
            var path = new FieldPath(within, entry.getKey());
            return switch (entry.getValue()) {
                case Answer.Rows rows -> rows.rows().stream().flatMap(row -> in(path.rows(row.id()), row.answers()));
                case Answer answer -> attachments(path, answer);
            };
        });
    }

    private static Stream<Consignment.Attachment> attachments(FieldPath path, Answer answer) {
        return answer.filesOf().stream().map(file -> new Consignment.Attachment(file.id(), path.toString(), file.name(),
                file.bytes(), file.sha256(), file.mediaType()));
    }
}
