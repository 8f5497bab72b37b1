package jp.madoguchi.portal.upload;

import java.io.ByteArrayOutputStream;
import java.util.Set;

import jp.madoguchi.forms.definition.QuestionKind.FileType;
import jp.madoguchi.platform.content.ContentDetector;
import jp.madoguchi.platform.content.ContentKind;
import jp.madoguchi.platform.pagekit.UploadedFile;
import jp.madoguchi.platform.problem.Refusal;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Watches one file on its way in. What is over the limit is read to its end and thrown away rather than cut off, so that the
 * fields behind it still arrive and the browser gets an answer.
 */
final class Intake {

    private final ContentDetector detector;
    private final String name;
    private final Set<FileType> allowed;
    private final long limit;
    private final ByteArrayOutputStream head = new ByteArrayOutputStream();
    private long bytes;

    Intake(ContentDetector detector, String name, Set<FileType> allowed, long limit) {
        this.detector = detector;
        this.name = name;
        this.allowed = allowed;
        this.limit = limit;
    }

    /** The content, failing only after its end: with {@link Refusal.TooLarge} or {@link Refusal.UnsupportedKind}. */
    Flux<DataBuffer> watch(Flux<DataBuffer> content) {
        // Not filter(): what it drops it also releases, by way of the store's discard hook, and so a second time.
        return content.<DataBuffer>handle((buffer, sink) -> {
            if (take(buffer)) {
                sink.next(buffer);
            }
        }).concatWith(Mono.defer(this::verdict));
    }

    /** What the first bytes say the file is. */
    ContentKind kind() {
        return detector.detect(head.toByteArray(), name);
    }

    private boolean take(DataBuffer buffer) {
        bytes += buffer.readableByteCount();
        if (bytes > limit) {
            DataBufferUtils.release(buffer);
            return false;
        }
        int wanted = Math.min(ContentDetector.HEAD_BYTES - head.size(), buffer.readableByteCount());
        if (wanted > 0) {
            var first = new byte[wanted];
            buffer.toByteBuffer(buffer.readPosition(), java.nio.ByteBuffer.wrap(first), 0, wanted);
            head.writeBytes(first);
        }
        return true;
    }

    private Mono<DataBuffer> verdict() {
        if (bytes > limit) {
            return Mono.error(new Refusal.TooLarge("file-too-large",
                    "「" + name + "」は大きすぎます。1ファイル" + UploadedFile.size(limit)
                            + "までです。解像度を下げるか、分けて添付してください。",
                    limit));
        }
        if (bytes == 0) {
            return Mono.error(new Refusal.Unprocessable("file-empty", "「" + name + "」は空のファイルです。別のファイルを選んでください。"));
        }
        var kind = kind();
        return allowed.stream().anyMatch(type -> type.name().equals(kind.name()))
                ? Mono.empty()
                : Mono.error(new Refusal.UnsupportedKind("file-kind",
                        "「" + name + "」の中身は、受け付けている種類のファイルではありません。" + names() + "のいずれかを選んでください。"));
    }

    private String names() {
        return allowed.stream().sorted().map(type -> type == FileType.XLSX ? "Excel（xlsx）" : type.name())
                .collect(java.util.stream.Collectors.joining("・"));
    }
}
