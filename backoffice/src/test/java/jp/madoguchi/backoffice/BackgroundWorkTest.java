package jp.madoguchi.backoffice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import io.micrometer.core.instrument.MeterRegistry;
import jp.madoguchi.backoffice.casework.CaseRecords;
import jp.madoguchi.exchange.Consignment;
import jp.madoguchi.platform.background.BackgroundWork;
import jp.madoguchi.platform.background.PeriodicWork;
import jp.madoguchi.testkit.MovableClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import reactor.core.Disposable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whatever goes on in the background goes by the time of each round, not by that of the first: each is watched over two moves of the
 * clock. A new worker needs a case here.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BackgroundWorkTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(40);
    private static final Duration QUICKLY = Duration.ofMillis(100);

    private final MovableClock clock = new MovableClock();
    private final List<Disposable> rounds = new ArrayList<>();
    private TestOffice office;

    @BeforeAll
    void open() {
        office = TestOffice.openAt(clock);
        await().atMost(TIMEOUT).until(office::hasPublishedAll);
    }

    @AfterAll
    void close() {
        rounds.forEach(Disposable::dispose);
        office.close();
    }

    private Map<String, Runnable> cases() {
        var cases = new LinkedHashMap<String, Runnable>();
        cases.put("LeaseWorker", this::leasesRunOut);
        cases.put("DispatchWorker", this::whatFailedIsSentAgainWhenDue);
        cases.put("QueueMeters", this::whatIsUnsentGetsOlder);
        cases.put("Backlog", this::whatNobodyTookOnGetsOlder);
        cases.put("IntakeWorker", this::whatIsParkedIsTriedAgainWhenDue);
        cases.put("RecordWorker", this::recordsAreCheckedEveryDay);
        cases.put("AnnouncementWorker", this::announcementsBearTheTimeOfTheirRound);
        cases.put("SessionCleanUp", this::expiredSessionsGo);
        cases.put("AttemptCleanUp", this::fullCountersGo);
        cases.put("SentFormCleanUp", this::formsSentLongAgoGo);
        cases.put("SentCleanUp", this::whatWasSentLongAgoGoes);
        cases.put("ReceivedCleanUp", this::whatCameLongAgoGoes);
        return cases;
    }

    /** Those that read no clock; holding one is found out. The last five go by the database's, and are watched over moves of their rows. */
    private static final List<String> WITHOUT_CLOCK = List.of("PoolProbe", "RollupWorker", "FillPull",
            "CaseIndexWorker", "DatabaseSignals", "CityWatch", "DispatchWorker", "QueueMeters", "AttemptCleanUp",
            "SentCleanUp", "ReceivedCleanUp");
    /** They ask another program what has changed since its last answer; the times in it are that program's. */
    private static final List<String> BY_THE_TIME_OF_OTHERS = List.of("SignInWatch", "UnreachedPull");

    @TestFactory
    Stream<DynamicTest> goesByTheTimeOfEachRound() {
        return cases().entrySet().stream().map(one -> DynamicTest.dynamicTest(one.getKey(), () -> {
            if (worker(one.getKey()) instanceof PeriodicWork periodic) {
                rounds.add(periodic.rounds(QUICKLY).subscribe());
            }
            one.getValue().run();
        }));
    }

    @Test
    void everyWorkerHasItsCase() {
        assertThat(office.beans(BackgroundWork.class).stream().map(BackgroundWorkTest::name))
                .as("all that goes on in the background, and all that is tried here")
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(cases().keySet(), WITHOUT_CLOCK, BY_THE_TIME_OF_OTHERS)
                                .flatMap(java.util.Collection::stream).distinct().toList());
        assertThat(WITHOUT_CLOCK).noneMatch(name -> MovableClock.isReadBy(worker(name)));
        assertThat(MovableClock.isReadBy(worker("LeaseWorker"))).isTrue();
        assertThat(
                office.beans(ScheduledTaskHolder.class).stream().flatMap(holder -> holder.getScheduledTasks().stream()))
                .as("work in rounds is a PeriodicWork").isEmpty();
    }

    private void leasesRunOut() {
        var submitted = TestApplications.childAllowance();
        office.portal().offer(submitted);
        awaitThat(() -> office.portal().acknowledged().contains(submitted.id()));
        var id = office.bean(DatabaseClient.class).sql("select id from case_file")
                .map(row -> row.get("id", UUID.class)).one().block(TIMEOUT);
        for (int time = 0; time < 2; time++) {
            var clerk = new Desk(office, TestOffice.CLERK1);
            clerk.open("/cases/" + id);
            clerk.press("/cases/" + id + "/claim");
            assertThat(count("case_file where lease_until is not null")).isEqualTo(1);
            clock.pass(Duration.ofMinutes(31));
            awaitThat(() -> count("case_file where lease_until is not null") == 0);
        }
    }

    private void recordsAreCheckedEveryDay() {
        for (int time = 0; time < 2; time++) {
            clock.pass(Duration.ofDays(1).plusMinutes(1));
            var now = clock.instant();
            awaitThat(() -> now.equals(office.bean(CaseRecords.class).oldestCheck().block(TIMEOUT)));
        }
    }

    private void whatIsUnsentGetsOlder() {
        var oldest = office.bean(MeterRegistry.class).get("madoguchi.queue.oldest")
                .tag("queue", "dispatch").gauge();
        // What failed in the case before.
        for (int hours = 1; hours <= 2; hours++) {
            execute("update dispatch set created_at = created_at - interval '1 hour' where stream = 'case'");
            var expected = Duration.ofHours(hours).toSeconds();
            awaitThat(() -> oldest.value() >= expected);
        }
    }

    private void whatNobodyTookOnGetsOlder() {
        office.portal().offer(TestApplications.childAllowance());
        var oldest = office.bean(MeterRegistry.class).get("madoguchi.cases.unclaimed.oldest").gauge();
        awaitThat(() -> oldest.value() >= 0 && count("case_file where state = 'arrived'") > 0);
        for (int hours = 1; hours <= 2; hours++) {
            clock.pass(Duration.ofHours(1));
            var expected = Duration.ofHours(hours).toSeconds();
            awaitThat(() -> oldest.value() >= expected);
        }
    }

    /** With the portal away nothing comes in, and nothing may look as if all were well. */
    @Test
    void aPortalThatIsSilentIsToldInRed() {
        var administrator = new Desk(office, TestOffice.ADMIN);
        awaitThat(() -> administrator.open("/intake").body().contains("ポータルとの最後の連絡"));

        office.portal().isAway(true);
        // A poll that is under way is answered still.
        await().atMost(TIMEOUT).pollInterval(Duration.ofSeconds(1)).until(() -> {
            clock.pass(Duration.ofMinutes(2));
            var page = administrator.open("/intake").body();
            return page.contains("ポータルと連絡が取れていません") && page.contains("最後に連絡が取れたのは")
                    && !page.contains("ポータルから届いたものは、すべて案件になっています");
        });

        office.portal().isAway(false);
        awaitThat(() -> !administrator.open("/intake").body().contains("ポータルと連絡が取れていません"));
    }

    private void whatFailedIsSentAgainWhenDue() {
        execute("insert into dispatch (id, stream, kind, body, created_at, next_try_at) values (gen_random_uuid(), 'case', "
                + "'update', 'nothing to read', now(), now() + interval '1 hour')");
        for (int attempts = 1; attempts <= 2; attempts++) {
            execute("update dispatch set next_try_at = next_try_at - interval '1 hour' where stream = 'case'");
            var expected = attempts;
            awaitThat(() -> count(
                    "dispatch where stream = 'case' and last_error is not null and attempts = " + expected) == 1);
            execute("update dispatch set next_try_at = now() + interval '1 hour' where stream = 'case'");
        }
    }

    private void whatIsParkedIsTriedAgainWhenDue() {
        var parked = new Consignment.Withdrawn(UUID.randomUUID(), UUID.randomUUID(), clock.instant(), "x");
        office.bean(DatabaseClient.class)
                .sql("insert into parked_consignment (id, application_id, type, body, arrived_at, parked_at, attempts, "
                        + "next_try_at, last_error) values (:id, :application, 'withdrawn', :body, :now, now(), 1, "
                        + "now() + interval '1 hour', 'x')")
                .bind("id", parked.id()).bind("application", parked.application())
                .bind("body", office.bean(JsonMapper.class).writeValueAsString(parked)).bind("now", clock.instant())
                .then().block(TIMEOUT);
        for (int attempts = 2; attempts <= 3; attempts++) {
            execute("update parked_consignment set next_try_at = next_try_at - interval '1 hour'");
            var expected = attempts;
            awaitThat(() -> count("parked_consignment where last_error <> 'x' and attempts = " + expected) == 1);
            execute("update parked_consignment set next_try_at = now() + interval '1 hour'");
        }
    }

    private void execute(String sql) {
        office.bean(DatabaseClient.class).sql(sql).then().block(TIMEOUT);
    }

    private void announcementsBearTheTimeOfTheirRound() {
        for (int time = 0; time < 2; time++) {
            clock.pass(Duration.ofHours(1));
            awaitThat(this::theNewsBearsTheTimeOfNow);
        }
    }

    /** A round that began before the clock moved may still have told the news; then there is other news. */
    private boolean theNewsBearsTheTimeOfNow() {
        var told = office.bean(DatabaseClient.class).sql("select announced_at from announced_figures")
                .map(row -> row.get("announced_at", Instant.class)).one().block(TIMEOUT);
        if (clock.instant().equals(told)) {
            return true;
        }
        if (told == null || !told.equals(Instant.EPOCH)) {
            office.bean(DatabaseClient.class).sql("insert into announced_figures (procedure_id, figures, announced_at) "
                    + "values ('jido-teate', 'others', '1970-01-01T00:00:00Z') on conflict (procedure_id) do update "
                    + "set figures = excluded.figures, announced_at = excluded.announced_at").then().block(TIMEOUT);
        }
        return false;
    }

    private void expiredSessionsGo() {
        goOneByOne("insert into http_session (id_hash, attributes, created_at, accessed_at, idle_seconds, expires_at) "
                + "values ('case-' || :at, '', :at, :at, 60, :at)", "http_session where id_hash like 'case-%'");
    }

    private void fullCountersGo() {
        execute("insert into attempt (kind, key_hash, failures, last_at, locked_until, expires_at) "
                + "select 'case', convert_to(hours::text, 'UTF8'), 1, now(), now(), now() + hours * interval '1 hour' "
                + "from generate_series(1, 2) hours");
        for (int left = 1; left >= 0; left--) {
            execute("update attempt set expires_at = expires_at - interval '1 hour' where kind = 'case'");
            var expected = left;
            awaitThat(() -> count("attempt where kind = 'case'") == expected);
        }
    }

    private void formsSentLongAgoGo() {
        goOneByOne("insert into sent_form (key_hash, claimed_at, expires_at) values ('case-' || :at, :at, :at)",
                "sent_form where key_hash like 'case-%'");
    }

    /** More than are removed at a time; what was published, and what is on its way, stays however old. */
    private void whatWasSentLongAgoGoes() {
        execute("insert into dispatch (id, stream, kind, body, created_at, next_try_at, sent_at) "
                + "select gen_random_uuid(), 'long-ago', case days % 2 when 0 then 'update' else 'document' end, '', now(), null, "
                + "now() - interval '398 days' - days % 2 * interval '1 day' from generate_series(1, 3000) days");
        execute("insert into dispatch (id, stream, kind, body, created_at, next_try_at, sent_at, given_up_at) "
                + "values (gen_random_uuid(), 'long-ago', 'figures', '', now(), null, now() - interval '900 days', null), "
                + "(gen_random_uuid(), 'long-ago', 'update', '', now() - interval '900 days', null, null, now())");
        for (int left = 1500; left >= 0; left -= 1500) {
            execute("update dispatch set sent_at = sent_at - interval '1 day 1 hour' where stream = 'long-ago'");
            var expected = left + 2;
            awaitThat(() -> count("dispatch where stream = 'long-ago'") == expected);
        }
        assertThat(count("dispatch where stream = 'long-ago' and kind = 'figures'")).isEqualTo(1);
        execute("delete from dispatch where stream = 'long-ago'");
    }

    private void whatCameLongAgoGoes() {
        execute("insert into received_consignment (id, application_id, type, received_at) "
                + "select gen_random_uuid(), gen_random_uuid(), 'case', now() - interval '398 days' - "
                + "days % 2 * interval '1 day' from generate_series(1, 3000) days");
        for (int left = 1500; left >= 0; left -= 1500) {
            execute("update received_consignment set received_at = received_at - interval '1 day 1 hour' "
                    + "where type = 'case'");
            var expected = left;
            awaitThat(() -> count("received_consignment where type = 'case'") == expected);
        }
    }

    private void goOneByOne(String insert, String rows) {
        Instant now = clock.instant();
        for (int hours = 1; hours <= 2; hours++) {
            office.bean(DatabaseClient.class).sql(insert).bind("at", now.plus(Duration.ofHours(hours))).then()
                    .block(TIMEOUT);
        }
        for (int left = 1; left >= 0; left--) {
            clock.pass(Duration.ofHours(1));
            var expected = left;
            awaitThat(() -> count(rows) == expected);
        }
    }

    private void awaitThat(Callable<Boolean> seen) {
        await().atMost(TIMEOUT).until(seen);
    }

    private BackgroundWork worker(String name) {
        return office.beans(BackgroundWork.class).stream().filter(each -> name(each).equals(name)).findFirst()
                .orElseThrow();
    }

    private static String name(BackgroundWork worker) {
        return worker.getClass().getSimpleName();
    }

    private long count(String rows) {
        return Objects.requireNonNull(office.bean(DatabaseClient.class).sql("select count(*) as n from " + rows)
                .map(row -> row.get("n", Long.class)).one().block(TIMEOUT));
    }
}
