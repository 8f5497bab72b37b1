package jp.madoguchi.portal.handover;

import java.time.Instant;
import java.util.UUID;
import jp.madoguchi.exchange.ApplicationUpdate.TakenOut;
import jp.madoguchi.platform.database.Columns;
import jp.madoguchi.platform.database.Maybe;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The outbox: each entry is written in the same transaction as what it tells.
 */
@Component
public class Consignments {

    private final DatabaseClient database;

    Consignments(DatabaseClient database) {
        this.database = database;
    }

    /**
     * The part of a statement that consigns the submission whose {@code id} a preceding {@code with} query returned; its time is bound
     * as {@code at}, the step of a trace it is part of, or null, as {@code traceparent}.
     */
    public static String submittedAfter(String query) {
        return "insert into consignment (submission_id, kind, revision, at, traceparent) "
                + "select id, 'submitted', 1, :at, :traceparent from "
                + query;
    }

    /** @param revision the revision of the answers that the correction made, 2 or more */
    public Mono<Void> corrected(UUID submission, int revision, Instant at) {
        return insert(submission, "corrected", revision, null, at);
    }

    public Mono<Void> withdrawn(UUID submission, @Nullable String reason, Instant at) {
        return insert(submission, "withdrawn", null, reason, at);
    }

    public Mono<Void> message(UUID submission, String text, Instant at) {
        return insert(submission, "message", null, text, at);
    }

    /** @param electronic whether the notice is to come electronically from now on */
    public Mono<Void> noticeWay(UUID submission, boolean electronic, Instant at) {
        return insert(submission, electronic ? "notice-electronic" : "notice-paper", null, null, at);
    }

    /** How often the applicant chose the way of the notice since. */
    public Mono<Long> countNoticeWays(UUID submission, Instant since) {
        return database.sql("select count(*) as n from consignment where submission_id = :submission "
                + "and kind in ('notice-electronic', 'notice-paper') and at > :since").bind("submission", submission)
                .bind("since", since).map(row -> Columns.required(row, "n", Long.class)).one();
    }

    /** The first opening, or the first download, of a document; later ones are told no more. */
    public Mono<Void> opened(UUID submission, UUID document, boolean downloaded, Instant at) {
        return database
                .sql("""
                        insert into consignment (submission_id, kind, document_id, at) values (:submission, :kind, :document, :at)
                        on conflict (document_id, kind) where document_id is not null do nothing""")
                .bind("submission", submission).bind("kind", downloaded ? "downloaded" : "opened")
                .bind("document", document).bind("at", at).then();
    }

    /** Takes a text out of what still waits for the office, and what it has confirmed. */
    public Mono<Void> takeOut(UUID submission, TakenOut text, String instead) {
        return database.sql("""
                update consignment set words = :instead where submission_id = :submission
                    and encode(sha256(convert_to(:salt || chr(10) || words, 'UTF8')), 'hex') = :hash""")
                .bind("instead", instead).bind("submission", submission).bind("salt", text.salt())
                .bind("hash", text.sha256()).then();
    }

    private Mono<Void> insert(UUID submission, String kind, @Nullable Integer revision, @Nullable String words,
            Instant at) {
        return database.sql("""
                insert into consignment (submission_id, kind, revision, words, at)
                values (:submission, :kind, :revision, :words, :at)""").bind("submission", submission)
                .bind("kind", kind).bind("revision", Maybe.of(revision, Integer.class))
                .bind("words", Maybe.of(words, String.class)).bind("at", at).then();
    }
}
