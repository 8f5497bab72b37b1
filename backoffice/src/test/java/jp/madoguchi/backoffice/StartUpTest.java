package jp.madoguchi.backoffice;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import jp.madoguchi.testkit.meter.Operations;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;

/** What a back office that has just started shows, to its staff, to strangers and to those who run it. */
class StartUpTest {

    private static TestOffice office;

    @BeforeAll
    static void open() {
        office = TestOffice.open();
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @Test
    void startsAndSendsStrangersToSignIn() {
        office.anyone().get().uri("/readyz").header("Accept", "application/json")
                .exchange().expectStatus().isOk();
        office.anyone().get().uri("/queue").exchange().expectStatus().isFound().expectHeader()
                .location("/oauth2/authorization/identity");
        office.as(TestOffice.CLERK1).get().uri("/").exchange().expectStatus().isSeeOther().expectHeader()
                .location("/queue");
        office.as(TestOffice.CLERK1).get().uri("/audit").exchange().expectStatus().isForbidden();
    }

    @Test
    void thePortOfPagesHasNothingForOperatorsNotEvenForAdministrators() {
        for (var path : List.of("/actuator", "/actuator/health", "/actuator/metrics", "/actuator/prometheus",
                "/actuator/env")) {
            office.anyone().get().uri(path).exchange().expectStatus().isNotFound();
            office.as(TestOffice.ADMIN).get().uri(path).exchange().expectStatus().isNotFound();
        }
    }

    @Test
    void theManagementPortTellsHealthToAllAndMetersToWhoShowsTheToken() {
        managed("").get().uri("/actuator/health/liveness").exchange().expectStatus().isOk();
        for (var path : List.of("/actuator/metrics", "/actuator/prometheus")) {
            managed("").get().uri(path).exchange().expectStatus().isUnauthorized();
            managed("another-token-of-this-length").get().uri(path).exchange().expectStatus().isUnauthorized();
            managed(TestOffice.MANAGEMENT_TOKEN).get().uri(path).exchange().expectStatus().isOk();
        }
        managed(TestOffice.MANAGEMENT_TOKEN).get().uri("/actuator/env").exchange().expectStatus().isNotFound();
    }

    @Test
    void theManualAndTheDashboardsNameWhatThereIs() {
        office.anyone().get().uri("/assets/nothing").exchange().expectStatus().isNotFound();
        var operations = new Operations();
        var own = office.bean(MeterRegistry.class).getMeters().stream().map(meter -> meter.getId())
                .filter(id -> id.getName().startsWith("madoguchi."))
                .peek(id -> assertThat(id.getDescription()).as(id.getName()).isNotBlank())
                .map(id -> id.getName()).collect(Collectors.toSet());
        var scrape = managed(TestOffice.MANAGEMENT_TOKEN).get().uri("/actuator/prometheus").exchange()
                .expectBody(String.class).returnResult().getResponseBody();

        assertThat(own).containsExactlyInAnyOrderElementsOf(operations.documented("back office"));
        assertThat(operations.asked("backoffice")).isNotEmpty()
                .isSubsetOf(Operations.published(Objects.requireNonNull(scrape)));
    }

    private static WebTestClient managed(String token) {
        var client = WebTestClient.bindToServer().baseUrl(office.managementAddress())
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(4 * 1024 * 1024))
                .responseTimeout(Duration.ofSeconds(20)).defaultHeader("Accept", "*/*");
        return (token.isEmpty() ? client : client.defaultHeader("Authorization", "Bearer " + token)).build();
    }
}
