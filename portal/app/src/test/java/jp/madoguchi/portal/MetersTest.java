package jp.madoguchi.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What operators see of the portal, and what the rest of the world does not. */
class MetersTest {

    private static PortalServer portal;

    @BeforeAll
    static void open() {
        portal = PortalServer.start();
    }

    @AfterAll
    static void close() {
        portal.close();
    }

    @Test
    void theWorldSeesNothingButHealth() {
        assertThat(get("/actuator/health/readiness", null).statusCode()).isEqualTo(200);
        assertThat(get("/actuator/health/readiness", null).body()).doesNotContain("r2dbc");
        for (var path : new String[]{"/actuator/metrics", "/actuator/metrics/jvm.memory.used"}) {
            assertThat(get(path, null).statusCode()).as(path).isEqualTo(401);
        }
        for (var path : new String[]{"/actuator", "/actuator/info", "/actuator/env", "/actuator/heapdump"}) {
            assertThat(get(path, null).statusCode()).as(path).isEqualTo(404);
        }
    }

    @Test
    void whatWaitsForTheBackOfficeIsCounted() {
        portal.publishSample("jido-teate");
        new Applicant(portal).applyForJidoTeate();

        await().atMost(Duration.ofSeconds(40)).until(() -> get("/actuator/metrics/madoguchi.handover.waiting",
                portal.identity().exchangeToken()).body().contains("\"value\":1.0"));
        assertThat(get("/actuator/metrics/madoguchi.handover.oldest", portal.identity().exchangeToken()).body())
                .contains("\"baseUnit\":\"seconds\"");
    }

    private static HttpResponse<String> get(String path, @Nullable String token) {
        var request = HttpRequest.newBuilder(URI.create(portal.address() + path)).timeout(Duration.ofSeconds(20));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
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
