package jp.madoguchi.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import jp.madoguchi.bench.Resident;
import jp.madoguchi.bench.Steps;
import jp.madoguchi.bench.Surfer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Programs die in the middle of their work, by {@code kill -9}, each in a process of its own. What a resident holds a receipt
 * for is one case at the office, not none and not two.
 */
@TestMethodOrder(OrderAnnotation.class)
class CrashStoryTest {

    private static final int SUBMISSIONS = 200;
    private static final List<String> ACCOUNTS = List.of("hanako@example.jp", "taro@example.jp");
    private static final String PASSWORD = "madoguchi-demo";
    /** Longer than a sending counts as under way that broke off with its program. */
    private static final Duration TIMEOUT = Duration.ofMinutes(6);

    private static final String WAITING = "select count(*) from portal.consignment where acknowledged_at is null";
    private static final String CASES_OF_EACH = """
            select count(*) from portal.submission s
            where (select count(*) from backoffice.case_file c where c.application_id = s.id) <> 1
            """;

    private static SeparateTown town;

    @BeforeAll
    static void open() throws Exception {
        town = new SeparateTown();
        // The back office publishes the catalogue once it is up; residents come after.
        await().atMost(TIMEOUT).until(() -> town.count("select count(*) from portal.procedure_version "
                + "where procedure = 'jido-teate'") > 0);
    }

    @AfterAll
    static void close() throws Exception {
        if (town != null) {
            town.close();
        }
    }

    @Test
    @Order(1)
    void theBackOfficeDiesBetweenItsCommitAndTheAcknowledgement() throws Exception {
        try (var resident = new Resident(town.portalAddress(), new Steps())) {
            resident.signIn(ACCOUNTS.getFirst(), PASSWORD);
            var ready = resident.fillIn();
            town.gate.atNextAcknowledgement(town.backoffice::kill);
            resident.submit(ready);
        }
        await().atMost(TIMEOUT).until(() -> !town.backoffice.isAlive());
        assertThat(town.count("select count(*) from backoffice.case_file")).as("the case was durable").isOne();
        assertThat(town.count(WAITING)).as("the portal was not told").isOne();

        town.backoffice.start();
        await().atMost(TIMEOUT).until(() -> town.count(WAITING) == 0);
        assertThat(town.count("select count(*) from backoffice.case_file")).isOne();
        assertThat(town.count("select count(*) from backoffice.case_event where type = 'arrived'")).isOne();
        assertThat(town.count("select count(*) from backoffice.case_attachment")).isOne();
        town.backoffice.awaitReady(Town.START);
    }

    @Test
    @Order(2)
    void everyReceiptHasExactlyOneCaseWhateverDies() throws Exception {
        Set<String> receipts = ConcurrentHashMap.newKeySet();
        Queue<String> lost = new ConcurrentLinkedQueue<>();
        var left = new AtomicInteger(SUBMISSIONS);
        var deaths = new ArrayList<Callable<Void>>(List.of(() -> {
            town.portal.kill();
            town.portal.start();
            return null;
        }, () -> {
            town.backoffice.kill();
            town.backoffice.start();
            return null;
        }, () -> {
            town.killPostgres();
            town.startPostgres();
            return null;
        }));
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var working = new ArrayList<Future<?>>();
            for (var account : ACCOUNTS) {
                for (int i = 0; i < 2; i++) {
                    var resident = new Resident(town.portalAddress(), new Steps());
                    resident.signIn(account, PASSWORD);
                    working.add(people.submit(() -> {
                        try (resident) {
                            while (left.getAndDecrement() > 0) {
                                receipts.add(fileWhateverDies(resident, lost).getPath());
                            }
                        }
                        return null;
                    }));
                }
            }
            try {
                for (int i = 0; i < deaths.size(); i++) {
                    int due = SUBMISSIONS * (i + 1) / (deaths.size() + 1);
                    await().atMost(TIMEOUT).pollInterval(Duration.ofMillis(20)).until(() -> receipts.size() >= due);
                    deaths.get(i).call();
                }
            } catch (Exception | AssertionError failure) {
                people.shutdownNow();
                throw failure;
            }
            for (var done : working) {
                done.get();
            }
        }
        assertThat(lost).as("requests that met a dead program; none would mean that nothing was killed").isNotEmpty();
        assertThat(receipts).as("one receipt for each application").hasSize(SUBMISSIONS);
        await().atMost(TIMEOUT).until(() -> town.count(WAITING) == 0);
        assertThat(town.column("select id::text from portal.submission").stream()
                .map(id -> "/tracking/" + id + "/receipt"))
                .as("every receipt is durable").containsAll(receipts);
        assertThat(town.count(CASES_OF_EACH)).as("submissions without exactly one case").isZero();
        assertThat(town.count("select count(*) from backoffice.case_file")).as("no case from nowhere")
                .isEqualTo(town.count("select count(*) from portal.submission"));
        assertThat(town.count("""
                select count(*) from backoffice.case_file c
                where (select count(*) from backoffice.case_attachment a where a.case_id = c.id) <> 1
                   or (select count(*) from backoffice.case_event e where e.case_id = c.id and type = 'arrived') <> 1
                """)).as("cases without their file, or arrived twice").isZero();
    }

    /** A resident who does not give up: fills in again what was lost, and sends again until a receipt is there. */
    private static URI fileWhateverDies(Resident resident, Queue<String> lost) {
        var ready = insist(resident::fillIn, lost);
        return insist(() -> resident.submit(ready), lost);
    }

    private static <T> T insist(Callable<T> attempt, Queue<String> lost) {
        var done = new ArrayList<T>();
        await().atMost(TIMEOUT).pollInSameThread().pollInterval(Duration.ofMillis(200)).pollDelay(Duration.ZERO)
                .until(() -> {
                    try {
                        return done.add(attempt.call());
                    } catch (Surfer.Stopped stopped) {
                        return !lost.add(String.valueOf(stopped.getMessage()));
                    }
                });
        return done.getFirst();
    }
}
