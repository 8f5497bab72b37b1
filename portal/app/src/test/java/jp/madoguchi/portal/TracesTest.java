package jp.madoguchi.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import jp.madoguchi.exchange.ApplicationUpdate;
import jp.madoguchi.exchange.ApplicationUpdate.Stage;
import jp.madoguchi.exchange.Consignment;
import jp.madoguchi.testkit.trace.ReceivedSpan;
import jp.madoguchi.testkit.trace.TraceCollector;
import org.junit.jupiter.api.Test;
import org.springframework.web.reactive.function.client.WebClient;

/** The trace of handing in goes on with the mail and with what the back office is given. */
class TracesTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(40);

    @Test
    void handingInAndItsMailAreOneTraceThatTheBackOfficeIsGiven() {
        try (var collector = TraceCollector.start();
                var portal = PortalServer.startWith(Map.of("madoguchi.tracing.endpoint", collector.endpoint(),
                        "madoguchi.tracing.ratio", "1", "madoguchi.trusted-proxies", "127.0.0.1"))) {
            portal.publishSample("jido-teate");
            var hanako = new Applicant(portal);
            var id = hanako.applyForJidoTeate();

            var given = Objects
                    .requireNonNull(new ExchangeCaller(portal).exchange().consignments(100, 0).block(TIMEOUT))
                    .stream().filter(one -> one.application().equals(id)).map(Consignment.Submitted.class::cast)
                    .findFirst().orElseThrow();
            var step = Objects.requireNonNull(given.traceparent());
            var trace = step.substring(3, 35);
            await().atMost(TIMEOUT).until(() -> collector.ofTrace(trace).size() >= 2);

            var request = collector.ofTrace(trace).stream().filter(span -> span.parent().isEmpty()).findFirst()
                    .orElseThrow();
            assertThat(request.name()).startsWith("POST /").contains("{");
            assertThat(step).contains(request.id());
            assertThat(collector.ofTrace(trace)).filteredOn(span -> !span.parent().isEmpty()).singleElement()
                    .satisfies(mail -> {
                        assertThat(mail.name()).isEqualTo("process mail_outbox");
                        assertThat(mail.parent()).isEqualTo(request.id());
                    });
            tellingTheApplicantGoesOnWithTheTraceOfTheOffice(portal, collector, id);
            assertThat(collector.spans()).extracting(ReceivedSpan::program).containsOnly("madoguchi-portal");
            assertThat(collector.spans().toString()).doesNotContain("hanako", "花子", id.toString(), "?");
        }
    }

    private static void tellingTheApplicantGoesOnWithTheTraceOfTheOffice(PortalServer portal, TraceCollector collector,
            UUID application) {
        var trace = "0af7651916cd43dd8448eb211c80319c";
        var update = new ApplicationUpdate(UUID.randomUUID(), 1, Instant.now(), Stage.IN_EXAMINATION, "中央区役所", null,
                null, null, "お尋ねします。", null);
        WebClient.create(portal.address()).put()
                .uri("/exchange/v1/applications/{application}/updates/{update}", application, update.id())
                .headers(headers -> headers.setBearerAuth(portal.identity().exchangeToken()))
                .header("traceparent", "00-" + trace + "-b7ad6b7169203331-01").bodyValue(update).retrieve()
                .toBodilessEntity().block(TIMEOUT);

        await().atMost(TIMEOUT).until(() -> collector.ofTrace(trace).size() == 2);
        var telling = collector.ofTrace(trace).stream().filter(span -> span.name().startsWith("PUT ")).findFirst()
                .orElseThrow();
        assertThat(telling.name()).isEqualTo("PUT /exchange/v1/applications/{application}/updates/{update}");
        assertThat(telling.parent()).isEqualTo("b7ad6b7169203331");
        assertThat(collector.ofTrace(trace)).anySatisfy(mail -> {
            assertThat(mail.name()).isEqualTo("process mail_outbox");
            assertThat(mail.parent()).isEqualTo(telling.id());
        });
    }
}
