package jp.madoguchi.portal.draft;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import jp.madoguchi.exchange.DraftCount;
import jp.madoguchi.forms.ProcedureId;
import jp.madoguchi.platform.database.Columns;
import jp.madoguchi.platform.database.Maybe;
import jp.madoguchi.portal.account.Grants;
import jp.madoguchi.portal.account.Visitor;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Finds drafts in the database. Every question for one names who asks, so a foreign draft looks like none at all.
 */
@Component
public class DraftStore {

    private static final String MAY_OPEN = "(d.account = :account or " + Grants.opening("d.id, d.submission_id") + ")";

    private final DatabaseClient database;
    private final DraftRows rows;

    DraftStore(DatabaseClient database, DraftRows rows) {
        this.database = database;
        this.rows = rows;
    }

    /** The open draft that another person begins from this one. */
    public Mono<UUID> begunFrom(UUID draft) {
        return database.sql("select id from draft where begun_from = :draft and closed_at is null").bind("draft", draft)
                .map(row -> Columns.required(row, "id", UUID.class)).one();
    }

    /** The draft, open or closed, if this visitor may open it. */
    public Mono<Draft> find(UUID id, Visitor visitor, Instant now) {
        return database.sql("select d.* from draft d where d.id = :id and " + MAY_OPEN).bind("id", id)
                .bind("account", Maybe.of(visitor.account(), UUID.class)).bind("key", visitor.keyHashOrNone())
                .bind("now", now).map(DraftRows::read).one().flatMap(rows::complete);
    }

    /**
     * A draft for whoever holds the key of its pages.
     *
     * @param mayOpen whether the visitor may also look at it
     */
    public record Keyed(Draft draft, boolean mayOpen) {}

    /** The draft, and in the same look whether this visitor may open it. */
    public Mono<Keyed> findKeyed(UUID id, Visitor visitor, Instant now) {
        return database.sql("select d.*, coalesce(" + MAY_OPEN + ", false) as may_open from draft d where d.id = :id")
                .bind("id", id).bind("account", Maybe.of(visitor.account(), UUID.class))
                .bind("key", visitor.keyHashOrNone()).bind("now", now)
                .map(row -> Map.entry(DraftRows.read(row), Columns.required(row, "may_open", Boolean.class))).one()
                .flatMap(read -> rows.complete(read.getKey()).map(draft -> new Keyed(draft, read.getValue())));
    }

    /** For those who hold a mailed secret to it. */
    public Mono<Draft> find(UUID id) {
        return database.sql("select d.* from draft d where d.id = :id").bind("id", id).map(DraftRows::read).one()
                .flatMap(rows::complete);
    }

    /** Open drafts of this visitor, last saved first. */
    public Flux<Draft> openOf(Visitor visitor, Instant now, int limit) {
        return open(visitor, now, limit, "", statement -> statement);
    }

    /** Those of one procedure, corrections left out. */
    public Flux<Draft> openOf(Visitor visitor, ProcedureId procedure, Instant now, int limit) {
        return open(visitor, now, limit, "d.kind = 'new' and d.procedure = :procedure and ",
                statement -> statement.bind("procedure", procedure.value()));
    }

    private Flux<Draft> open(Visitor visitor, Instant now, int limit, String condition,
            UnaryOperator<GenericExecuteSpec> more) {
        return more.apply(database.sql("select d.* from draft d where " + condition
                + "d.closed_at is null and d.expires_at > :now and (d.account = :account or " + Grants.opening("d.id")
                + ") order by d.saved_at desc limit :limit")
                .bind("account", Maybe.of(visitor.account(), UUID.class)).bind("key", visitor.keyHashOrNone())
                .bind("now", now).bind("limit", limit)).map(DraftRows::read).all().collectList()
                .flatMapIterable(read -> read).concatMap(rows::complete);
    }

    /**
     * A question within the statement of others: the interview from which a draft was begun, null where it was begun from none.
     *
     * @param draft the column that names the draft
     */
    public static String interviewOf(String draft) {
        return "select i.bundle_id from draft i where i.id = " + draft;
    }

    /** The draft in which what was asked for is filled in; empty before it is begun. */
    public Mono<UUID> partOf(UUID delegation) {
        return database.sql("select id from draft where delegation_id = :delegation").bind("delegation", delegation)
                .map(row -> Columns.required(row, "id", UUID.class)).one();
    }

    /**
     * An application begun from an interview.
     *
     * @param mine whether this visitor may open it
     */
    public record Followed(UUID draft, String followUp, boolean mine) {}

    /** Open and handed-in ones; in the order in which they were begun. */
    public Flux<Followed> followed(UUID interview, Visitor visitor, Instant now) {
        return database.sql("select d.id, d.follow_up, coalesce(d.account = :account, false) or "
                + Grants.opening("d.id") + """
                         as mine from draft d where d.bundle_id = :interview
                            and (d.closed_as = 'submitted' or d.closed_as is null and d.expires_at > :now)
                        order by d.started_at, d.id""").bind("interview", interview)
                .bind("account", Maybe.of(visitor.account(), UUID.class)).bind("key", visitor.keyHashOrNone())
                .bind("now", now)
                .map(row -> new Followed(Columns.required(row, "id", UUID.class),
                        Columns.required(row, "follow_up", String.class),
                        Columns.required(row, "mine", Boolean.class)))
                .all();
    }

    /** The open drafts that answer correction requests, by request. */
    public Mono<Map<UUID, UUID>> answering(Collection<UUID> requests) {
        return database
                .sql("select correction_id, id from draft where correction_id = any(:requests) and closed_at is null")
                .bind("requests", requests.toArray(UUID[]::new))
                .map(row -> Map.entry(Columns.required(row, "correction_id", UUID.class),
                        Columns.required(row, "id", UUID.class)))
                .all().collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** The drafts in which any of these submissions was or is corrected. */
    public Flux<UUID> correcting(Collection<UUID> submissions) {
        return database.sql("select id from draft where submission_id = any(:submissions)")
                .bind("submissions", submissions.toArray(UUID[]::new))
                .map(row -> Columns.required(row, "id", UUID.class)).all();
    }

    /** Those among these that are closed. */
    public Flux<UUID> closedAmong(Collection<UUID> ids) {
        return database.sql("select id from draft where id = any(:ids) and closed_at is not null")
                .bind("ids", ids.toArray(UUID[]::new)).map(row -> Columns.required(row, "id", UUID.class)).all()
                .collectList().flatMapIterable(found -> found);
    }

    /** Open drafts of a procedure that are taken over, by the version they stand in. */
    public Flux<DraftCount> countOpen(ProcedureId procedure, Instant now) {
        return database.sql("""
                select version, count(*) as drafts from draft
                where procedure = :procedure and kind = 'new' and closed_at is null and expires_at > :now
                group by version order by version""").bind("procedure", procedure.value()).bind("now", now)
                .map(row -> new DraftCount(Columns.required(row, "version", Integer.class),
                        Columns.required(row, "drafts", Long.class)))
                .all();
    }
}
