package jp.madoguchi.backoffice.casework;

import jp.madoguchi.backoffice.casework.CaseMaterial.StoredDocument;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The documents that were made for a case. Joins the transaction of the step that tells of them. */
@Component
public class CaseDocuments {

    private final DatabaseClient database;

    CaseDocuments(DatabaseClient database) {
        this.database = database;
    }

    /** Where the bytes of a document are in the object store. */
    public Mono<String> storeKey(UUID document) {
        return database.sql("select store_key from case_document where id = :id").bind("id", document)
                .map(row -> row.get("store_key", String.class)).one();
    }

    /** @param sha256 of its bytes, lower-case hex */
    public Mono<Void> add(UUID caseId, StoredDocument document, String sha256) {
        return database.sql("""
                insert into case_document (id, case_id, number, name, bytes, sha256, store_key, made_at)
                values (:id, :case, :number, :name, :bytes, :sha256, :key, :now)
                """).bind("id", document.id()).bind("case", caseId).bind("number", document.number())
                .bind("name", document.name()).bind("bytes", document.bytes()).bind("sha256", sha256)
                .bind("key", document.storeKey()).bind("now", document.madeAt()).then();
    }
}
