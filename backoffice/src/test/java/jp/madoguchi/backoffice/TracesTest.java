package jp.madoguchi.backoffice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Optional;
import jp.madoguchi.backoffice.casework.CaseService;
import jp.madoguchi.exchange.Consignment;
import jp.madoguchi.testkit.trace.TraceCollector;
import org.junit.jupiter.api.Test;

/** Taking over goes on with the trace of handing in; what a clerk does goes on to the portal. */
class TracesTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(40);
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    @Test
    void takingOverIsPartOfHandingInAndTellingThePortalOfTheClerksStep() {
        try (var collector = TraceCollector.start();
                var office = TestOffice.open("madoguchi.tracing.endpoint=" + collector.endpoint(),
                        "madoguchi.tracing.ratio=1")) {
            await().atMost(TIMEOUT).until(office::hasPublishedAll);
            var basis = TestApplications.childAllowance();
            var submitted = new Consignment.Submitted(basis.id(), basis.application(), basis.at(),
                    basis.receiptNumber(), basis.procedure(), basis.version(), basis.contentHash(), basis.answers(),
                    basis.attachments(), basis.language(), basis.electronicNoticeConsent(), basis.mail(),
                    "00-" + TRACE + "-b7ad6b7169203331-01");
            office.portal().offer(submitted);
            var id = await().atMost(TIMEOUT)
                    .until(() -> office.bean(CaseService.class).caseOf(submitted.application()).blockOptional(),
                            Optional::isPresent)
                    .orElseThrow();

            await().atMost(TIMEOUT).until(() -> !collector.ofTrace(TRACE).isEmpty());
            assertThat(collector.ofTrace(TRACE)).anySatisfy(span -> {
                assertThat(span.name()).isEqualTo("take over");
                assertThat(span.program()).isEqualTo("madoguchi-backoffice");
                assertThat(span.parent()).isEqualTo("b7ad6b7169203331");
            });

            var clerk = new Desk(office, TestOffice.CLERK1);
            clerk.open("/cases/" + id);
            clerk.press("/cases/" + id + "/claim");
            clerk.press("/cases/" + id + "/message", "message", "お尋ねします。");
            var step = await().atMost(TIMEOUT).until(() -> collector.spans().stream()
                    .filter(span -> span.name().equals("POST /cases/{id}/message")).findFirst(), Optional::isPresent)
                    .orElseThrow();
            var told = await().atMost(TIMEOUT).until(() -> office.portal().tracesOfUpdates(submitted.application())
                    .stream().filter(header -> header.contains(step.trace())).findFirst(), Optional::isPresent)
                    .orElseThrow();
            await().atMost(TIMEOUT).untilAsserted(() -> assertThat(collector.ofTrace(step.trace())).anySatisfy(span -> {
                assertThat(span.name()).isEqualTo("process dispatch");
                assertThat(span.parent()).isEqualTo(step.id());
                assertThat(told).contains(span.id());
            }));
            assertThat(collector.spans().toString()).doesNotContain(id.toString(), "お尋ね", "?");
        }
    }
}
