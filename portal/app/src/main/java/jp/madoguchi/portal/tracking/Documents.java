package jp.madoguchi.portal.tracking;

import java.time.InstantSource;
import java.util.UUID;
import jp.madoguchi.platform.problem.Refusal;
import jp.madoguchi.platform.store.ObjectStore;
import jp.madoguchi.portal.submission.SubmissionStandings;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Takes over documents for applicants and hands them out.
 */
@Component
public class Documents {

    /** A notice is a few pages; anything near this is a mistake. */
    private static final long MOST_BYTES = 52_428_800;

    private final DocumentStore documents;
    private final SubmissionStandings standings;
    private final ObjectStore store;
    private final InstantSource clock;

    Documents(DocumentStore documents, SubmissionStandings standings, ObjectStore store, InstantSource clock) {
        this.documents = documents;
        this.standings = standings;
        this.store = store;
        this.clock = clock;
    }

    /**
     * Keeps a document until the update that announces it. The same document again is no change.
     *
     * @param sha256 lower-case hex of the content
     * @throws Refusal.NotFound (as error signal) if there is no such application
     * @throws Refusal.Unprocessable if the content does not match its hash; it is not kept
     * @throws Refusal.Conflict if other content is stored under the id
     */
    public Mono<Void> keep(UUID submission, UUID document, String sha256, String name, Flux<DataBuffer> content) {
        return standings.find(submission)
                .switchIfEmpty(Mono.error(() -> new Refusal.NotFound("no-such-application", "この申請はありません。")))
                .then(documents.find(document))
                .flatMap(
                        kept -> drain(content).then(kept.sha256().equals(sha256) && kept.submission().equals(submission)
                                ? Mono.just(true)
                                : Mono.error(new Refusal.Conflict("document-exists", "この識別子の文書は、別の内容ですでに届いています。"))))
                .switchIfEmpty(Mono.defer(() -> receive(submission, document, sha256, name, content)).thenReturn(true))
                .then();
    }

    private Mono<Void> receive(UUID submission, UUID document, String sha256, String name, Flux<DataBuffer> content) {
        // Stored under the hash that was announced: a wrong delivery never lies where a right one is looked for.
        var key = key(document, sha256);
        return store.put(key, content, "application/pdf", MOST_BYTES)
                .flatMap(stored -> stored.sha256().equals(sha256)
                        ? documents.insert(document, submission, name, stored.size(), sha256, clock.instant())
                        : store.delete(key).then(Mono.error(
                                new Refusal.Unprocessable("hash-mismatch", "文書の内容とハッシュ値が一致しません。保存していません。"))));
    }

    public Flux<DataBuffer> content(Issued document) {
        return store.get(key(document.id(), document.sha256()));
    }

    private static Mono<Void> drain(Flux<DataBuffer> content) {
        return content.doOnNext(DataBufferUtils::release).then();
    }

    private static String key(UUID document, String sha256) {
        return "documents/" + document + "/" + sha256;
    }
}
