package jp.madoguchi.platform.monitoring.webflux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import jp.madoguchi.platform.monitoring.RequestId;
import jp.madoguchi.platform.network.TrustedProxies;
import jp.madoguchi.platform.trace.Tracing;
import jp.madoguchi.testkit.trace.ReceivedSpan;
import jp.madoguchi.testkit.trace.TraceCollector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpResponse;
import reactor.core.publisher.Hooks;
import reactor.core.publisher.Mono;

class TracesTest {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String PARENT = "00-" + TRACE + "-b7ad6b7169203331-01";

    private final TraceCollector collector = TraceCollector.start();
    private final Tracing tracing = Tracing.to(collector.endpoint(), 1, "a-program");

    @AfterEach
    void stop() {
        tracing.close();
        collector.close();
    }

    @Test
    void aRequestAndWhatWasLeftToDoForItAreOneTrace() {
        var left = new AtomicReference<String>();
        handled(tracing, "/cases/7b0c?mail=hanako%40example.jp",
                (request, response) -> Mono.deferContextual(context -> {
                    left.set(RequestIds.traceparent(context));
                    response.setStatusCode(HttpStatus.BAD_GATEWAY);
                    return response.setComplete();
                }));
        RequestIds.continued(tracing, "process mail_outbox", left.get(),
                Mono.error(new IllegalStateException("hanako@example.jp"))).onErrorComplete().block();

        assertThat(left.get()).startsWith("00-" + TRACE + "-").endsWith("-01").isNotEqualTo(PARENT);
        await().atMost(Duration.ofSeconds(40)).until(() -> collector.spans().size() == 2);
        var request = named("GET -");
        var mail = named("process mail_outbox");
        assertThat(request.parent()).isEqualTo("b7ad6b7169203331");
        assertThat(mail.parent()).isEqualTo(request.id());
        assertThat(List.of(request, mail)).allSatisfy(span -> {
            assertThat(span.trace()).isEqualTo(TRACE);
            assertThat(span.program()).isEqualTo("a-program");
            assertThat(span.toString()).doesNotContain("hanako", "7b0c");
        });
        assertThat(request.attributes()).containsOnlyKeys("http.request.method", "http.route",
                "http.response.status_code", "error.type").containsEntry("http.response.status_code", "502");
        assertThat(mail.attributes()).containsExactlyEntriesOf(
                java.util.Map.of("error.type", IllegalStateException.class.getName()));
    }

    @Test
    void linesOfTheLogNameTheTraceBesideTheRequest() {
        var seen = new AtomicReference<String>();
        handled(tracing, "/", (request, response) -> Mono.deferContextual(context -> Mono.fromRunnable(
                () -> RequestIds.log(context, () -> seen.set(MDC.get(RequestId.TRACE_LOG_KEY))))));

        assertThat(seen.get()).isEqualTo(TRACE);
        assertThat(MDC.get(RequestId.TRACE_LOG_KEY)).isNull();
    }

    @Test
    void whatIsNotSampledElsewhereIsNotKeptHere() {
        var left = new AtomicReference<String>();
        RequestIds.continued(tracing, "unsampled", "00-" + TRACE + "-b7ad6b7169203331-00",
                Mono.deferContextual(context -> {
                    left.set(RequestIds.traceparent(context));
                    return Mono.empty();
                })).block();
        RequestIds.continued(tracing, "sampled", PARENT, Mono.empty()).block();

        assertThat(left.get()).endsWith("-00");
        await().atMost(Duration.ofSeconds(40)).until(() -> !collector.spans().isEmpty());
        assertThat(collector.spans()).extracting(ReceivedSpan::name).containsExactly("sampled");
    }

    /** No step, no thread, nothing carried through operators; a trace from outside goes along. */
    @Test
    void costsNothingWhereNoCollectorIsNamed() {
        var off = Tracing.to(" ", 1, "a-program");
        var left = new AtomicReference<String>();
        handled(off, "/", (request, response) -> Mono.deferContextual(context -> {
            left.set(RequestIds.traceparent(context));
            return Mono.empty();
        }));
        var work = Mono.just(1);

        assertThat(off.isOn()).isFalse();
        assertThat(left.get()).isEqualTo(PARENT);
        assertThat(RequestIds.continued(off, "x", null, work)).isSameAs(work);
        assertThat(Hooks.isAutomaticContextPropagationEnabled()).isFalse();
    }

    private ReceivedSpan named(String name) {
        return collector.spans().stream().filter(span -> span.name().equals(name)).findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not among " + collector.spans()));
    }

    private static void handled(Tracing tracing, String address, HttpHandler handler) {
        var request = MockServerHttpRequest.get(address).header(RequestId.TRACE_HEADER, PARENT)
                .remoteAddress(new InetSocketAddress("10.1.2.3", 40000)).build();
        new NotedHandling(new TrustedProxies(List.of("10.0.0.0/8")), tracing).apply(handler)
                .handle(request, new MockServerHttpResponse()).block();
    }
}
