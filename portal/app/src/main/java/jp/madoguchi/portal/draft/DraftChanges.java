package jp.madoguchi.portal.draft;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import jp.madoguchi.exchange.FillEvent.Type;
import jp.madoguchi.forms.PageId;
import jp.madoguchi.forms.answer.Answers;
import jp.madoguchi.forms.answer.AnswersJson;
import jp.madoguchi.forms.filling.Filling;
import jp.madoguchi.forms.publishing.CarryOver;
import jp.madoguchi.platform.database.Maybe;
import jp.madoguchi.platform.token.SecretToken;
import jp.madoguchi.forms.definition.Edition;
import jp.madoguchi.portal.fill.FillLog;
import jp.madoguchi.portal.fill.FillStep;
import jp.madoguchi.portal.upload.Uploads;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Changes drafts in the database.
 */
@Component
public class DraftChanges {
    /** As long as a draft lives after the last time it was touched. */
    public static final Duration KEPT = Duration.ofDays(30);

    private final DatabaseClient database;

    DraftChanges(DatabaseClient database) {
        this.database = database;
    }

    /**
     * Saves a page, attaches the files that came with it and appends the step, in one statement.
     *
     * @param rendering where the page was saved from
     * @param attached files that are among the answers from now on
     * @param carried what is to be known from now on of its having been taken over, null where that stays as it is
     * @return false if the draft was changed or closed since it was read; then nothing happened
     */
    public Mono<Boolean> save(Draft draft, Filling next, PageId page, String rendering, List<UUID> attached,
            Instant now, Instant expiresAt, FillStep step, @Nullable Carried carried) {
        var saved = """
                with saved as (
                    update draft set answers = cast(:answers as jsonb), pending = cast(:pending as jsonb),
                        prefilled = cast(:prefilled as jsonb), page_saves = page_saves || jsonb_build_object(cast(:page as text),
                            jsonb_build_object('revision', revision + 1, 'by', cast(:rendering as text))),
                        last_page = :page, revision = revision + 1, saved_at = :now, expires_at = :expires, abandoned_at = null,
                        carried = coalesce(cast(:carried as jsonb), carried)
                    where id = :id and revision = :revision and closed_at is null returning id)""";
        var files = attached.isEmpty() ? "" : ", attached as (" + Uploads.attachedAfter("saved") + ")";
        var told = draft.purpose().isMeasured() ? ", told as (" + FillLog.appendedAfter("saved") + ")" : "";
        var statement = database.sql(saved + files + told + " select id from saved");
        if (!attached.isEmpty()) {
            statement = statement.bind("attached", attached.toArray(UUID[]::new));
        }
        if (draft.purpose().isMeasured()) {
            statement = FillLog.bind(statement, step);
        }
        return statement.bind("answers", AnswersJson.write(next.answers()).toString())
                .bind("pending", DraftRows.write(next.pending()))
                .bind("prefilled", DraftRows.write(draft.stillPrefilled(next.answers()))).bind("page", page.value())
                .bind("rendering", rendering)
                .bind("carried", Maybe.of(carried == null ? null : DraftRows.write(carried), String.class))
                .bind("now", now).bind("expires", expiresAt).bind("id", draft.id())
                .bind("revision", draft.revision()).map(row -> true).one().defaultIfEmpty(false);
    }

    /**
     * Changes the answers otherwise than by a page.
     *
     * @param atLeast until when the draft is kept now, unless it is kept longer already
     * @return false if the draft was changed or closed since it was read; then nothing happened
     */
    public Mono<Boolean> amend(Draft draft, Answers answers, Instant atLeast) {
        return database.sql("""
                update draft set answers = cast(:answers as jsonb), revision = revision + 1,
                    expires_at = greatest(expires_at, :expires)
                where id = :id and revision = :revision and closed_at is null""")
                .bind("answers", AnswersJson.write(answers).toString()).bind("expires", atLeast)
                .bind("id", draft.id()).bind("revision", draft.revision()).fetch().rowsUpdated()
                .map(changed -> changed == 1);
    }

    /**
     * Takes the draft over into a newer version, and appends the step, in one statement.
     *
     * @param questions that the move concerns
     * @return false if the draft was changed, closed or taken over since it was read; then nothing happened
     */
    public Mono<Boolean> carry(Draft draft, Edition newer, CarryOver carry, List<String> questions, Instant now) {
        var answers = carry.filling().answers();
        return database
                .sql("""
                        with moved as (
                            update draft set version = :to, answers = cast(:answers as jsonb), pending = cast(:pending as jsonb),
                                prefilled = cast(:prefilled as jsonb), carried = cast(:carried as jsonb), revision = revision + 1
                            where id = :id and revision = :revision and version = :from and closed_at is null
                            returning id, fill, procedure, version, device, language, null as page, cast(:questions as text[]) as questions)
                        """
                        + FillLog.appendedForEach("moved", Type.CARRIED_OVER))
                .bind("to", newer.version()).bind("answers", AnswersJson.write(answers).toString())
                .bind("pending", DraftRows.write(carry.filling().pending()))
                .bind("prefilled", DraftRows.write(draft.stillPrefilled(answers)))
                .bind("carried", DraftRows.write(Carried.over(draft, carry, draft.revision() + 1)))
                .bind("id", draft.id()).bind("revision", draft.revision()).bind("from", draft.edition().version())
                .bind("now", now).bind("questions", questions.toArray(String[]::new)).fetch().rowsUpdated()
                .map(moved -> moved == 1);
    }

    /** The applicant knows what became of their answers. No change of the draft itself, so no page is overtaken by it. */
    public Mono<Void> carriedSeen(UUID draft) {
        return database.sql("update draft set carried = carried || '{\"seen\": true}' where id = :id "
                + "and carried is not null and closed_at is null").bind("id", draft).then();
    }

    /**
     * The part of a statement that closes the draft as handed in, and returns its {@code id}; no row if it was closed before or changed
     * since it was read. Its parameters are those of {@link #bindHandedIn}.
     */
    public static String handedIn() {
        return """
                update draft set closed_at = :closed, closed_as = 'submitted', revision = revision + 1
                where id = :draft and revision = :revision and closed_at is null returning id""";
    }

    public static GenericExecuteSpec bindHandedIn(GenericExecuteSpec statement, Draft draft, Instant now) {
        return statement.bind("closed", now).bind("draft", draft.id()).bind("revision", draft.revision());
    }

    /** Closes the draft; false if it was closed before or changed since it was read. */
    public Mono<Boolean> close(Draft draft, String as, Instant now) {
        return database.sql("""
                update draft set closed_at = :now, closed_as = :as, revision = revision + 1
                where id = :id and revision = :revision and closed_at is null""").bind("now", now).bind("as", as)
                .bind("id", draft.id()).bind("revision", draft.revision()).fetch().rowsUpdated()
                .map(changed -> changed == 1);
    }

    /** Pages that other browsers have open of it are worth nothing from now on. */
    public Mono<Void> newKey(UUID draft) {
        return database.sql("update draft set form_key = :key where id = :id")
                .bind("key", SecretToken.create().value()).bind("id", draft).then();
    }

    /** Not to be counted as abandoned: the way led elsewhere. Ends with the next save. */
    public Mono<Void> settle(UUID draft, Instant now) {
        return database.sql("update draft set abandoned_at = :now where id = :id").bind("now", now).bind("id", draft)
                .then();
    }

    /** Keeps an open draft at least until then: an interview that is used, an application that waits for somebody. */
    public Mono<Void> keep(UUID draft, Instant until) {
        return database.sql("update draft set expires_at = greatest(expires_at, :until) where id = :id "
                + "and closed_at is null").bind("until", until).bind("id", draft).then();
    }

    /** Gives a draft of a browser to the account that is signed in; false if it has one already. */
    public Mono<Boolean> adopt(UUID draft, UUID account) {
        return database.sql("update draft set account = :account where id = :id and account is null")
                .bind("account", account).bind("id", draft).fetch().rowsUpdated().map(changed -> changed == 1);
    }

    /** Throws away what was typed for these delegations and is not handed in. */
    public Mono<Void> discardParts(Collection<UUID> delegations, Instant now) {
        return delegations.isEmpty()
                ? Mono.empty()
                : database
                        .sql("""
                                update draft set closed_at = :now, closed_as = 'discarded', revision = revision + 1, answers = '{}',
                                    pending = '{}', carried = null
                                where delegation_id = any(:delegations) and closed_at is null""")
                        .bind("now", now)
                        .bind("delegations", delegations.toArray(UUID[]::new)).then();
    }

    /** Closes the drafts that would have answered these correction requests. */
    public Mono<Void> discardCorrections(Collection<UUID> requests, Instant now) {
        return requests.isEmpty()
                ? Mono.empty()
                : database.sql("""
                        update draft set closed_at = :now, closed_as = 'discarded'
                        where correction_id = any(:requests) and closed_at is null""").bind("now", now)
                        .bind("requests", requests.toArray(UUID[]::new)).then();
    }

    /** As {@link #keep}, the draft that answers a correction request. */
    public Mono<Void> keepCorrection(UUID request, Instant until) {
        return database.sql("update draft set expires_at = greatest(expires_at, :until) where correction_id = :request "
                + "and closed_at is null").bind("until", until).bind("request", request).then();
    }
}
