package jp.madoguchi.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.spi.ILoggingEvent;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import jp.madoguchi.testkit.LoggedLines;
import jp.madoguchi.testkit.meter.Operations;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What operators see of the portal, and what the rest of the world does not. */
class MetersTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(40);

    private static PortalServer portal;

    @BeforeAll
    static void open() {
        portal = PortalServer.startWith(java.util.Map.of("madoguchi.trusted-proxies", "127.0.0.1"));
    }

    @AfterAll
    static void close() {
        portal.close();
    }

    @Test
    void theWorldSeesNothingButWhetherItLives() {
        await().atMost(TIMEOUT).until(() -> page("/readyz").statusCode() == 200);
        assertThat(page("/readyz").body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(page("/livez").statusCode()).isEqualTo(200);
        for (var path : List.of("/actuator", "/actuator/health", "/actuator/health/readiness", "/actuator/metrics",
                "/actuator/metrics/jvm.memory.used", "/actuator/prometheus", "/actuator/info", "/actuator/env",
                "/actuator/heapdump")) {
            assertThat(page(path).statusCode()).as(path).isEqualTo(404);
            assertThat(page(path, "Authorization", "Bearer " + PortalServer.MANAGEMENT_TOKEN).statusCode()).as(path)
                    .isEqualTo(404);
        }
    }

    @Test
    void theManagementPortTellsHealthToAllAndMetersToWhoShowsTheToken() {
        for (var path : List.of("/actuator/health/liveness", "/actuator/health/readiness")) {
            await().atMost(TIMEOUT).until(() -> managed(path, "").statusCode() == 200);
            assertThat(managed(path, "").body()).doesNotContain("r2dbc");
        }
        for (var path : List.of("/actuator/metrics", "/actuator/prometheus")) {
            assertThat(managed(path, "").statusCode()).as(path).isEqualTo(401);
            assertThat(managed(path, portal.identity().exchangeToken()).statusCode()).as(path).isEqualTo(401);
            assertThat(managed(path, PortalServer.MANAGEMENT_TOKEN).statusCode()).as(path).isEqualTo(200);
        }
        assertThat(managed("/actuator/env", PortalServer.MANAGEMENT_TOKEN).statusCode()).isEqualTo(404);
        assertThat(managed("/", PortalServer.MANAGEMENT_TOKEN).statusCode()).isEqualTo(404);
    }

    @Test
    void whatWaitsForTheBackOfficeIsCounted() {
        portal.publishSample("jido-teate");
        new Applicant(portal).applyForJidoTeate();

        await().atMost(TIMEOUT).until(() -> scrape().contains("\nmadoguchi_handover_waiting 1.0\n"));
        assertThat(scrape()).contains("madoguchi_handover_oldest_seconds");
    }

    @Test
    void theManualAndTheDashboardsNameWhatThereIs() {
        assertThat(page("/procedures").statusCode()).isEqualTo(200);
        var operations = new Operations();
        var own = portal.bean(MeterRegistry.class).getMeters().stream().map(meter -> meter.getId())
                .filter(id -> id.getName().startsWith("madoguchi."))
                .peek(id -> assertThat(id.getDescription()).as(id.getName()).isNotBlank())
                .map(id -> id.getName()).collect(Collectors.toSet());

        assertThat(own).containsExactlyInAnyOrderElementsOf(operations.documented("portal"));
        assertThat(operations.asked("portal")).isNotEmpty().isSubsetOf(Operations.published(scrape()));
        assertThat(operations.askedOfNobody()).isEmpty();
    }

    @Test
    void aRequestIsLoggedUnderItsIdWithoutItsAddress() {
        try (var lines = new LoggedLines("madoguchi.access")) {
            assertThat(page("/tracking/00000000-0000-0000-0000-000000000001?word=secret", "X-Request-Id", "edge-0001")
                    .headers().firstValue("X-Request-Id")).hasValue("edge-0001");
            assertThat(page("/nowhere/00000000-0000-0000-0000-000000000001").headers().firstValue("X-Request-Id")
                    .orElse("")).matches("[0-9a-f]{12}");

            await().atMost(TIMEOUT).until(() -> lines.all().size() >= 2);
            var tracked = line(lines, "/tracking/{submission}");
            assertThat(tracked.getMDCPropertyMap()).containsEntry("requestId", "edge-0001");
            assertThat(tracked.getFormattedMessage()).startsWith("GET /tracking/{submission} 404 ");
            assertThat(line(lines, "/**").getFormattedMessage()).startsWith("GET /** 404 ");
            assertThat(lines.all()).extracting(ILoggingEvent::getFormattedMessage)
                    .noneMatch(text -> text.contains("secret") || text.contains("00000000") || text.contains("127.0"));
        }
    }

    private static ILoggingEvent line(LoggedLines lines, String part) {
        return lines.all().stream().filter(each -> each.getFormattedMessage().contains(part)).findFirst().orElseThrow();
    }

    private static String scrape() {
        return managed("/actuator/prometheus", PortalServer.MANAGEMENT_TOKEN).body();
    }

    private static HttpResponse<String> managed(String path, String token) {
        return get(portal.managementAddress() + path,
                token.isEmpty() ? new String[0] : new String[]{"Authorization", "Bearer " + token});
    }

    private static HttpResponse<String> page(String path, String... headers) {
        return get(portal.address() + path, headers);
    }

    private static HttpResponse<String> get(String address, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(20));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
