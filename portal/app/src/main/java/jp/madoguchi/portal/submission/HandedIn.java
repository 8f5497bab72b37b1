package jp.madoguchi.portal.submission;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jp.madoguchi.exchange.Consignment;
import jp.madoguchi.forms.answer.Answers;
import jp.madoguchi.forms.answer.AnswersJson;
import jp.madoguchi.forms.definition.Edition;
import jp.madoguchi.platform.database.Columns;
import jp.madoguchi.platform.database.Maybe;
import jp.madoguchi.portal.draft.AttachedFiles;
import jp.madoguchi.portal.upload.Uploads;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers as they were handed in.
 */
@Component
public class HandedIn {

    private final DatabaseClient database;
    private final Uploads uploads;

    HandedIn(DatabaseClient database, Uploads uploads) {
        this.database = database;
        this.uploads = uploads;
    }

    /** @param number 1 for the application itself, more for its corrections */
    public record Revision(int number, Instant at, Answers answers) {}

    public Mono<Revision> latest(UUID submission, Edition edition) {
        return database.sql("""
                select revision, at, answers from submission_revision where submission_id = :id
                order by revision desc limit 1""").bind("id", submission)
                .map(row -> new Revision(Columns.required(row, "revision", Integer.class),
                        Columns.required(row, "at", Instant.class),
                        AnswersJson.read(edition.procedure(), JsonMapper.shared()
                                .readTree(Columns.required(row, "answers", String.class)))))
                .one();
    }

    /** The answers handed in last, as JSON. */
    public Mono<String> latestJson(UUID submission) {
        return database.sql("""
                select answers from submission_revision where submission_id = :id
                order by revision desc limit 1""").bind("id", submission)
                .map(row -> Columns.required(row, "answers", String.class)).one();
    }

    /**
     * Keeps answers and files as they are handed in; within the transaction that hands them in.
     *
     * @param correction the request that they answer, null for the application itself
     * @return the number of the revision, from 1
     */
    public Mono<Integer> freeze(UUID submission, @Nullable UUID correction, Answers answers, Instant now) {
        var files = AttachedFiles.in(answers);
        return uploads.submitted(files.stream().map(Consignment.Attachment::id).toList(), submission)
                .then(insertRevision(submission, correction, AnswersJson.write(answers).toString(),
                        JsonMapper.shared().writeValueAsString(List.copyOf(files)), now));
    }

    private Mono<Integer> insertRevision(UUID submission, @Nullable UUID correction, String answers, String attachments,
            Instant at) {
        return database
                .sql("""
                        insert into submission_revision (submission_id, revision, correction_id, at, answers, attachments)
                        select :submission, coalesce(max(revision), 0) + 1, cast(:correction as uuid), :at, cast(:answers as jsonb),
                            cast(:attachments as jsonb)
                        from submission_revision where submission_id = :submission
                        returning revision""")
                .bind("submission", submission)
                .bind("correction", Maybe.of(correction, UUID.class)).bind("at", at).bind("answers", answers)
                .bind("attachments", attachments).map(row -> Columns.required(row, "revision", Integer.class))
                .one();
    }
}
