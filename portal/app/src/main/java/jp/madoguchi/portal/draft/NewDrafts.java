package jp.madoguchi.portal.draft;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import jp.madoguchi.exchange.FillEvent.Device;
import jp.madoguchi.exchange.FillEvent.Type;
import jp.madoguchi.forms.ProcedureId;
import jp.madoguchi.forms.QuestionId;
import jp.madoguchi.forms.answer.Answers;
import jp.madoguchi.forms.answer.AnswersJson;
import jp.madoguchi.forms.filling.Prefilling.Source;
import jp.madoguchi.platform.database.Columns;
import jp.madoguchi.platform.database.Maybe;
import jp.madoguchi.platform.token.SecretToken;
import jp.madoguchi.forms.definition.Edition;
import jp.madoguchi.forms.Language;
import jp.madoguchi.portal.fill.FillLog;
import jp.madoguchi.portal.fill.FillStep;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Puts drafts that begin into the database.
 */
@Component
public class NewDrafts {
    private final DatabaseClient database;
    private final DraftRows rows;

    NewDrafts(DatabaseClient database, DraftRows rows) {
        this.database = database;
        this.rows = rows;
    }

    /**
     * A draft that begins.
     *
     * @param from what it follows, null for an application of its own
     * @param begunFrom the draft of another person from whose answers it begins, or null
     */
    public record Beginning(Edition edition, Answers answers, Map<QuestionId, Source> prefilled, @Nullable From from,
            @Nullable UUID account, String language, Device device, @Nullable UUID begunFrom) {}

    /** One follow-up of an interview. */
    public record From(UUID interview, String followUp) {}

    /** Begins a draft and appends the step, in one statement; empty where somebody begins from the same draft already. */
    public Mono<Draft> insert(Beginning beginning, Instant now, Instant expiresAt) {
        var edition = beginning.edition();
        var from = beginning.from();
        var language = Language.ofTag(beginning.language()).orElse(Language.JA);
        var run = new FillStep.Run(UUID.randomUUID(), edition.procedure().id(), edition.version(), language.tag(),
                beginning.device());
        return FillLog
                .bind(database
                        .sql("""
                                with begun as (
                                    insert into draft (procedure, version, kind, account, answers, form_key, fill, language, device, prefilled, bundle_id,
                                        follow_up, begun_from, started_at, saved_at, expires_at)
                                    values (:procedure, :version, 'new', :account, cast(:answers as jsonb), :key, :fill, :language, :device, cast(:prefilled as jsonb), :bundle,
                                        :follow, :other, :now, :now, :expires)
                                    on conflict (begun_from) where begun_from is not null and closed_at is null do nothing
                                    returning *), opened as (
                                """
                                + FillLog.appendedAfter("begun") + ") select * from begun"),
                        FillStep.of(run, Type.OPENED, now))
                .bind("procedure", edition.procedure().id().value()).bind("version", edition.version())
                .bind("account", Maybe.of(beginning.account(), UUID.class))
                .bind("answers", AnswersJson.write(beginning.answers()).toString())
                .bind("key", SecretToken.create().value()).bind("language", beginning.language())
                .bind("prefilled", DraftRows.write(beginning.prefilled()))
                .bind("bundle", Maybe.of(from == null ? null : from.interview(), UUID.class))
                .bind("follow", Maybe.of(from == null ? null : from.followUp(), String.class))
                .bind("other", Maybe.of(beginning.begunFrom(), UUID.class)).bind("now", now)
                .bind("expires", expiresAt).map(DraftRows::read).one().flatMap(rows::complete);
    }

    /** The draft in which somebody fills in what was asked for, begun now or before; whoever holds the link goes on with the same. */
    public Mono<UUID> insertPart(UUID delegation, Instant expiresAt, Edition edition, Answers answers, String language,
            Device device,
            Instant now) {
        return database
                .sql("""
                        insert into draft (procedure, version, kind, delegation_id, answers, form_key, fill, language, device, started_at, saved_at, expires_at)
                        values (:procedure, :version, 'new', :delegation, cast(:answers as jsonb), :key, :fill, :language, :device, :now, :now, :expires)
                        on conflict (delegation_id) where delegation_id is not null do nothing
                        returning id""")
                .bind("procedure", edition.procedure().id().value()).bind("version", edition.version())
                .bind("delegation", delegation).bind("answers", AnswersJson.write(answers).toString())
                .bind("key", SecretToken.create().value()).bind("fill", UUID.randomUUID()).bind("language", language)
                .bind("device", device.name()).bind("now", now).bind("expires", expiresAt)
                .map(row -> Columns.required(row, "id", UUID.class)).one();
    }

    /**
     * The draft that answers a correction request, with the answers as they were handed in last.
     *
     * @return its id; empty if there is one already
     */
    public Mono<UUID> insertCorrection(DraftPurpose.Correction correction, Origin origin, Instant now,
            Instant expiresAt) {
        return database
                .sql("""
                        insert into draft (procedure, version, kind, submission_id, correction_id, account, answers, form_key, fill,
                            language, started_at, saved_at, expires_at, abandoned_at)
                        values (:procedure, :version, 'correction', :submission, :request, :account, cast(:answers as jsonb), :key, :fill,
                            :language, :now, :now, :expires, :now)
                        on conflict (correction_id) do nothing
                        returning id""")
                .bind("procedure", origin.procedure().value()).bind("version", origin.version())
                .bind("submission", correction.submission()).bind("request", correction.request())
                .bind("account", Maybe.of(origin.account(), UUID.class)).bind("answers", origin.answers())
                .bind("key", SecretToken.create().value()).bind("fill", UUID.randomUUID())
                .bind("language", origin.language()).bind("now", now).bind("expires", expiresAt)
                .map(row -> Columns.required(row, "id", UUID.class)).one();
    }

    /**
     * What was handed in and is to be corrected.
     *
     * @param account of the applicant, null for none
     * @param answers as JSON
     */
    public record Origin(ProcedureId procedure, int version, @Nullable UUID account, String language, String answers) {}
}
