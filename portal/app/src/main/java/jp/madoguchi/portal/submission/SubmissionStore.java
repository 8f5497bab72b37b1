package jp.madoguchi.portal.submission;

import java.time.Instant;
import java.util.UUID;
import io.r2dbc.spi.Readable;
import jp.madoguchi.exchange.ReceiptNumber;
import jp.madoguchi.platform.database.Columns;
import jp.madoguchi.platform.database.Maybe;
import jp.madoguchi.portal.draft.Draft;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Writes what was handed in.
 */
@Component
class SubmissionStore {

    private final DatabaseClient database;

    SubmissionStore(DatabaseClient database) {
        this.database = database;
    }

    /**
     * What is handed in.
     *
     * @param mail where notices go, null for nowhere
     * @param secretHash of the applicant's own word for asking without an account, null for none
     */
    record Handed(Draft draft, @Nullable UUID account, @Nullable String mail, boolean noticeConsent,
            @Nullable String secretHash, Instant at) {}

    /** The new submission's id; empty if the receipt number is taken already. */
    Mono<UUID> insert(Handed handed, ReceiptNumber number) {
        var draft = handed.draft();
        return database
                .sql("""
                        insert into submission (draft_id, receipt_number, procedure, version, content_hash, language, account, mail,
                            notice_consent, secret_hash, arrived_at, stage_at)
                        values (:draft, :number, :procedure, :version, :hash, :language, :account, :mail, :consent, :secret, :at, :at)
                        on conflict (receipt_number) do nothing
                        returning id""")
                .bind("draft", draft.id()).bind("number", number.digits())
                .bind("procedure", draft.procedure().id().value()).bind("version", draft.edition().version())
                .bind("hash", draft.edition().contentHash()).bind("language", draft.language().tag())
                .bind("account", Maybe.of(handed.account(), UUID.class))
                .bind("mail", Maybe.of(handed.mail(), String.class)).bind("consent", handed.noticeConsent())
                .bind("secret", Maybe.of(handed.secretHash(), String.class)).bind("at", handed.at())
                .map(SubmissionStore::id).one();
    }

    private static UUID id(Readable row) {
        return Columns.required(row, "id", UUID.class);
    }
}
