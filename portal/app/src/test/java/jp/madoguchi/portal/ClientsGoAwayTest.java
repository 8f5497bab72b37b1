package jp.madoguchi.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.Connection;
import jp.madoguchi.forms.ProcedureId;
import jp.madoguchi.forms.Sha256;
import jp.madoguchi.forms.catalogue.SampleCatalogue;
import jp.madoguchi.forms.file.DefinitionFile;
import jp.madoguchi.portal.catalogue.Catalogue;
import jp.madoguchi.testkit.Quitters;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;

/** Clients that go away in the middle of an answer take nothing with them that others need. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClientsGoAwayTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final int PROCEDURES = 400;
    private static final int MANY_ROWS = 400;
    private static final int QUITTERS = 2000;
    private static final byte[] LARGE_FILE = largeFile();

    private PortalServer portal;
    private Applicant hanako;
    private UUID application;

    @BeforeAll
    void open() {
        portal = PortalServer.start();
        publishMany();
        portal.publishSample("jido-teate");
        hanako = new Applicant(portal);
        hanako.startJidoTeate();
        hanako.fillInJidoTeate();
        hanako.attach(new Applicant.Upload("identity", "免許証.pdf", LARGE_FILE), "_attach", "identity");
        hanako.fillIn("truth", "yes");
        hanako.press("/submission", "consent", "yes", "word", Applicant.WORD);
        application = UUID.fromString(hanako.path().split("/")[2]);
        hanako.follow();
        var database = portal.bean(DatabaseClient.class);
        database.sql("insert into message (submission_id, from_city, at, text) "
                + "select :id, true, now(), repeat('お知らせ', 50) from generate_series(1, :many)").bind("id", application)
                .bind("many", MANY_ROWS).then().block(TIMEOUT);
        database.sql("insert into fill_event (fill, at, type, procedure, version, measured, device, language) "
                + "select :id, now(), 'OPENED', 'jido-teate', 1, false, 'PHONE', 'ja' from generate_series(1, :many)")
                .bind("id", application).bind("many", MANY_ROWS).then().block(TIMEOUT);
    }

    @AfterAll
    void close() {
        portal.close();
    }

    @Test
    void noConnectionIsLost() {
        var quitters = new Quitters(portal.address());
        var cookies = "Cookie: " + hanako.cookies();
        var token = "Authorization: Bearer " + portal.identity().exchangeToken();
        var file = "/tracking/" + application + "/files/" + portal.bean(DatabaseClient.class)
                .sql("select id from attachment").map(row -> row.get("id", UUID.class)).one().block(TIMEOUT);
        assertThat(hanako.download(file).body()).hasSize(LARGE_FILE.length);
        var requests = List.of(quitters.page("/"), quitters.page("/procedures"), quitters.page("/procedures?q=x"),
                quitters.page("/procedures/jido-teate"), quitters.page("/procedures", cookies),
                quitters.page("/tracking/" + application, cookies), quitters.page(file, cookies),
                quitters.page("/tracking/" + application + "/copy.pdf", cookies),
                quitters.page("/no-such-page", cookies), quitters.halfForm("/procedures/jido-teate/applications"),
                quitters.halfForm("/tracking/" + application + "/messages", cookies),
                quitters.page("/exchange/fill-events?limit=500&waitSeconds=0", token),
                quitters.page("/exchange/consignments?limit=500&waitSeconds=25", token));

        try (var others = Executors.newSingleThreadScheduledExecutor()) {
            // The list that is remembered for a moment is read anew all the time.
            others.scheduleWithFixedDelay(() -> publish(0), 0, 20, TimeUnit.MILLISECONDS);
            quitters.come(QUITTERS, 20261126, requests);
            others.shutdownNow();
        }

        var pool = portal.bean(ConnectionPool.class).getMetrics().orElseThrow();
        await().atMost(TIMEOUT).until(() -> pool.acquiredSize() == 0 && pool.pendingAcquireSize() == 0);
        assertThat(portal.bean(MeterRegistry.class).get("r2dbc.pool.pending").gauge().value()).isZero();
        assertThat(readiness()).isEqualTo(200);
        // As many at once as would need every connection there is.
        var began = System.nanoTime();
        var answers = Flux.range(0, 60)
                .flatMap(i -> portal.bean(DatabaseClient.class)
                        .sql("select pg_sleep(0.05) is null as slept, :i as number")
                        .bind("i", i).map(row -> row.get("number", Integer.class)).one(), 20)
                .collectList().block(TIMEOUT);
        assertThat(answers).hasSize(60).doesNotHaveDuplicates();
        assertThat(hanako.open("/procedures").statusCode()).isEqualTo(200);
        assertThat(hanako.open("/tracking/" + application).statusCode()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(4));
    }

    @Test
    void readinessEndsWhileNoConnectionIsToBeHadAndComesBack() {
        var pool = portal.bean(ConnectionPool.class);
        await().atMost(TIMEOUT).until(() -> readiness() == 200);
        var taken = Flux.range(0, pool.getMetrics().orElseThrow().getMaxAllocatedSize()).concatMap(i -> pool.create())
                .collectList().block(TIMEOUT);

        await().atMost(TIMEOUT).until(() -> readiness() == 503);
        Flux.fromIterable(java.util.Objects.requireNonNull(taken)).concatMap(Connection::close).blockLast(TIMEOUT);
        await().atMost(TIMEOUT).until(() -> readiness() == 200);
    }

    /** Without a session, which would itself need the database. */
    private int readiness() {
        return new Applicant(portal, "/readyz").status();
    }

    private void publishMany() {
        Flux.range(0, PROCEDURES).concatMap(this::published).blockLast(Duration.ofMinutes(1));
    }

    private void publish(int number) {
        published(number).block(TIMEOUT);
    }

    private reactor.core.publisher.Mono<Void> published(int number) {
        var id = "many-" + number;
        var definition = MODEL.replace("\"id\":\"" + MODEL_ID + "\"", "\"id\":\"" + id + "\"");
        return portal.bean(Catalogue.class).publish(new ProcedureId(id), 1, definition, Sha256.hex(definition),
                Instant.EPOCH);
    }

    private static final String MODEL_ID = "kokuho-dattai";
    private static final String MODEL = Stream.of(SampleCatalogue.procedures()).flatMap(List::stream)
            .filter(each -> each.id().value().equals(MODEL_ID)).map(DefinitionFile::writeJson).findFirst()
            .orElseThrow();

    private static byte[] largeFile() {
        var file = java.util.Arrays.copyOf(Applicant.PDF, 4 * 1024 * 1024);
        var end = "\n%%EOF".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        System.arraycopy(end, 0, file, file.length - end.length, end.length);
        return file;
    }
}
