package jp.madoguchi.portal.answering;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import jp.madoguchi.forms.FieldPath;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.filling.Filling;
import jp.madoguchi.forms.filling.Finding;
import jp.madoguchi.portal.draft.AttachedFiles;
import jp.madoguchi.portal.upload.Attachment;

/**
 * A filling with the files that arrived with a page.
 *
 * @param attached those that became answers
 * @param refused what is wrong with the others
 */
record TakenFiles(Filling filling, List<UUID> attached, List<Finding> refused) {

    static TakenFiles in(Filling filling, List<Attachment> files) {
        var now = filling;
        var attached = new ArrayList<UUID>();
        var refused = new ArrayList<Finding>();
        for (var file : files) {
            var saved = now.attach(FieldPath.parse(file.field()), new Answer.FileRef(file.id(), file.name(),
                    file.bytes(), file.sha256(), file.mediaType()));
            if (saved.isClean()) {
                now = saved.filling();
                attached.add(file.id());
            } else {
                refused.addAll(saved.findings());
            }
        }
        return new TakenFiles(now, attached, refused);
    }

    /** Those that are answers still, after what the button asked for. */
    List<UUID> attachedIn(Filling next) {
        var there = AttachedFiles.idsIn(next.answers());
        return attached.stream().filter(there::contains).toList();
    }
}
