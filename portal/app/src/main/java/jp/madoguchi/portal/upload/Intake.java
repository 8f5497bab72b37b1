package jp.madoguchi.portal.upload;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import jp.madoguchi.forms.definition.QuestionKind.FileType;
import jp.madoguchi.platform.content.ContentKind;
import jp.madoguchi.platform.content.FileInspector;
import jp.madoguchi.platform.content.Flaw;
import jp.madoguchi.platform.content.Photos;
import jp.madoguchi.platform.pagekit.UploadedFile;
import jp.madoguchi.platform.problem.Refusal;
import jp.madoguchi.portal.wording.Wording;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;

/**
 * One file on its way in. What is over the limit is read to its end and thrown away rather than cut off, so that the fields behind it
 * still arrive and the browser gets an answer.
 */
final class Intake {

    private final FileInspector inspector;
    private final String name;
    private final Set<FileType> allowed;
    private final long limit;
    private final Wording wording;
    private long bytes;

    /** @param name as the sender knows it */
    Intake(FileInspector inspector, String name, Set<FileType> allowed, long limit, Wording wording) {
        this.inspector = inspector;
        this.name = name;
        this.allowed = allowed;
        this.limit = limit;
        this.wording = wording;
    }

    void take(DataBuffer buffer, Spooled spooled) {
        bytes += buffer.readableByteCount();
        if (bytes > limit) {
            DataBufferUtils.release(buffer);
        } else {
            spooled.take(buffer);
        }
    }

    /** What is to be stored, and as what. */
    record Taken(Path file, ContentKind kind) {}

    /**
     * Looks into what arrived, and leaves out what a camera noted of place and time.
     *
     * @throws Refusal which says to the sender what is wrong and what to do
     */
    Taken examine(Spooled spooled) throws IOException {
        if (bytes > limit) {
            throw new Refusal.TooLarge("file-too-large",
                    wording.text("upload.too-large", name, UploadedFile.size(limit)),
                    limit);
        }
        if (bytes == 0) {
            throw new Refusal.Unprocessable("file-empty", wording.text("upload.empty", name));
        }
        var found = inspector.inspect(spooled.sent(), name);
        if (found.flaw() != null && (isAllowed(found.kind()) || found.flaw() == Flaw.MACROS)) {
            throw flawed(found.kind(), found.flaw());
        }
        if (!isAllowed(found.kind())) {
            throw new Refusal.UnsupportedKind("file-kind", wording.text("upload.kind", name, names()));
        }
        return Photos.clean(found.kind(), spooled.sent(), spooled.cleaned())
                ? new Taken(spooled.cleaned(), found.kind())
                : new Taken(spooled.sent(), found.kind());
    }

    private Refusal flawed(ContentKind kind, Flaw flaw) {
        var words = flaw.name().toLowerCase(Locale.ROOT).replace('_', '-');
        var what = switch (flaw) {
            case LOCKED, ACTIVE -> words + (kind == ContentKind.PDF ? "-pdf" : "-book");
            case DAMAGED, TOO_MUCH, MACROS, EMBEDDED, OLD_FORMAT -> words;
        };
        return new Refusal.Unprocessable("file-" + words, wording.text("upload." + what, name));
    }

    private boolean isAllowed(ContentKind kind) {
        return allowed.stream().anyMatch(type -> type.name().equals(kind.name()));
    }

    private String names() {
        return allowed.stream().sorted().map(type -> type == FileType.XLSX ? "Excel (xlsx)" : type.name())
                .collect(Collectors.joining(wording.isJapanese() ? "・" : ", "));
    }
}
