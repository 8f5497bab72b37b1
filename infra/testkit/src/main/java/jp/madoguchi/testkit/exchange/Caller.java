package jp.madoguchi.testkit.exchange;

import java.time.Duration;
import java.util.Objects;
import java.util.UUID;

import jp.madoguchi.exchange.PortalExchange;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.support.WebClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Calls the exchange as the back office does: through the interface, over HTTP. */
final class Caller {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final int LARGEST_ANSWER_BYTES = 32 * 1024 * 1024;

    private final WebClient client;
    private final PortalExchange exchange;

    /** @param token null to come without */
    Caller(String address, @Nullable String token) {
        client = WebClient.builder().baseUrl(address).defaultHeaders(headers -> {
            if (token != null) {
                headers.setBearerAuth(token);
            }
        }).codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(LARGEST_ANSWER_BYTES)).build();
        this.exchange = HttpServiceProxyFactory.builderFor(WebClientAdapter.create(client)).build()
                .createClient(PortalExchange.class);
    }

    PortalExchange exchange() {
        return exchange;
    }

    /** Puts a body that the interface could not; what it is answered. */
    int put(String path, String body) {
        return answer(client.put().uri("/exchange/v1" + path).contentType(MediaType.APPLICATION_JSON).bodyValue(body)
                .exchangeToMono(answered -> answered.releaseBody().thenReturn(answered.statusCode().value())));
    }

    static void done(Mono<Void> call) {
        call.block(TIMEOUT);
    }

    static <T> T answer(Mono<T> call) {
        return Objects.requireNonNull(call.block(TIMEOUT));
    }

    byte[] attachment(UUID id) {
        return answer(DataBufferUtils.join(exchange.attachment(id)).map(buffer -> {
            var bytes = new byte[buffer.readableByteCount()];
            buffer.read(bytes);
            DataBufferUtils.release(buffer);
            return bytes;
        }));
    }

    static Flux<DataBuffer> body(byte[] bytes) {
        return Flux.defer(() -> Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(bytes)));
    }
}
