package jp.madoguchi.portal.upload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.madoguchi.forms.definition.QuestionKind.FileType;
import jp.madoguchi.platform.content.FileInspector;
import jp.madoguchi.platform.content.FileName;
import jp.madoguchi.platform.problem.Refusal;
import jp.madoguchi.platform.store.ObjectStore;
import jp.madoguchi.platform.store.StoreSettings;
import jp.madoguchi.platform.store.Stored;
import jp.madoguchi.portal.upload.AttachmentRows.Sent;
import jp.madoguchi.portal.upload.Scanner.Verdict;
import jp.madoguchi.portal.wording.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Files of applicants: streamed to the local disk, looked into and scanned there, then stored; never whole in memory, and known by a
 * row that is written before the first byte.
 */
@Component
public class Uploads implements DisposableBean {

    private static final int PIECE_BYTES = 64 * 1024;
    /** Of the files looked into at one time each takes a processor, and what it unpacks. */
    private static final int AT_ONCE = 16;

    /** How long a file is kept that belongs to nothing. */
    public static final Duration KEPT = Duration.ofDays(1);

    private final AttachmentRows rows;
    private final ObjectStore store;
    private final StoreSettings places;
    private final UploadSettings settings;
    private final TransactionalOperator transaction;
    private final Scanner scanner;
    private final InstantSource clock;
    private final FileInspector inspector = new FileInspector();
    private final Scheduler scheduler = Schedulers.newBoundedElastic(AT_ONCE, 10_000, "upload");

    Uploads(AttachmentRows rows, ObjectStore store, StoreSettings places, UploadSettings settings, Scanner scanner,
            TransactionalOperator transaction, InstantSource clock) {
        this.transaction = transaction;
        this.rows = rows;
        this.store = store;
        this.places = places;
        this.settings = settings;
        this.scanner = scanner;
        this.clock = clock;
    }

    @Override
    public void destroy() {
        scheduler.dispose();
    }

    /**
     * Stores a file. It belongs to nothing until {@link #attached} is called, and is removed after a day otherwise. Where a scanner is
     * set but says nothing in its time, the file is stored all the same and asked about again by {@link #held}.
     *
     * @param maxBytes what the question allows
     * @param content consumed to its end in every case
     * @param wording the sender's language
     * @throws Refusal (as error signal) if it is too large, empty, of another kind than allowed, such that no clerk can open it safely,
     * infected, or one file too many
     */
    public Mono<Attachment> receive(UUID draft, String field, String sentName, Set<FileType> allowed, long maxBytes,
            Flux<DataBuffer> content, Wording wording) {
        var told = FileName.told(sentName);
        var intake = new Intake(inspector, told, allowed, Math.min(maxBytes, settings.maxBytes()), wording);
        var id = UUID.randomUUID();
        return begun(id, draft, field, told, wording).flatMap(refusal -> refusal.isEmpty()
                ? onDisk(content, intake,
                        taken -> keep(id, field, FileName.of(sentName, taken.kind().mediaType()), told, taken, wording))
                : drain(content).then(Mono.error(refusal.get())));
    }

    /** Makes the row of a file that arrives, or says why it is one too many. */
    private Mono<Optional<Refusal>> begun(UUID id, UUID draft, String field, String name,
            Wording wording) {
        return rows.beginWithin(settings, id, draft, field, name, clock.instant())
                .map(sent -> Optional.ofNullable(tooMany(sent, wording))).as(transaction::transactional);
    }

    private @Nullable Refusal tooMany(Sent sent, Wording wording) {
        if (sent.attached() >= settings.maxFiles()) {
            return new Refusal.Unprocessable("too-many-files",
                    wording.text("upload.too-many", settings.maxFiles()));
        }
        if (sent.sent() >= settings.maxSent() || sent.bytes() >= settings.maxSentBytes()) {
            return new Refusal.TooMany("too-many-uploads", wording.text("upload.too-many-sent"),
                    KEPT);
        }
        return null;
    }

    private Mono<Attachment> onDisk(Flux<DataBuffer> content, Intake intake,
            java.util.function.Function<Intake.Taken, Mono<Attachment>> work) {
        return Mono.usingWhen(Mono.fromCallable(() -> Spooled.open(places)).subscribeOn(scheduler),
                spooled -> content.publishOn(scheduler, 4).doOnNext(buffer -> intake.take(buffer, spooled))
                        .doOnDiscard(DataBuffer.class, DataBufferUtils::release)
                        .then(Mono.fromCallable(() -> examined(intake, spooled)).subscribeOn(scheduler)).flatMap(work),
                spooled -> Mono.fromRunnable(spooled::close).subscribeOn(scheduler));
    }

    private static Intake.Taken examined(Intake intake, Spooled spooled) {
        try {
            return intake.examine(spooled);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Mono<Attachment> keep(UUID id, String field, String name, String told, Intake.Taken taken,
            Wording wording) {
        return scanned(taken.file()).flatMap(verdict -> verdict == Verdict.INFECTED
                ? Mono.error(new Refusal.Unprocessable("file-infected", wording.text("upload.infected", told)))
                : store.put(Attachment.key(id), taken.file(), taken.kind().mediaType())
                        .map(stored -> attachment(id, field, name, stored))
                        .flatMap(file -> rows.complete(file, verdict == Verdict.CLEAN).thenReturn(file)));
    }

    private Mono<Verdict> scanned(Path file) {
        return scanner.isOn()
                ? scanner.scan(DataBufferUtils.read(file, DefaultDataBufferFactory.sharedInstance, PIECE_BYTES)
                        .subscribeOn(scheduler))
                : Mono.just(Verdict.UNKNOWN);
    }

    /** Stores a paper that the portal itself printed; it belongs to nothing until {@link #attached} is called. */
    public Mono<Attachment> print(UUID draft, String field, String name, byte[] pdf) {
        var id = UUID.randomUUID();
        var clean = FileName.of(name, "application/pdf");
        var content = Flux.just((DataBuffer) DefaultDataBufferFactory.sharedInstance.wrap(pdf));
        return rows.begin(id, draft, field, clean, clock.instant())
                .then(store.put(Attachment.key(id), content, "application/pdf", pdf.length))
                .map(stored -> attachment(id, field, clean, stored))
                .flatMap(file -> rows.complete(file, true).thenReturn(file));
    }

    /** Whether what is handed in was scanned for viruses. */
    public boolean areScanned() {
        return scanner.isOn();
    }

    /**
     * Those of these files that keep an application from being handed in. Files without a verdict are scanned now, for as long as the
     * scanner may take for one of them; what is not judged by then is held and may be asked about again.
     */
    public Flux<Held> held(Collection<UUID> files, Duration patience) {
        if (!scanner.isOn()) {
            return Flux.empty();
        }
        var until = Mono.delay(patience).cache();
        return rows.held(files).filter(file -> !file.infected())
                .concatMap(file -> scanner.scan(content(file.id())).takeUntilOther(until)
                        .filter(verdict -> verdict != Verdict.UNKNOWN)
                        .flatMap(verdict -> rows.judged(file.id(), verdict == Verdict.CLEAN)))
                .thenMany(rows.held(files));
    }

    /** Gives files of one draft to another, in the transaction that puts them among its answers. */
    public Mono<Void> handOver(Collection<UUID> files, UUID draft) {
        return rows.handOver(files, draft);
    }

    private static Mono<Void> drain(Flux<DataBuffer> content) {
        return content.doOnNext(DataBufferUtils::release).then();
    }

    private static Attachment attachment(UUID id, String field, String name, Stored stored) {
        return new Attachment(id, field, name, stored.size(), stored.sha256(), stored.contentType());
    }

    /**
     * Attaches the files bound as {@code attached} exactly where a preceding {@code with} query returned a row; the time is bound as
     * {@code now}. So a page and its files are saved in one statement.
     */
    public static String attachedAfter(String query) {
        return AttachmentRows.ATTACHED.formatted(query);
    }

    /** Binds the files bound as {@code files} to the submission whose {@code id} a preceding {@code with} query returned. */
    public static String submittedAfter(String query) {
        return AttachmentRows.SUBMITTED.formatted(query);
    }

    /** To be called in the transaction that puts the file among the answers. */
    public Mono<Void> attached(Collection<UUID> files) {
        return rows.attached(files, clock.instant());
    }

    /** To be called in the transaction that takes the file out of the answers. */
    public Mono<Void> detached(UUID file) {
        return rows.detached(file, clock.instant());
    }

    /** Files of drafts that were thrown away belong to nothing any more. */
    public Mono<Void> detachedWithDrafts(Instant now) {
        return rows.detachedWithDrafts(now);
    }

    /**
     * Binds files to what was handed in, so that they are never cleaned away; in the transaction of handing in.
     *
     * @throws Refusal.Conflict (as error signal) if one of them has no clean verdict although there is a scanner
     */
    public Mono<Void> submitted(Collection<UUID> files, UUID submission) {
        return mustBeClean(files).then(Mono.defer(() -> rows.submitted(files, submission)));
    }

    /**
     * Nothing arrives unscanned; in the transaction of handing in.
     *
     * @throws Refusal.Conflict (as error signal) if one of them has no clean verdict although there is a scanner
     */
    public Mono<Void> mustBeClean(Collection<UUID> files) {
        return scanner.isOn()
                ? rows.held(files).hasElements().flatMap(held -> held
                        ? Mono.error(new Refusal.Conflict("files-not-scanned",
                                "添付ファイルのウイルス検査が終わっていないため、まだ提出していません。確認画面を開き直してください。"))
                        : Mono.empty())
                : Mono.empty();
    }

    /** A file of this draft or of this application; one in which a virus was found is not there any more. */
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
