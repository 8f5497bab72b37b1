package jp.madoguchi.portal.application;

import java.time.Instant;
import java.util.UUID;

import io.r2dbc.spi.Readable;
import jp.madoguchi.forms.FieldPath;
import jp.madoguchi.forms.ProcedureId;
import jp.madoguchi.portal.database.Maybe;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Errands in the database.
 */
@Component
class ErrandStore {

    private static final String SELECT = """
            select e.id, e.draft_id, e.field, e.procedure, e.asker, e.mailed_to, e.asked_at, e.expires_at, e.opened_at,
                e.completed_at, e.completed_by, e.paper, e.withdrawn_at from errand e\s""";

    private final DatabaseClient database;

    ErrandStore(DatabaseClient database) {
        this.database = database;
    }

    /** What is asked of whom. */
    record Asking(UUID draft, FieldPath field, ProcedureId procedure, String asker, @Nullable String mailedTo,
            Instant at, Instant expiresAt) {}

    Mono<Errand> insert(Asking asking, String tokenHash) {
        return database
                .sql("""
                        insert into errand as e (draft_id, field, procedure, asker, token_hash, mailed_to, asked_at, expires_at)
                        values (:draft, :field, :procedure, :asker, :hash, :mail, :at, :expires)
                        returning e.id, e.draft_id, e.field, e.procedure, e.asker, e.mailed_to, e.asked_at, e.expires_at,
                            e.opened_at, e.completed_at, e.completed_by, e.paper, e.withdrawn_at""")
                .bind("draft", asking.draft()).bind("field", asking.field().toString())
                .bind("procedure", asking.procedure().value()).bind("asker", asking.asker()).bind("hash", tokenHash)
                .bind("mail", Maybe.of(asking.mailedTo(), String.class)).bind("at", asking.at())
                .bind("expires", asking.expiresAt()).map(ErrandStore::read).one();
    }

    /** Of each question the last errand, in any order. */
    Flux<Errand> latest(UUID draft) {
        return database.sql("select distinct on (field) * from (" + SELECT
                + "where e.draft_id = :draft) e order by field, asked_at desc, id desc").bind("draft", draft)
                .map(ErrandStore::read).all();
    }

    Mono<Long> count(UUID draft) {
        return database.sql("select count(*) as n from errand where draft_id = :draft").bind("draft", draft)
                .map(row -> DraftRows.required(row, "n", Long.class)).one();
    }

    Mono<Errand> byToken(String tokenHash) {
        return database.sql(SELECT + "where e.token_hash = :hash").bind("hash", tokenHash).map(ErrandStore::read).one();
    }

    /** The errand in which this draft is filled in by somebody else. */
    Mono<Errand> ofPart(UUID part) {
        return database.sql(SELECT + "join draft d on d.errand_id = e.id where d.id = :part").bind("part", part)
                .map(ErrandStore::read).one();
    }

    Mono<UUID> part(UUID errand) {
        return database.sql("select id from draft where errand_id = :errand").bind("errand", errand)
                .map(row -> DraftRows.required(row, "id", UUID.class)).one();
    }

    Mono<Void> opened(UUID errand, Instant now) {
        return database.sql("update errand set opened_at = :now where id = :errand and opened_at is null")
                .bind("now", now).bind("errand", errand).then();
    }

    /** False if it was completed or withdrawn before. */
    Mono<Boolean> completed(UUID errand, String by, UUID paper, Instant now) {
        return database.sql("""
                update errand set completed_at = :now, completed_by = :by, paper = :paper
                where id = :errand and completed_at is null and withdrawn_at is null and expires_at > :now""")
                .bind("now", now).bind("by", by).bind("paper", paper).bind("errand", errand).fetch().rowsUpdated()
                .map(changed -> changed == 1);
    }

    /** Takes back what nobody has handed in to this question yet, and closes what was typed for it. */
    Mono<Void> withdraw(UUID draft, FieldPath field, Instant now) {
        return database.sql("""
                with gone as (update errand set withdrawn_at = :now
                    where draft_id = :draft and field = :field and completed_at is null and withdrawn_at is null
                    returning id)
                update draft set closed_at = :now, closed_as = 'discarded', revision = revision + 1, answers = '{}',
                    pending = '{}', carried = null
                where errand_id in (select id from gone) and closed_at is null""").bind("now", now)
                .bind("draft", draft).bind("field", field.toString()).then();
    }

    private static Errand read(Readable row) {
        return new Errand(DraftRows.required(row, "id", UUID.class), DraftRows.required(row, "draft_id", UUID.class),
                FieldPath.parse(DraftRows.required(row, "field", String.class)),
                new ProcedureId(DraftRows.required(row, "procedure", String.class)),
                DraftRows.required(row, "asker", String.class), row.get("mailed_to", String.class),
                DraftRows.required(row, "asked_at", Instant.class),
                DraftRows.required(row, "expires_at", Instant.class), row.get("opened_at", Instant.class),
                row.get("completed_at", Instant.class), row.get("completed_by", String.class),
                row.get("paper", UUID.class), row.get("withdrawn_at", Instant.class));
    }
}
