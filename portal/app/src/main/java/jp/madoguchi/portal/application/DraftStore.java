package jp.madoguchi.portal.application;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jp.madoguchi.exchange.DraftCount;
import jp.madoguchi.exchange.FillEvent.Device;
import jp.madoguchi.forms.PageId;
import jp.madoguchi.forms.QuestionId;
import jp.madoguchi.forms.answer.Answers;
import jp.madoguchi.forms.answer.AnswersJson;
import jp.madoguchi.forms.filling.Filling;
import jp.madoguchi.forms.filling.Prefilling.Source;
import jp.madoguchi.forms.publishing.CarryOver;
import jp.madoguchi.platform.token.SecretToken;
import jp.madoguchi.portal.account.Visitor;
import jp.madoguchi.portal.catalogue.Edition;
import jp.madoguchi.portal.database.Maybe;
import jp.madoguchi.portal.fill.FillLog;
import jp.madoguchi.portal.fill.FillStep;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Drafts in the database. Every question for one names who asks, so a foreign draft looks like none at all.
 */
@Component
class DraftStore {

    private static final String MAY_OPEN = """
            (d.account = :account or exists (select 1 from visitor_grant g
                where g.key_hash = :key and g.subject in (d.id, d.submission_id) and g.scope = 'all'
                and g.expires_at > :now))""";

    private final DatabaseClient database;
    private final DraftRows rows;

    DraftStore(DatabaseClient database, DraftRows rows) {
        this.database = database;
        this.rows = rows;
    }

    /**
     * A draft that begins.
     *
     * @param from what it follows, null outside of a bundle
     * @param begunFrom the draft of another person from whose answers it begins, or null
     */
    record Beginning(Edition edition, Answers answers, Map<QuestionId, Source> prefilled, @Nullable From from,
            @Nullable UUID account, String language, Device device, @Nullable UUID begunFrom) {}

    /** One follow-up of an interview. */
    record From(UUID bundle, String followUp) {}

    Mono<UUID> insert(Beginning beginning, Instant now, Instant expiresAt) {
        var edition = beginning.edition();
        var from = beginning.from();
        return database
                .sql("""
                        insert into draft (procedure, version, kind, account, answers, form_key, fill, language, device, prefilled, bundle_id,
                            follow_up, begun_from, started_at, saved_at, expires_at)
                        values (:procedure, :version, 'new', :account, cast(:answers as jsonb), :key, :fill, :language, :device, cast(:prefilled as jsonb), :bundle,
                            :follow, :other, :now, :now, :expires)
                        on conflict (begun_from) where begun_from is not null and closed_at is null do nothing
                        returning id""")
                .bind("procedure", edition.procedure().id().value()).bind("version", edition.version())
                .bind("account", Maybe.of(beginning.account(), UUID.class))
                .bind("answers", AnswersJson.write(beginning.answers()).toString())
                .bind("key", SecretToken.create().value()).bind("fill", UUID.randomUUID())
                .bind("language", beginning.language()).bind("device", beginning.device().name())
                .bind("prefilled", DraftRows.write(beginning.prefilled()))
                .bind("bundle", Maybe.of(from == null ? null : from.bundle(), UUID.class))
                .bind("follow", Maybe.of(from == null ? null : from.followUp(), String.class))
                .bind("other", Maybe.of(beginning.begunFrom(), UUID.class))
                .bind("now", now).bind("expires", expiresAt)
                .map(row -> DraftRows.required(row, "id", UUID.class)).one();
    }

    /** The open draft that another person begins from this one. */
    Mono<UUID> begunFrom(UUID draft) {
        return database.sql("select id from draft where begun_from = :draft and closed_at is null").bind("draft", draft)
                .map(row -> DraftRows.required(row, "id", UUID.class)).one();
    }

    /** The draft in which somebody fills in an errand, begun now or before; whoever holds the link goes on with the same. */
    Mono<UUID> insertPart(Errand errand, Edition edition, Answers answers, String language, Device device,
            Instant now) {
        return database
                .sql("""
                        insert into draft (procedure, version, kind, errand_id, answers, form_key, fill, language, device, started_at, saved_at, expires_at)
                        values (:procedure, :version, 'new', :errand, cast(:answers as jsonb), :key, :fill, :language, :device, :now, :now, :expires)
                        on conflict (errand_id) where errand_id is not null do nothing
                        returning id""")
                .bind("procedure", edition.procedure().id().value()).bind("version", edition.version())
                .bind("errand", errand.id()).bind("answers", AnswersJson.write(answers).toString())
                .bind("key", SecretToken.create().value()).bind("fill", UUID.randomUUID()).bind("language", language)
                .bind("device", device.name()).bind("now", now).bind("expires", errand.expiresAt())
                .map(row -> DraftRows.required(row, "id", UUID.class)).one();
    }

    /**
     * Changes the answers otherwise than by a page.
     *
     * @param atLeast until when the draft is kept now, unless it is kept longer already
     * @return false if the draft was changed or closed since it was read; then nothing happened
     */
    Mono<Boolean> amend(Draft draft, Answers answers, Instant atLeast) {
        return database.sql("""
                update draft set answers = cast(:answers as jsonb), revision = revision + 1,
                    expires_at = greatest(expires_at, :expires)
                where id = :id and revision = :revision and closed_at is null""")
                .bind("answers", AnswersJson.write(answers).toString()).bind("expires", atLeast)
                .bind("id", draft.id()).bind("revision", draft.revision()).fetch().rowsUpdated()
                .map(changed -> changed == 1);
    }

    /** The draft, open or closed, if this visitor may open it. */
    Mono<Draft> find(UUID id, Visitor visitor, Instant now) {
        return database.sql("select d.* from draft d where d.id = :id and " + MAY_OPEN).bind("id", id)
                .bind("account", Maybe.of(visitor.account(), UUID.class)).bind("key", visitor.keyHashOrNone())
                .bind("now", now).map(DraftRows::read).one().flatMap(rows::complete);
    }

    /** For those who hold a mailed secret to it. */
    Mono<Draft> find(UUID id) {
        return database.sql("select d.* from draft d where d.id = :id").bind("id", id).map(DraftRows::read).one()
                .flatMap(rows::complete);
    }

    /** The interview from which a submission was begun. */
    Mono<UUID> interviewOf(UUID submission) {
        return database.sql("select d.bundle_id from submission s join draft d on d.id = s.draft_id "
                + "where s.id = :submission and d.bundle_id is not null").bind("submission", submission)
                .map(row -> DraftRows.required(row, "bundle_id", UUID.class)).one();
    }

    Mono<Draft> ofCorrection(UUID request) {
        return database.sql("select d.* from draft d where d.correction_id = :request").bind("request", request)
                .map(DraftRows::read).one().flatMap(rows::complete);
    }

    /** Open drafts of this visitor, last saved first. */
    Flux<Draft> openOf(Visitor visitor, Instant now, int limit) {
        return database
                .sql("""
                        select d.* from draft d
                        where d.closed_at is null and d.expires_at > :now and (d.account = :account or d.id in
                            (select g.subject from visitor_grant g where g.key_hash = :key and g.scope = 'all' and g.expires_at > :now))
                        order by d.saved_at desc limit :limit""")
                .bind("account", Maybe.of(visitor.account(), UUID.class))
                .bind("key", visitor.keyHashOrNone()).bind("now", now).bind("limit", limit).map(DraftRows::read).all()
                .collectList().flatMapIterable(read -> read).concatMap(rows::complete);
    }

    /**
     * Saves a page and appends the step, in one statement.
     *
     * @param rendering where the page was saved from
     * @param carried what is to be known from now on of its having been taken over, null where that stays as it is
     * @return false if the draft was changed or closed since it was read; then nothing happened
     */
    Mono<Boolean> save(Draft draft, Filling next, PageId page, String rendering, Instant now, Instant expiresAt,
            FillStep step, @Nullable Carried carried) {
        var update = """
                update draft set answers = cast(:answers as jsonb), pending = cast(:pending as jsonb),
                    prefilled = cast(:prefilled as jsonb), page_saves = page_saves || jsonb_build_object(cast(:page as text),
                        jsonb_build_object('revision', revision + 1, 'by', cast(:rendering as text))),
                    last_page = :page, revision = revision + 1, saved_at = :now, expires_at = :expires, abandoned_at = null,
                    carried = coalesce(cast(:carried as jsonb), carried)
                where id = :id and revision = :revision and closed_at is null""";
        var statement = draft.isCorrection()
                ? database.sql(update)
                : FillLog.bind(
                        database.sql(
                                "with saved as (" + update + " returning id) " + FillLog.appendedAfter("saved")),
                        step);
        return statement.bind("answers", AnswersJson.write(next.answers()).toString())
                .bind("pending", DraftRows.write(next.pending()))
                .bind("prefilled", DraftRows.write(draft.stillPrefilled(next.answers()))).bind("page", page.value())
                .bind("rendering", rendering)
                .bind("carried", Maybe.of(carried == null ? null : DraftRows.write(carried), String.class))
                .bind("now", now).bind("expires", expiresAt).bind("id", draft.id())
                .bind("revision", draft.revision()).fetch().rowsUpdated().map(changed -> changed == 1);
    }

    /**
     * What goes with a draft's move into a newer version.
     *
     * @param errands the questions whose errands nobody can complete any more
     * @param files that belong to no answer any more
     */
    record Gone(List<String> errands, List<UUID> files) {}

    /**
     * Takes the draft over into a newer version: the draft, what hung on answers that went, and the step, in one statement.
     *
     * @return false if the draft was changed, closed or taken over since it was read; then nothing happened
     */
    Mono<Boolean> carry(Draft draft, Edition newer, CarryOver carry, Gone gone, List<String> questions, Instant now) {
        var answers = carry.filling().answers();
        return database
                .sql("""
                        with moved as (
                            update draft set version = :to, answers = cast(:answers as jsonb), pending = cast(:pending as jsonb),
                                prefilled = cast(:prefilled as jsonb), carried = cast(:carried as jsonb), revision = revision + 1
                            where id = :id and revision = :revision and version = :from and closed_at is null
                            returning id, fill, procedure, version, device, language),
                        ended as (
                            update errand set withdrawn_at = :now where draft_id in (select id from moved)
                                and field = any(:errands) and completed_at is null and withdrawn_at is null
                            returning id),
                        parts as (
                            update draft set closed_at = :now, closed_as = 'discarded', revision = revision + 1, answers = '{}',
                                pending = '{}', carried = null
                            where errand_id in (select id from ended) and closed_at is null),
                        files as (
                            update attachment set detached_at = :now where draft_id in (select id from moved)
                                and id = any(:files) and submission_id is null and detached_at is null)
                        insert into fill_event (fill, at, type, procedure, version, questions, measured, device, language)
                        select fill, :now, 'CARRIED_OVER', procedure, version, :questions, false, device, language from moved""")
                .bind("to", newer.version()).bind("answers", AnswersJson.write(answers).toString())
                .bind("pending", DraftRows.write(carry.filling().pending()))
                .bind("prefilled", DraftRows.write(draft.stillPrefilled(answers)))
                .bind("carried", DraftRows.write(Carried.over(draft, carry, draft.revision() + 1)))
                .bind("id", draft.id()).bind("revision", draft.revision()).bind("from", draft.edition().version())
                .bind("now", now).bind("errands", gone.errands().toArray(String[]::new))
                .bind("files", gone.files().toArray(UUID[]::new)).bind("questions", questions.toArray(String[]::new))
                .fetch().rowsUpdated().map(moved -> moved == 1);
    }

    /** The applicant knows what became of their answers. No change of the draft itself, so no page is overtaken by it. */
    Mono<Void> carriedSeen(UUID draft) {
        return database.sql("update draft set carried = carried || '{\"seen\": true}' where id = :id "
                + "and carried is not null and closed_at is null").bind("id", draft).then();
    }

    /** Open drafts of a procedure that are taken over, by the version they stand in. */
    Flux<DraftCount> countOpen(String procedure, Instant now) {
        return database.sql("""
                select version, count(*) as drafts from draft
                where procedure = :procedure and kind = 'new' and closed_at is null and expires_at > :now
                group by version order by version""").bind("procedure", procedure).bind("now", now)
                .map(row -> new DraftCount(DraftRows.required(row, "version", Integer.class),
                        DraftRows.required(row, "drafts", Long.class)))
                .all();
    }

    /** Closes the draft; false if it was closed before or changed since it was read. */
    Mono<Boolean> close(Draft draft, String as, Instant now) {
        return database.sql("""
                update draft set closed_at = :now, closed_as = :as, revision = revision + 1
                where id = :id and revision = :revision and closed_at is null""").bind("now", now).bind("as", as)
                .bind("id", draft.id()).bind("revision", draft.revision()).fetch().rowsUpdated()
                .map(changed -> changed == 1);
    }

    /** Pages that other browsers have open of it are worth nothing from now on. */
    Mono<Void> newKey(UUID draft) {
        return database.sql("update draft set form_key = :key where id = :id")
                .bind("key", SecretToken.create().value()).bind("id", draft).then();
    }

    /** Not to be counted as abandoned: the way led elsewhere. Ends with the next save. */
    Mono<Void> settle(UUID draft, Instant now) {
        return database.sql("update draft set abandoned_at = :now where id = :id").bind("now", now).bind("id", draft)
                .then();
    }

    /** Keeps an open draft at least until then: an interview that is used, an application that waits for somebody. */
    Mono<Void> keep(UUID draft, Instant until) {
        return database.sql("update draft set expires_at = greatest(expires_at, :until) where id = :id "
                + "and closed_at is null").bind("until", until).bind("id", draft).then();
    }

    /** Gives a draft of this browser to the account that is signed in; from then on only the account opens it. */
    Mono<Void> adopt(UUID draft, UUID account) {
        return database.sql("""
                with adopted as (update draft set account = :account where id = :id and account is null returning id)
                delete from visitor_grant where subject in (select id from adopted)""").bind("account", account)
                .bind("id", draft).then();
    }
}
