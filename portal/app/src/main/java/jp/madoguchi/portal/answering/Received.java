package jp.madoguchi.portal.answering;

import java.util.List;
import java.util.Map;
import jp.madoguchi.forms.FieldPath;
import jp.madoguchi.platform.problem.Refusal;
import jp.madoguchi.portal.upload.Attachment;

/**
 * A page as it was posted, with its files.
 *
 * @param refused files that were not taken, with the field they were sent in
 */
public record Received(PostedPage page, List<Attachment> files, List<RefusedFile> refused) {

    public record RefusedFile(FieldPath field, Refusal reason) {}

    public static Received of(Map<String, List<String>> fields) {
        return new Received(PostedPage.of(fields), List.of(), List.of());
    }

    Received with(PostedPage other) {
        return new Received(other, files, refused);
    }

    /** The HTTP status of a page that is shown again with what could not be kept. */
    int status() {
        return refused.isEmpty() ? 422 : refused.getFirst().reason().status().value();
    }
}
