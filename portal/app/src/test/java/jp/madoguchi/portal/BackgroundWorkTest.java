package jp.madoguchi.portal;

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
import java.util.stream.Stream;
import io.micrometer.core.instrument.MeterRegistry;
import jp.madoguchi.exchange.ApplicationUpdate;
import jp.madoguchi.exchange.ApplicationUpdate.CorrectionRequest;
import jp.madoguchi.exchange.ApplicationUpdate.Stage;
import jp.madoguchi.platform.background.BackgroundWork;
import jp.madoguchi.platform.background.PeriodicWork;
import jp.madoguchi.platform.calendar.BusinessCalendar;
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

/**
 * Whatever goes on in the background goes by the time of each round, not by that of the first: each is watched over two moves of the
 * clock. A new worker needs a case here.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BackgroundWorkTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final Duration QUICKLY = Duration.ofMillis(100);

    private final MovableClock clock = new MovableClock();
    private final List<Disposable> rounds = new ArrayList<>();
    private PortalServer portal;

    @BeforeAll
    void open() {
        portal = PortalServer.startAt(clock);
        portal.publishSample("jido-teate");
    }

    @AfterAll
    void close() {
        rounds.forEach(Disposable::dispose);
        portal.close();
    }

    /** In this order: what needs an application comes before the years pass. */
    private Map<String, Runnable> cases() {
        var cases = new LinkedHashMap<String, Runnable>();
        cases.put("Waiting", this::whatWaitsGetsOlder);
        cases.put("DraftHousekeeping", this::draftsAreAbandonedAndThenEmptied);
        cases.put("MailOutbox", this::mailsAreSentWhenDue);
        cases.put("MailTidying", this::sentMailsAreForgotten);
        cases.put("SessionCleanUp", this::expiredSessionsGo);
        cases.put("AttemptCleanUp", this::fullCountersGo);
        cases.put("SentFormCleanUp", this::formsSentLongAgoGo);
        cases.put("UnusedProfiles", this::unusedProfilesGo);
        cases.put("CorrectionReminders", this::correctionsAreRemindedOfBeforeTheirDayAndAfter);
        return cases;
    }

    /** Those that read no clock; holding one is found out. The last three go by the database's, and are watched over moves of their rows. */
    private static final List<String> WITHOUT_CLOCK = List.of("PoolProbe", "SeenPages", "DatabaseSignals", "CityWatch",
            "MailOutbox", "MailTidying", "AttemptCleanUp", "QueueMeters", "ScannerProbe");
    /** The first asks identity what ended since its last answer, the second goes when another node raises a signal: the time is theirs. */
    private static final List<String> BY_THE_TIME_OF_OTHERS = List.of("SignInWatch", "CatalogueWatch");

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
        assertThat(portal.beans(BackgroundWork.class).stream().map(BackgroundWorkTest::name))
                .as("all that goes on in the background, and all that is tried here")
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(cases().keySet(), WITHOUT_CLOCK, BY_THE_TIME_OF_OTHERS)
                                .flatMap(java.util.Collection::stream).distinct().toList());
        assertThat(WITHOUT_CLOCK).noneMatch(name -> MovableClock.isReadBy(worker(name)));
        assertThat(MovableClock.isReadBy(worker("DraftHousekeeping"))).isTrue();
        assertThat(
                portal.beans(ScheduledTaskHolder.class).stream().flatMap(holder -> holder.getScheduledTasks().stream()))
                .as("work in rounds is a PeriodicWork").isEmpty();
    }

    private void whatWaitsGetsOlder() {
        new Applicant(portal).applyForJidoTeate();
        for (long seconds : new long[]{3600, 7200}) {
            clock.pass(Duration.ofHours(1));
            awaitThat(
                    () -> portal.bean(MeterRegistry.class).get("madoguchi.handover.oldest").gauge().value() == seconds);
        }
    }

    private void draftsAreAbandonedAndThenEmptied() {
        new Applicant(portal).startJidoTeate();
        clock.pass(Duration.ofDays(8));
        awaitThat(() -> count("fill_event where type = 'ABANDONED'") == 1);
        clock.pass(Duration.ofDays(30));
        awaitThat(() -> count("draft where closed_as = 'discarded'") == 1);
    }

    private void mailsAreSentWhenDue() {
        execute("insert into mail_outbox (recipient, subject, body, created_at, next_try_at) select 'hanako@example.jp', "
                + "'due', 'x', now(), now() + hours * interval '1 hour' from generate_series(1, 2) hours");
        for (int sent = 1; sent <= 2; sent++) {
            execute("update mail_outbox set next_try_at = next_try_at - interval '1 hour' where subject = 'due'");
            var expected = sent;
            awaitThat(() -> count("mail_outbox where subject = 'due' and sent_at is not null") == expected);
        }
    }

    private void sentMailsAreForgotten() {
        execute("insert into mail_outbox (recipient, subject, body, created_at, sent_at) select 'hanako@example.jp', 'old', '', "
                + "now(), now() - days * interval '1 day' from generate_series(1, 2) days");
        goneAfter("update mail_outbox set sent_at = sent_at - interval '28 days 1 hour' where subject = 'old'",
                "mail_outbox where subject = 'old'", 1);
        goneAfter("update mail_outbox set sent_at = sent_at - interval '1 day' where subject = 'old'",
                "mail_outbox where subject = 'old'", 0);
    }

    private void goneAfter(String time, String rows, long left) {
        assertThat(count(rows)).isEqualTo(left + 1);
        execute(time);
        awaitThat(() -> count(rows) == left);
    }

    private void execute(String sql) {
        portal.bean(DatabaseClient.class).sql(sql).then().block(TIMEOUT);
    }

    private void expiredSessionsGo() {
        twice("insert into http_session (id_hash, attributes, created_at, accessed_at, idle_seconds, expires_at) "
                + "values ('case-' || :at, '', :at, :at, 60, :at)", Duration.ofHours(1), Duration.ofHours(2));
        goOneByOne("http_session where id_hash like 'case-%'", Duration.ofHours(1), Duration.ofHours(1));
    }

    private void fullCountersGo() {
        execute("insert into attempt (kind, key_hash, failures, last_at, locked_until, expires_at) "
                + "select 'case', convert_to(hours::text, 'UTF8'), 1, now(), now(), now() + hours * interval '1 hour' "
                + "from generate_series(1, 2) hours");
        for (int left = 1; left >= 0; left--) {
            goneAfter("update attempt set expires_at = expires_at - interval '1 hour' where kind = 'case'",
                    "attempt where kind = 'case'", left);
        }
    }

    private void unusedProfilesGo() {
        twice("insert into profile (account, answers, revision, saved_at, used_at) "
                + "values (gen_random_uuid(), '{}', 1, :at, :at)", Duration.ZERO, Duration.ofDays(30));
        goOneByOne("profile", Duration.ofDays(731), Duration.ofDays(30));
    }

    private void correctionsAreRemindedOfBeforeTheirDayAndAfter() {
        var id = new Applicant(portal).applyForJidoTeate();
        var until = BusinessCalendar.dayOf(clock.instant()).plusDays(10);
        var request = new CorrectionRequest(UUID.randomUUID(), "お名前の漢字を確かめてください。", List.of("claimant-name"), until);
        var asked = new ApplicationUpdate(UUID.randomUUID(), 1, clock.instant(), Stage.AWAITING_CORRECTION, "中央区役所",
                null,
                request, null, null, null);
        new ExchangeCaller(portal).exchange().update(id, asked.id(), asked).block(TIMEOUT);
        var reminder = "mail_outbox where dedup_key like 'correction-%s:" + request.id() + ":%%'";
        assertThat(count(reminder.formatted("before"))).isZero();
        clock.pass(Duration.ofDays(8));
        awaitThat(() -> count(reminder.formatted("before")) == 1);
        assertThat(count(reminder.formatted("after"))).isZero();
        clock.pass(Duration.ofDays(4));
        awaitThat(() -> count(reminder.formatted("after")) == 1);
        assertThat(count(reminder.formatted("before"))).isEqualTo(1);
    }

    private void formsSentLongAgoGo() {
        twice("insert into sent_form (key_hash, claimed_at, expires_at) values ('case-' || :at, :at, :at)",
                Duration.ofHours(1), Duration.ofHours(2));
        goOneByOne("sent_form where key_hash like 'case-%'", Duration.ofHours(1), Duration.ofHours(1));
    }

    private void goOneByOne(String rows, Duration first, Duration then) {
        assertThat(count(rows)).isEqualTo(2);
        clock.pass(first);
        awaitThat(() -> count(rows) == 1);
        clock.pass(then);
        awaitThat(() -> count(rows) == 0);
    }

    private void twice(String insert, Duration... after) {
        Instant now = clock.instant();
        for (var each : after) {
            portal.bean(DatabaseClient.class).sql(insert).bind("at", now.plus(each)).then().block(TIMEOUT);
        }
    }

    private void awaitThat(java.util.concurrent.Callable<Boolean> seen) {
        await().atMost(TIMEOUT).until(seen);
    }

    private BackgroundWork worker(String name) {
        return portal.beans(BackgroundWork.class).stream().filter(each -> name(each).equals(name)).findFirst()
                .orElseThrow();
    }

    private static String name(BackgroundWork worker) {
        return worker.getClass().getSimpleName();
    }

    private long count(String rows) {
        return Objects.requireNonNull(portal.bean(DatabaseClient.class).sql("select count(*) as n from " + rows)
                .map(row -> row.get("n", Long.class)).one().block(TIMEOUT));
    }
}
