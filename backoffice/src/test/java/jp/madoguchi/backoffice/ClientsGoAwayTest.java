package jp.madoguchi.backoffice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import io.micrometer.core.instrument.MeterRegistry;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.Connection;
import jp.madoguchi.testkit.Quitters;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;

/** Members of staff who close the window in the middle of an answer take nothing with them that others need. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClientsGoAwayTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final int MANY_ROWS = 600;
    private static final int QUITTERS = 2000;

    private TestOffice office;
    private UUID caseId;

    @BeforeAll
    void open() {
        office = TestOffice.open("madoguchi.sample-city=true");
        await().atMost(TIMEOUT).until(office::hasPublishedAll);
        var submitted = TestApplications.childAllowance();
        office.portal().offer(submitted);
        var database = office.bean(DatabaseClient.class);
        await().atMost(TIMEOUT).until(() -> office.portal().acknowledged().contains(submitted.id()));
        await().atMost(TIMEOUT).until(() -> count("procedure_inventory") > MANY_ROWS);
        caseId = Objects.requireNonNull(database.sql("select id from case_file").map(row -> row.get("id", UUID.class))
                .one().block(TIMEOUT));
    }

    @AfterAll
    void close() {
        office.close();
    }

    @Test
    void noConnectionIsLost() {
        var quitters = new Quitters(office.address());
        var clerk = "Cookie: " + TestOffice.WHO + "=" + TestOffice.CLERK1.staffId();
        var reform = "Cookie: " + TestOffice.WHO + "=" + TestOffice.REFORM.staffId();
        var designer = "Cookie: " + TestOffice.WHO + "=" + TestOffice.DESIGNER.staffId();
        var auditor = "Cookie: " + TestOffice.WHO + "=" + TestOffice.AUDITOR.staffId();
        var admin = "Cookie: " + TestOffice.WHO + "=" + TestOffice.ADMIN.staffId();
        var requests = List.of(quitters.page("/reform", reform), quitters.page("/reform/next", reform),
                quitters.page("/reform/export.csv", reform), quitters.page("/reform/next.csv", reform),
                quitters.page("/reform/entries/none", reform), quitters.page("/insight", reform),
                quitters.page("/insight/bottlenecks", reform), quitters.page("/procedures", designer),
                quitters.page("/procedures/jido-teate/definition.json", designer), quitters.page("/queue", clerk),
                quitters.page("/queue/list", clerk), quitters.page("/cases/" + caseId, clerk),
                quitters.page("/cases/" + new UUID(0, 1), clerk), quitters.page("/audit", auditor),
                quitters.page("/intake", admin), quitters.page("/queue"),
                quitters.halfForm("/cases/" + caseId + "/claim", clerk));

        quitters.come(QUITTERS, 20261126, requests);

        var pool = office.bean(ConnectionPool.class).getMetrics().orElseThrow();
        await().atMost(TIMEOUT).until(() -> pool.acquiredSize() == 0 && pool.pendingAcquireSize() == 0);
        assertThat(office.bean(MeterRegistry.class).get("r2dbc.pool.pending").gauge().value()).isZero();
        readiness(200);
        // As many at once as would need every connection there is.
        var began = System.nanoTime();
        var answers = Flux.range(0, 60)
                .flatMap(i -> office.bean(DatabaseClient.class)
                        .sql("select pg_sleep(0.02) is null as slept, :i as number").bind("i", i)
                        .map(row -> row.get("number", Integer.class)).one(), 8)
                .collectList().block(TIMEOUT);
        assertThat(answers).hasSize(60).doesNotHaveDuplicates();
        assertThat(new Desk(office, TestOffice.REFORM).open("/reform").statusCode()).isEqualTo(200);
        assertThat(new Desk(office, TestOffice.CLERK1).open("/queue").statusCode()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(4));
    }

    /** Somebody loads a costly page over and over and does not wait for it: the work for nobody takes no more than its part. */
    @Test
    void whoReloadsWithoutWaitingLeavesConnectionsForTheOthers() throws InterruptedException {
        var gate = office.bean(CostlyPages.class).gate();
        var pool = office.bean(ConnectionPool.class).getMetrics().orElseThrow();
        int connections = pool.getMaxAllocatedSize();
        var meters = office.bean(MeterRegistry.class);
        double begunBefore = count(meters, "begun");
        var quitters = new Quitters(office.address());
        var reload = quitters.page("/reform", "Cookie: " + TestOffice.WHO + "=" + TestOffice.REFORM.staffId());
        var leaving = Thread.ofPlatform().start(() -> quitters.come(150, 20261127, List.of(reload)));

        var clerk = new Desk(office, TestOffice.CLERK1);
        var colleague = new Desk(office, TestOffice.CHIEF);
        int most = 0;
        int ofOne = 0;
        int looks = 0;
        while (leaving.isAlive() || looks < 20) {
            assertThat(clerk.open("/queue").statusCode()).isEqualTo(200);
            most = Math.max(most, gate.inside());
            ofOne = Math.max(ofOne, gate.inside(TestOffice.REFORM.getName()));
            if (looks++ % 5 == 0) {
                assertThat(colleague.open("/reform").statusCode()).as("the same page, for somebody who waits")
                        .isEqualTo(200);
            }
        }
        leaving.join();
        await().atMost(TIMEOUT).until(() -> gate.inside() == 0 && gate.waiting() == 0 && pool.acquiredSize() == 0);

        assertThat(most).as("costly pages at once").isLessThanOrEqualTo(Math.max(1, connections / 4));
        assertThat(ofOne).as("of one person").isLessThanOrEqualTo(Math.max(1, connections / 8));
        double mine = Math.ceil(looks / 5.0);
        assertThat(count(meters, "begun") - begunBefore - mine).as("pages made for those who left").isLessThan(150);
        assertThat(count(meters, "left") + count(meters, "refused")).as("not begun for them").isPositive();
    }

    private static double count(MeterRegistry meters, String outcome) {
        return meters.counter("madoguchi.costly.pages", "outcome", outcome).count();
    }

    @Test
    void readinessEndsWhileNoConnectionIsToBeHadAndComesBack() {
        var pool = office.bean(ConnectionPool.class);
        var metrics = pool.getMetrics().orElseThrow();
        // The rounds in the background want connections too; every one that comes free is kept.
        var taken = Flux.range(0, metrics.getMaxAllocatedSize()).concatMap(i -> pool.create().retry(10)).collectList()
                .block(TIMEOUT);

        await().atMost(TIMEOUT).untilAsserted(() -> readiness(503));
        Flux.fromIterable(Objects.requireNonNull(taken)).concatMap(Connection::close).blockLast(TIMEOUT);
        await().atMost(TIMEOUT).untilAsserted(() -> readiness(200));
    }

    private void readiness(int status) {
        office.anyone().get().uri("/readyz").header("Accept", "application/json").exchange()
                .expectStatus().isEqualTo(status);
    }

    private long count(String table) {
        return Objects.requireNonNull(office.bean(DatabaseClient.class).sql("select count(*) as n from " + table)
                .map(row -> row.get("n", Long.class)).one().block(TIMEOUT));
    }
}
