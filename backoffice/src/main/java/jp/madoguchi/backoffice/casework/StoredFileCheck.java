package jp.madoguchi.backoffice.casework;

import java.security.MessageDigest;
import java.util.UUID;
import java.util.stream.Collectors;

import jp.madoguchi.forms.Sha256;
import jp.madoguchi.platform.problem.Refusal;
import jp.madoguchi.platform.store.ObjectStore;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Whether the files of a case are what was handed in and what was issued, byte by byte. */
@Component
class StoredFileCheck {

    private final DatabaseClient database;
    private final ObjectStore store;

    StoredFileCheck(DatabaseClient database, ObjectStore store) {
        this.database = database;
        this.store = store;
    }

    private record Kept(String kind, UUID id, String sha256, String key) {}

    /** What is wrong, empty where nothing is. Fails when the store does not answer. */
    Mono<String> trouble(UUID caseId) {
        return kept(caseId).collectList().flatMap(all -> Flux.fromIterable(all).concatMap(this::trouble)
                .filter(trouble -> !trouble.isEmpty()).collect(Collectors.joining(" ")));
    }

    private Flux<Kept> kept(UUID caseId) {
        return database.sql("""
                select '添付ファイル' as kind, id, sha256, store_key from case_attachment where case_id = :id
                union all select '通知書', id, sha256, store_key from case_document where case_id = :id
                """).bind("id", caseId)
                .map(row -> new Kept(row.get("kind", String.class), row.get("id", UUID.class),
                        row.get("sha256", String.class), row.get("store_key", String.class)))
                .all();
    }

    private Mono<String> trouble(Kept file) {
        return store.get(file.key()).reduceWith(Sha256::begin, StoredFileCheck::with)
                .map(digest -> Sha256.hex(digest).equals(file.sha256())
                        ? ""
                        : file.kind() + " " + file.id() + " の中身が、届いた時または作った時と一致しません。")
                .onErrorResume(Refusal.NotFound.class,
                        gone -> Mono.just(file.kind() + " " + file.id() + " の中身がありません。"));
    }

    private static MessageDigest with(MessageDigest digest, DataBuffer buffer) {
        try (var parts = buffer.readableByteBuffers()) {
            parts.forEachRemaining(digest::update);
        } finally {
            DataBufferUtils.release(buffer);
        }
        return digest;
    }
}
