package jp.madoguchi.portal.delegation;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import io.r2dbc.spi.Readable;
import jp.madoguchi.forms.FieldPath;
import jp.madoguchi.forms.ProcedureId;
import jp.madoguchi.platform.database.Columns;
import jp.madoguchi.platform.database.Maybe;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Delegations in the database.
 */
@Component
public class DelegationStore {

    private static final String SELECT = """
            select e.id, e.draft_id, e.field, e.procedure, e.asker, e.mailed_to, e.asked_at, e.expires_at, e.opened_at,
                e.completed_at, e.completed_by, e.paper, e.withdrawn_at from delegation e\s""";

    private final DatabaseClient database;

    DelegationStore(DatabaseClient database) {
        this.database = database;
    }

    /** What is asked of whom. */
    public record Asking(UUID draft, FieldPath field, ProcedureId procedure, String asker, @Nullable String mailedTo,
            Instant at, Instant expiresAt) {}

    public Mono<Delegation> insert(Asking asking, String tokenHash) {
        return database
                .sql("""
                        insert into delegation as e (draft_id, field, procedure, asker, token_hash, mailed_to, asked_at, expires_at)
                        values (:draft, :field, :procedure, :asker, :hash, :mail, :at, :expires)
                        returning e.id, e.draft_id, e.field, e.procedure, e.asker, e.mailed_to, e.asked_at, e.expires_at,
                            e.opened_at, e.completed_at, e.completed_by, e.paper, e.withdrawn_at""")
                .bind("draft", asking.draft()).bind("field", asking.field().toString())
                .bind("procedure", asking.procedure().value()).bind("asker", asking.asker()).bind("hash", tokenHash)
                .bind("mail", Maybe.of(asking.mailedTo(), String.class)).bind("at", asking.at())
                .bind("expires", asking.expiresAt()).map(DelegationStore::read).one();
    }

    /** Of each question the last delegation, in any order. */
    public Flux<Delegation> latest(UUID draft) {
        return database.sql("select distinct on (field) * from (" + SELECT
                + "where e.draft_id = :draft) e order by field, asked_at desc, id desc").bind("draft", draft)
                .map(DelegationStore::read).all();
    }

    public Mono<Long> count(UUID draft) {
        return database.sql("select count(*) as n from delegation where draft_id = :draft").bind("draft", draft)
                .map(row -> Columns.required(row, "n", Long.class)).one();
    }

    public Mono<Delegation> byToken(String tokenHash) {
        return database.sql(SELECT + "where e.token_hash = :hash").bind("hash", tokenHash).map(DelegationStore::read)
                .one();
    }

    public Mono<Delegation> find(UUID delegation) {
        return database.sql(SELECT + "where e.id = :id").bind("id", delegation).map(DelegationStore::read).one();
    }

    public Mono<Void> opened(UUID delegation, Instant now) {
        return database.sql("update delegation set opened_at = :now where id = :delegation and opened_at is null")
                .bind("now", now).bind("delegation", delegation).then();
    }

    /** False if it was completed or withdrawn before. */
    public Mono<Boolean> completed(UUID delegation, String by, UUID paper, Instant now) {
        return database.sql("""
                update delegation set completed_at = :now, completed_by = :by, paper = :paper
                where id = :delegation and completed_at is null and withdrawn_at is null and expires_at > :now""")
                .bind("now", now).bind("by", by).bind("paper", paper).bind("delegation", delegation).fetch()
                .rowsUpdated()
                .map(changed -> changed == 1);
    }

    /** Takes back what nobody has handed in to these questions yet. */
    public Flux<UUID> withdraw(UUID draft, Collection<FieldPath> fields, Instant now) {
        return database.sql("""
                update delegation set withdrawn_at = :now
                where draft_id = :draft and field = any(:fields) and completed_at is null and withdrawn_at is null
                returning id""").bind("now", now).bind("draft", draft)
                .bind("fields", fields.stream().map(FieldPath::toString).toArray(String[]::new))
                .map(row -> Columns.required(row, "id", UUID.class)).all().collectList().flatMapIterable(gone -> gone);
    }

    /** Drafts for which something waits, or is known of who asked whom. */
    public Flux<UUID> asking() {
        return database.sql("""
                select distinct draft_id from delegation
                where asker <> '' or completed_at is null and withdrawn_at is null""")
                .map(row -> Columns.required(row, "draft_id", UUID.class)).all().collectList()
                .flatMapIterable(all -> all);
    }

    /** Takes back what waits for these drafts, and forgets who asked whom. */
    public Flux<UUID> end(Collection<UUID> drafts, Instant now) {
        return database
                .sql("""
                        with gone as (select id from delegation where draft_id = any(:drafts) and completed_at is null
                                and withdrawn_at is null),
                            ended as (update delegation set asker = '', mailed_to = null, completed_by = null,
                                    withdrawn_at = case when completed_at is null then coalesce(withdrawn_at, :now) else withdrawn_at end
                                where draft_id = any(:drafts))
                        select id from gone""")
                .bind("now", now).bind("drafts", drafts.toArray(UUID[]::new))
                .map(row -> Columns.required(row, "id", UUID.class)).all().collectList().flatMapIterable(gone -> gone);
    }

    private static Delegation read(Readable row) {
        return new Delegation(Columns.required(row, "id", UUID.class), Columns.required(row, "draft_id", UUID.class),
                FieldPath.parse(Columns.required(row, "field", String.class)),
                new ProcedureId(Columns.required(row, "procedure", String.class)),
                Columns.required(row, "asker", String.class), row.get("mailed_to", String.class),
                Columns.required(row, "asked_at", Instant.class),
                Columns.required(row, "expires_at", Instant.class), row.get("opened_at", Instant.class),
                row.get("completed_at", Instant.class), row.get("completed_by", String.class),
                row.get("paper", UUID.class), row.get("withdrawn_at", Instant.class));
    }
}
