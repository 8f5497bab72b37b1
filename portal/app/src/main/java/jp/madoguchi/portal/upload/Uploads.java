package jp.madoguchi.portal.upload;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jp.madoguchi.forms.definition.QuestionKind.FileType;
import jp.madoguchi.platform.content.ContentDetector;
import jp.madoguchi.platform.problem.Refusal;
import jp.madoguchi.platform.store.ObjectStore;
import jp.madoguchi.platform.store.Stored;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import jp.madoguchi.portal.upload.AttachmentRows.Sent;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Files of applicants: streamed into the object store, never whole in memory, and known by a row that is written before the
 * first byte.
 */
@Component
public class Uploads {

    /** How long a file is kept that belongs to nothing. */
    public static final Duration KEPT = Duration.ofDays(1);

    private final AttachmentRows rows;
    private final ObjectStore store;
    private final UploadSettings settings;
    private final TransactionalOperator transaction;
    private final Clock clock;
    private final ContentDetector detector = new ContentDetector();

    Uploads(AttachmentRows rows, ObjectStore store, UploadSettings settings,
            TransactionalOperator transaction, Clock clock) {
        this.transaction = transaction;
        this.rows = rows;
        this.store = store;
        this.settings = settings;
        this.clock = clock;
        // Its tables are read at the first use; that must not be on an event loop.
        detector.detect(new byte[]{'%'}, "warm-up");
    }

    /**
     * Stores a file. It belongs to nothing until {@link #attached} is called, and is removed after a day otherwise.
     *
     * @param maxBytes what the question allows
     * @param content consumed to its end in every case
     * @throws Refusal (as error signal) if it is too large, empty, of another kind than allowed, or one file too many
     */
    public Mono<Attachment> receive(UUID draft, String field, String sentName, Set<FileType> allowed, long maxBytes,
            Flux<DataBuffer> content) {
        var name = FileName.clean(sentName);
        var intake = new Intake(detector, name, allowed, Math.min(maxBytes, settings.maxBytes()));
        var id = UUID.randomUUID();
        return begun(id, draft, field, name).flatMap(refusal -> refusal.isEmpty()
                ? store.put(Attachment.key(id), intake.watch(content), head -> intake.kind().mediaType(),
                        Long.MAX_VALUE)
                        .flatMap(stored -> rows.complete(id, stored).thenReturn(attachment(id, field, name, stored)))
                : drain(content).then(Mono.error(refusal.get())));
    }

    /** Makes the row of a file that arrives, or says why it is one too many. */
    private Mono<Optional<Refusal>> begun(UUID id, UUID draft, String field, String name) {
        return rows.sent(draft).flatMap(sent -> {
            var refusal = Optional.ofNullable(tooMany(sent));
            return (refusal.isEmpty() ? rows.begin(id, draft, field, name, clock.instant()) : Mono.<Void>empty())
                    .thenReturn(refusal);
        }).as(transaction::transactional);
    }

    private @Nullable Refusal tooMany(Sent sent) {
        if (sent.attached() >= settings.maxFiles()) {
            return new Refusal.Unprocessable("too-many-files",
                    "添付できるファイルは全部で" + settings.maxFiles() + "件までです。不要なファイルを削除してから添付してください。");
        }
        if (sent.sent() >= settings.maxSent() || sent.bytes() >= settings.maxSentBytes()) {
            return new Refusal.TooMany("too-many-uploads",
                    "この申請で送信したファイルが、削除したものを含めて多すぎるため、いまは添付できません。入力した内容は保存されています。1日ほど待ってから、もう一度添付してください。",
                    KEPT);
        }
        return null;
    }

    /** Stores a paper that the portal itself printed; it belongs to nothing until {@link #attached} is called. */
    public Mono<Attachment> print(UUID draft, String field, String name, byte[] pdf) {
        var id = UUID.randomUUID();
        var clean = FileName.clean(name);
        var content = Flux.just((DataBuffer) DefaultDataBufferFactory.sharedInstance.wrap(pdf));
        return rows.begin(id, draft, field, clean, clock.instant())
                .then(store.put(Attachment.key(id), content, "application/pdf", pdf.length))
                .flatMap(stored -> rows.complete(id, stored).thenReturn(attachment(id, field, clean, stored)));
    }

    /** Gives files of one draft to another, in the transaction that puts them among its answers. */
    public Mono<Void> handOver(Collection<UUID> files, UUID draft) {
        return rows.handOver(files, draft);
    }

    private static Mono<Void> drain(Flux<DataBuffer> content) {
        return content.doOnNext(org.springframework.core.io.buffer.DataBufferUtils::release).then();
    }

    private static Attachment attachment(UUID id, String field, String name, Stored stored) {
        return new Attachment(id, field, name, stored.size(), stored.sha256(), stored.contentType());
    }

    /** To be called in the transaction that puts the file among the answers. */
    public Mono<Void> attached(Collection<UUID> files) {
        return rows.attached(files, clock.instant());
    }

    /** To be called in the transaction that takes the file out of the answers. */
    public Mono<Void> detached(UUID file) {
        return rows.detached(file, clock.instant());
    }

    /** Binds files to what was handed in, so that they are never cleaned away; in the transaction of handing in. */
    public Mono<Void> submitted(Collection<UUID> files, UUID submission) {
        return rows.submitted(files, submission);
    }

    /** A file of this draft or of this application. */
    public Mono<Attachment> find(UUID file, UUID draftOrSubmission) {
        return rows.find(file, draftOrSubmission);
    }

    /** A file that was handed in, whoever asks; for the back office. */
    public Mono<Attachment> handedIn(UUID file) {
        return rows.handedIn(file);
    }

    public Flux<DataBuffer> content(UUID file) {
        return store.get(Attachment.key(file));
    }

    /** Removes files that belong to nothing since before then; how many. */
    public Mono<Long> cleanUp(Instant before) {
        return rows.loose(before).concatMap(file -> store.delete(Attachment.key(file)).then(rows.delete(file))).count();
    }
}
