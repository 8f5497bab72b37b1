package jp.madoguchi.portal.application;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import jp.madoguchi.forms.answer.Answers;
import jp.madoguchi.forms.answer.AnswersJson;
import jp.madoguchi.portal.catalogue.Edition;
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

    HandedIn(DatabaseClient database) {
        this.database = database;
    }

    /** @param number 1 for the application itself, more for its corrections */
    public record Revision(int number, Instant at, Answers answers) {}

    public Mono<Revision> latest(UUID submission, Edition edition) {
        return database.sql("""
                select revision, at, answers from submission_revision where submission_id = :id
                order by revision desc limit 1""").bind("id", submission)
                .map(row -> new Revision(Objects.requireNonNull(row.get("revision", Integer.class)),
                        Objects.requireNonNull(row.get("at", Instant.class)),
                        AnswersJson.read(edition.procedure(), JsonMapper.shared()
                                .readTree(Objects.requireNonNull(row.get("answers", String.class))))))
                .one();
    }
}
