package jp.madoguchi.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.stream.Collectors;
import jp.madoguchi.testkit.LoggedLines;
import jp.madoguchi.testkit.meter.Operations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What operators see of identity, and what the rest of the world does not. */
class MetersTest {

    private final IdentityServer identity = IdentityServer.shared();

    @ParameterizedTest
    @ValueSource(strings = {"/actuator", "/actuator/health", "/actuator/health/readiness", "/actuator/metrics",
            "/actuator/prometheus", "/actuator/env"})
    void thePortOfPagesHasNothingButWhetherItLives(String path) {
        assertThat(get(identity.issuer() + path, "").statusCode()).isEqualTo(404);
        assertThat(get(identity.issuer() + path, IdentityServer.MANAGEMENT_TOKEN).statusCode()).isEqualTo(404);
        assertThat(get(identity.issuer() + "/livez", "").statusCode()).isEqualTo(200);
        assertThat(get(identity.issuer() + "/readyz", "").body()).isEqualTo("{\"status\":\"UP\"}");
    }

    @Test
    void theManagementPortTellsHealthToAllAndMetersToWhoShowsTheToken() {
        var port = identity.managementAddress();

        assertThat(get(port + "/actuator/health/readiness", "").statusCode()).isEqualTo(200);
        assertThat(get(port + "/actuator/health/liveness", "").statusCode()).isEqualTo(200);
        for (var path : new String[]{"/actuator/metrics", "/actuator/prometheus"}) {
            assertThat(get(port + path, "").statusCode()).as(path).isEqualTo(401);
            assertThat(get(port + path, IdentityServer.SECRET).statusCode()).as(path).isEqualTo(401);
            assertThat(get(port + path, IdentityServer.MANAGEMENT_TOKEN).statusCode()).as(path).isEqualTo(200);
        }
        assertThat(get(port + "/actuator/env", IdentityServer.MANAGEMENT_TOKEN).statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsMeasuredHasBucketsAndNoAddress() {
        assertThat(get(identity.issuer() + "/login/staff?secret=in-the-query", "").statusCode()).isEqualTo(200);

        assertThat(get(identity.managementAddress() + "/actuator/prometheus", IdentityServer.MANAGEMENT_TOKEN).body())
                .containsPattern("http_server_requests_seconds_bucket\\{[^}]*uri=\"/login/\\{realm}\"[^}]*le=\"0.1\"")
                .doesNotContain("in-the-query");
    }

    @Test
    void theManualAndTheDashboardsNameWhatThereIs() {
        assertThat(get(identity.issuer() + "/login/staff", "").statusCode()).isEqualTo(200);
        var operations = new Operations();
        var own = identity.part(MeterRegistry.class).getMeters().stream().map(meter -> meter.getId())
                .filter(id -> id.getName().startsWith("madoguchi."))
                .peek(id -> assertThat(id.getDescription()).as(id.getName()).isNotBlank())
                .map(id -> id.getName()).collect(Collectors.toSet());

        assertThat(own).containsExactlyInAnyOrderElementsOf(operations.documented("identity"));
        assertThat(operations.asked("identity")).isNotEmpty().isSubsetOf(Operations.published(
                get(identity.managementAddress() + "/actuator/prometheus", IdentityServer.MANAGEMENT_TOKEN).body()));
    }

    @Test
    void aRequestIsLoggedUnderItsIdWithoutItsAddress() {
        try (var lines = new LoggedLines("madoguchi.access")) {
            var answer = get(identity.issuer() + "/login/staff?secret=in-the-query", "");
            var id = answer.headers().firstValue("X-Request-Id").orElseThrow();

            // It is written when the answer has gone.
            await().atMost(Duration.ofSeconds(40)).until(() -> lines.all().stream()
                    .anyMatch(line -> id.equals(line.getMDCPropertyMap().get("requestId"))));
            assertThat(lines.all()).filteredOn(line -> id.equals(line.getMDCPropertyMap().get("requestId")))
                    .singleElement()
                    .satisfies(line -> assertThat(line.getFormattedMessage()).startsWith("GET /login/{realm} 200 ")
                            .doesNotContain("in-the-query"));
        }
    }

    private static HttpResponse<String> get(String address, String token) {
        var request = HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(20));
        if (!token.isEmpty()) {
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
