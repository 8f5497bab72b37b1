package jp.madoguchi.portal.profile;

import java.time.Instant;
import java.util.UUID;

import io.r2dbc.spi.Readable;
import jp.madoguchi.forms.answer.Answers;
import jp.madoguchi.forms.answer.AnswersJson;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.platform.database.Columns;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Profiles in the database: one row per account, and no way to ask for another's.
 */
@Component
public class ProfileStore {

    private final DatabaseClient database;
    private final Procedure form;

    ProfileStore(DatabaseClient database) {
        this.database = database;
        // Now, while the portal starts: later there are only event loops, where no file may be opened.
        this.form = ProfileForm.FORM;
    }

    /** @param revision rises with every change; 0 where nothing is kept yet */
    public record Kept(Answers answers, int revision) {

        static final Kept NOTHING = new Kept(Answers.NONE, 0);
    }

    public Mono<Kept> find(UUID account) {
        return database.sql("select answers, revision from profile where account = :account").bind("account", account)
                .map(this::read).one().defaultIfEmpty(Kept.NOTHING);
    }

    /** For an application that begins: being used keeps it from being removed. */
    Mono<Answers> use(UUID account, Instant now) {
        return database.sql("update profile set used_at = :now where account = :account returning answers, revision")
                .bind("account", account).bind("now", now).map(this::read).one().map(Kept::answers)
                .defaultIfEmpty(Answers.NONE);
    }

    /** False where it was changed since it was read; then nothing happened. */
    public Mono<Boolean> save(UUID account, Kept kept, Instant now) {
        return database.sql("""
                insert into profile (account, answers, revision, saved_at, used_at)
                select :account, cast(:answers as jsonb), 1, :now, :now where :revision = 0
                on conflict (account) do nothing""").bind("account", account)
                .bind("answers", AnswersJson.write(kept.answers()).toString()).bind("now", now)
                .bind("revision", kept.revision()).fetch().rowsUpdated()
                .flatMap(inserted -> inserted == 1 ? Mono.just(true) : update(account, kept, now));
    }

    private Mono<Boolean> update(UUID account, Kept kept, Instant now) {
        return database.sql("""
                update profile set answers = cast(:answers as jsonb), revision = revision + 1, saved_at = :now,
                    used_at = :now
                where account = :account and revision = :revision""").bind("account", account)
                .bind("answers", AnswersJson.write(kept.answers()).toString()).bind("now", now)
                .bind("revision", kept.revision()).fetch().rowsUpdated().map(changed -> changed == 1);
    }

    public Mono<Void> delete(UUID account) {
        return database.sql("delete from profile where account = :account").bind("account", account).then();
    }

    Mono<Long> deleteUnused(Instant before) {
        return database.sql("delete from profile where used_at < :before").bind("before", before).fetch()
                .rowsUpdated();
    }

    private Kept read(Readable row) {
        var json = Columns.required(row, "answers", String.class);
        return new Kept(AnswersJson.read(form, JsonMapper.shared().readTree(json)),
                Columns.required(row, "revision", Integer.class));
    }
}
