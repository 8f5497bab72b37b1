package jp.madoguchi.platform.monitoring.webflux;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import jp.madoguchi.platform.monitoring.RequestId;
import jp.madoguchi.platform.network.TrustedProxies;
import jp.madoguchi.platform.trace.Tracing;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpResponse;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

class RequestIdsTest {

    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private final NotedHandling handling = new NotedHandling(new TrustedProxies(List.of("10.0.0.0/8")),
            Tracing.off());
    private final AtomicReference<String> seen = new AtomicReference<>("");

    @Test
    void aLineWrittenOnAnotherThreadBearsTheIdOfTheRequest() {
        var answer = through((request, response) -> Mono.deferContextual(context -> Mono
                .<Void>fromRunnable(() -> RequestIds.log(context, () -> seen.set(MDC.get(RequestId.LOG_KEY))))
                .subscribeOn(Schedulers.boundedElastic())), "10.1.2.3");

        assertThat(seen.get()).isEqualTo("from-the-edge");
        assertThat(answer.getHeaders().getFirst(RequestId.HEADER)).isEqualTo("from-the-edge");
    }

    @Test
    void whoIsNoProxyIsGivenOne() {
        var answer = through((request, response) -> Mono.empty(), "192.0.2.1");

        assertThat(answer.getHeaders().getFirst(RequestId.HEADER)).matches("[0-9a-f]{12}");
    }

    @Test
    void idAndTraceGoAlongWithACall() {
        var call = ClientRequest.create(HttpMethod.GET, URI.create("http://portal.example/")).build();
        var sent = new AtomicReference<>(call);

        through((request, response) -> RequestIds.handedOn().filter(call, one -> {
            sent.set(one);
            return Mono.just(ClientResponse.create(HttpStatus.OK).build());
        }).then(), "10.1.2.3");

        var asked = Objects.requireNonNull(sent.get());
        assertThat(asked.headers().getFirst(RequestId.HEADER)).isEqualTo("from-the-edge");
        assertThat(asked.headers().getFirst(RequestId.TRACE_HEADER)).isEqualTo(TRACE);
    }

    private MockServerHttpResponse through(HttpHandler handler, String sender) {
        var request = MockServerHttpRequest.get("/").header(RequestId.HEADER, "from-the-edge")
                .header(RequestId.TRACE_HEADER, TRACE).remoteAddress(new InetSocketAddress(sender, 40000)).build();
        var response = new MockServerHttpResponse();
        handling.apply(handler).handle(request, response).block();
        return response;
    }
}
