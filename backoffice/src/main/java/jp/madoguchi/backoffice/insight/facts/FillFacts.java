package jp.madoguchi.backoffice.insight.facts;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import jp.madoguchi.exchange.FillEvent;

import jp.madoguchi.forms.ProcedureId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps the steps of filling in, each once, and what they add up to per run and per page.
 */
@Component
class FillFacts {

    private static final Logger LOG = LoggerFactory.getLogger(FillFacts.class);

    /** One writer at a time, over all nodes: a run's summary is computed from all of its steps. */
    private static final String ALONE = "select pg_advisory_xact_lock(hashtext('insight.fill_facts'))";

    private static final String KEEP_STEPS = """
            insert into fill_step (id, fill, at, type, procedure_id, version, page, questions, active_ms, measured, device,
                language, channel)
            select id, fill, at, lower(type), procedure, version, page,
                array(select jsonb_array_elements_text(questions)), least(greatest("activeMillis", 0), 86400000), measured,
                lower(device), language, lower(channel)
            from jsonb_to_recordset(cast(:events as jsonb)) as event (id uuid, fill uuid, at timestamptz, type text,
                procedure text, version int, page text, questions jsonb, "activeMillis" int, measured boolean,
                device text, language text, channel text)
            on conflict (id) do nothing
            """;

    /** An abandoned run that is taken up again is open again; a submitted one stays submitted. */
    private static final String SUM_UP_FILLS = """
            with summed as (
                select fill, (array_agg(procedure_id order by at))[1] as procedure_id,
                    (array_agg(version order by at desc))[1] as version, (array_agg(device order by at desc))[1] as device,
                    (array_agg(language order by at desc))[1] as language,
                    (array_agg(channel order by at))[1] as channel, min(at) as opened_at, max(at) as last_at,
                    min(at) filter (where type in ('page_saved', 'submitted', 'ended_elsewhere')) as started_at,
                    min(at) filter (where type = 'submitted') as submitted_at,
                    max(at) filter (where type = 'ended_elsewhere') as elsewhere_at,
                    max(at) filter (where type = 'abandoned') as abandoned_at,
                    max(at) filter (where type in ('resumed', 'page_shown', 'page_saved', 'reviewed')) as active_at,
                    coalesce(sum(active_ms), 0) as active_ms,
                    coalesce(bool_and(measured) filter (where type = 'page_saved'), true) as measured,
                    count(*) filter (where type = 'validation_failed') as failures,
                    count(*) filter (where type = 'suspended') as suspensions,
                    count(*) filter (where type = 'carried_over') as carried, bool_or(sample) as sample
                from fill_step where fill = any (:fills) group by fill),
            judged as (
                select *, case when submitted_at is not null then 'submitted'
                        when elsewhere_at >= coalesce(active_at, '-infinity') then 'ended_elsewhere'
                        when abandoned_at >= coalesce(active_at, '-infinity') then 'abandoned'
                        else 'open' end as outcome
                from summed),
            ended as (
                select *, case outcome when 'submitted' then submitted_at when 'ended_elsewhere' then elsewhere_at
                        when 'abandoned' then abandoned_at end as ended_at
                from judged)
            insert into fill_fact (fill, procedure_id, version, device, language, channel, opened_at, started_at, ended_at,
                outcome, active_ms, measured, elapsed_ms, failures, suspensions, carried, sample)
            select fill, procedure_id, version, device, language, channel, opened_at, started_at, ended_at, outcome,
                active_ms, measured,
                cast(extract(epoch from coalesce(ended_at, last_at) - opened_at) * 1000 as bigint), failures, suspensions,
                carried, sample
            from ended
            on conflict (fill) do update set procedure_id = excluded.procedure_id, version = excluded.version,
                device = excluded.device, language = excluded.language, channel = excluded.channel,
                opened_at = excluded.opened_at, started_at = excluded.started_at, ended_at = excluded.ended_at,
                outcome = excluded.outcome, active_ms = excluded.active_ms, measured = excluded.measured,
                elapsed_ms = excluded.elapsed_ms, failures = excluded.failures, suspensions = excluded.suspensions,
                carried = excluded.carried, sample = excluded.sample
            """;

    private static final String SUM_UP_PAGES = """
            insert into fill_page_fact (fill, page, active_ms, measured, shown, saved, failures, last_seen)
            select fill, page, coalesce(sum(active_ms), 0),
                coalesce(bool_and(measured) filter (where type = 'page_saved'), true),
                count(*) filter (where type = 'page_shown'), count(*) filter (where type = 'page_saved'),
                count(*) filter (where type = 'validation_failed'), max(at)
            from fill_step where fill = any (:fills) and page is not null group by fill, page
            on conflict (fill, page) do update set active_ms = excluded.active_ms, measured = excluded.measured,
                shown = excluded.shown, saved = excluded.saved, failures = excluded.failures,
                last_seen = excluded.last_seen
            """;

    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final JsonMapper json;

    FillFacts(DatabaseClient database, TransactionalOperator transaction, JsonMapper json) {
        this.database = database;
        this.transaction = transaction;
        this.json = json;
    }

    /**
     * Keeps these steps in one transaction; those known already change nothing. A step that lacks what every step has is left
     * out, so that it cannot hold up the others.
     *
     * @return how many of them were new
     */
    Mono<Long> keep(List<FillEvent> events) {
        var whole = events.stream().filter(FillFacts::isWhole).toList();
        if (whole.size() < events.size()) {
            LOG.warn("{} of {} steps of filling in are incomplete and left out", events.size() - whole.size(),
                    events.size());
        }
        if (whole.isEmpty()) {
            return Mono.just(0L);
        }
        var fills = whole.stream().map(FillEvent::fill).distinct().toArray(UUID[]::new);
        return database.sql(ALONE).then()
                .then(database.sql(KEEP_STEPS).bind("events", json.writeValueAsString(whole)).fetch().rowsUpdated())
                .flatMap(kept -> kept == 0
                        ? Mono.just(kept)
                        : database.sql(SUM_UP_FILLS).bind("fills", fills).then()
                                .then(database.sql(SUM_UP_PAGES).bind("fills", fills).then()).thenReturn(kept))
                .as(transaction::transactional);
    }

    /** Records read from JSON may lack what their type promises. */
    private static boolean isWhole(FillEvent event) {
        return Stream
                .<@Nullable Object>of(event.id(), event.fill(), event.at(), event.type(),
                        event.procedure(), event.device(), event.language(), event.channel())
                .allMatch(Objects::nonNull) && ProcedureId.isValid(event.procedure());
    }
}
