package jp.madoguchi.backoffice.insight.facts;

import java.time.Instant;
import java.time.InstantSource;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Made-up facts of two years, marked as such and never shown together with real ones: to see what the pages of figures look
 * like ({@code madoguchi.sample-facts=20000}) and to measure them ({@code 1000000}). None unless asked for.
 */
@Component
class SampleFacts {

    private static final Logger LOG = LoggerFactory.getLogger(SampleFacts.class);
    private static final int AT_ONCE = 20_000;

    /** Times are log-normal about a median per procedure; a second version from the last half year on is quicker. */
    private static final String FILLS = """
            with raw as materialized (
                select gen_random_uuid() as fill, random() as kind, random() as luck, random() as hand, random_normal() as slow,
                    cast(:now as timestamptz) - interval '8 days' - 720 * power(random(), 1.5) * interval '1 day' as opened_at
                from generate_series(1, :count)),
            run as materialized (
                select fill, opened_at, hand, luck,
                    case when kind < 0.5 then 'kokuho-dattai' when kind < 0.85 then 'jido-teate' else 'inu-toroku' end
                        as procedure_id,
                    case when opened_at > cast(:now as timestamptz) - interval '180 days' then 2 else 1 end as version,
                    cast(exp(slow * 0.5) * case when kind < 0.5 then 380000 when kind < 0.85 then 690000 else 240000 end
                        * case when opened_at > cast(:now as timestamptz) - interval '180 days' then 0.8 else 1 end as bigint)
                        as active_ms,
                    case when luck < 0.79 then 'submitted' when luck < 0.83 then 'ended_elsewhere' else 'abandoned' end
                        as outcome
                from raw),
            kept as (
                insert into fill_fact (fill, procedure_id, version, device, language, channel, opened_at, started_at, ended_at,
                    outcome, active_ms, measured, elapsed_ms, failures, suspensions, sample)
                select fill, procedure_id, version,
                    case when hand < 0.62 then 'phone' when hand < 0.68 then 'tablet' else 'desktop' end,
                    case when hand < 0.96 then 'ja' else 'en' end, 'online', opened_at, opened_at + interval '40 seconds',
                    opened_at + active_ms * interval '1.6 ms', outcome, active_ms, hand > 0.05,
                    cast(active_ms * 1.6 as bigint), cast(floor(random() * 2) as int), 0, true
                from run),
            failed as (
                insert into fill_step (id, fill, at, type, procedure_id, version, page, questions, measured, device, language,
                    channel, sample)
                select gen_random_uuid(), fill, opened_at, 'validation_failed', procedure_id, version, null,
                    array[(case procedure_id
                        when 'jido-teate' then array['account', 'claimant-address', 'child-birth', 'claimant-mail', 'identity']
                        when 'kokuho-dattai' then array['insurance-number', 'eligibility', 'householder-address', 'truth',
                            'householder-mail']
                        else array['dog-chip', 'dog-birth', 'owner-address', 'vaccination-number', 'owner-mail'] end)
                        [1 + cast(floor(random() * random() * 5) as int)]], true, 'phone', 'ja', 'online', true
                from run where hand < 0.25)
            select count(*) from run
            """;

    /** Pages of those runs: given up ones end somewhere on the way. */
    private static final String PAGES = """
            with run as (
                select *, case procedure_id
                        when 'jido-teate' then array['reason', 'claimant', 'spouse', 'children', 'pension', 'bank', 'attachments']
                        when 'kokuho-dattai' then array['reason', 'householder', 'leavers', 'attachments']
                        else array['reason', 'owner', 'dog', 'vaccination'] end as pages
                from fill_fact
                where sample and not exists (select from fill_page_fact where fill_page_fact.fill = fill_fact.fill)),
            ended as (
                select *, case when outcome = 'submitted' then 99
                        else 1 + cast(floor(cardinality(pages) * (get_byte(uuid_send(fill), 0) / 256.0)) as int) end as reached
                from run)
            insert into fill_page_fact (fill, page, active_ms, measured, shown, saved, failures, last_seen)
            select fill, pages[place], active_ms / cardinality(pages), measured, 1,
                case when place < reached then 1 else 0 end, case when place = 2 and failures > 0 then 1 else 0 end,
                opened_at + place * interval '1 minute'
            from ended cross join generate_series(1, cardinality(pages)) as place
            where place <= reached
            """;

    private static final String CASES = """
            with raw as materialized (
                select random() as kind, random() as luck, random() as way, random() as ward, random_normal() as slow,
                    random_normal() as slower, random() as fixing,
                    cast(:now as timestamptz) - interval '40 days' - 690 * power(random(), 1.5) * interval '1 day' as arrived_at
                from generate_series(1, :count)),
            worked as materialized (
                select *, case when kind < 0.5 then 'kokuho-dattai' when kind < 0.85 then 'jido-teate' else 'inu-toroku' end
                        as procedure_id,
                    case when kind < 0.5 then 'center'
                        when kind >= 0.85 then 'eisei'
                        else (array['higashinada', 'nada', 'chuo', 'hyogo', 'kita', 'nagata', 'suma', 'tarumi', 'nishi'])
                            [1 + cast(floor(ward * 9) as int)] end as office,
                    cast(exp(slow * 0.7) * case when kind < 0.5 then 63000 when kind < 0.85 then 160000 else 90000 end
                        as bigint) as queue_s,
                    cast(exp(slower * 0.6) * 1500 as bigint) as hands_on_s,
                    case when kind < 0.5 then 0 else cast(exp(slower * 0.8) * 40000 as bigint) end as approval_s,
                    case when fixing < 0.17 then cast(exp(slow * 0.4) * 90000 as bigint) else 0 end as applicant_s
                from raw)
            insert into case_fact (case_id, procedure_id, version, channel, office, arrived_at, closed_at, outcome, phase,
                queue_s, hands_on_s, applicant_s, approval_s, delivery_s, business_days, calendar_days, corrections,
                hand_offs, events, sample)
            select gen_random_uuid(), procedure_id,
                case when arrived_at > cast(:now as timestamptz) - interval '180 days' then 2 else 1 end,
                case when way < 0.45 then 'online' when way < 0.85 then 'counter' else 'paper' end, office, arrived_at,
                arrived_at + least((queue_s + hands_on_s + approval_s + applicant_s) / 31500.0 * 1.4, 38)
                    * interval '1 day',
                case when kind < 0.5 then 'recorded' when luck < 0.95 then 'approved' when luck < 0.98 then 'refused'
                    else 'withdrawn' end, 'closed',
                queue_s, hands_on_s, applicant_s, approval_s, 600,
                cast((queue_s + hands_on_s + approval_s + applicant_s) / 31500 as int),
                cast((queue_s + hands_on_s + approval_s + applicant_s) / 22500 as int),
                case when applicant_s > 0 then 1 else 0 end, case when luck > 0.9 then 1 else 0 end, 6, true
            from worked
            """;

    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final InstantSource clock;
    private final int wanted;

    SampleFacts(DatabaseClient database, TransactionalOperator transaction, InstantSource clock,
            @Value("${madoguchi.sample-facts:0}") int wanted) {
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
        this.wanted = wanted;
    }

    @EventListener(ApplicationReadyEvent.class)
    void make() {
        if (wanted > 0) {
            makeIfNone(wanted).subscribe(made -> LOG.info("{} made-up facts were added, marked as samples", made),
                    failed -> LOG.error("the made-up facts could not be added", failed));
        }
    }

    /**
     * Half of them runs of filling in, half of them cases; none where there are made-up facts already.
     *
     * @return how many were added
     */
    Mono<Integer> makeIfNone(int count) {
        return database.sql("select not exists (select from fill_fact where sample) as none")
                .map(row -> row.get("none", Boolean.class)).one().filter(none -> none)
                .flatMap(none -> portions(count / 2)
                        .concatMap(portion -> made(FILLS, portion).then(made(PAGES)).then(made(CASES, portion))
                                .as(transaction::transactional).thenReturn(portion * 2))
                        .reduce(0, Integer::sum));
    }

    private static Flux<Integer> portions(int count) {
        return Flux.range(0, (count + AT_ONCE - 1) / AT_ONCE)
                .map(portion -> Math.min(AT_ONCE, count - portion * AT_ONCE));
    }

    private Mono<Void> made(String sql, int count) {
        Instant now = clock.instant();
        return database.sql(sql).bind("now", now).bind("count", count).then();
    }

    private Mono<Void> made(String sql) {
        return database.sql(sql).then();
    }
}
