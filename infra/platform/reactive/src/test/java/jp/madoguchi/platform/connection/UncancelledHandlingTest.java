package jp.madoguchi.platform.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpResponse;
import reactor.core.publisher.Mono;

/** An answer that cannot be sent off is an answer all the same, and no stack of the server's. */
class UncancelledHandlingTest {

    private final UncancelledHandling handling = new UncancelledHandling();

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatFailsAsTheAnswerIsSentOffIsTooMuchToDo(boolean clientLeft) {
        var response = new MockServerHttpResponse();
        var failed = clientLeft
                ? new IOException("Connection reset by peer")
                : new DataAccessResourceFailureException("no connection");
        response.beforeCommit(() -> Mono.error(failed));
        HttpHandler leadsOn = (request, answer) -> {
            answer.setStatusCode(HttpStatus.SEE_OTHER);
            return answer.setComplete();
        };

        handling.apply(leadsOn).handle(MockServerHttpRequest.get("/").build(), response).block();

        assertThat(response.isCommitted()).isTrue();
        assertThat(response.getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        assertThat(response.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo("5");
    }

    @Test
    void aFaultOfOursStaysOne() {
        HttpHandler broken = (request, answer) -> Mono.error(new IllegalStateException("broken"));

        assertThatThrownBy(() -> handling.apply(broken)
                .handle(MockServerHttpRequest.get("/").build(), new MockServerHttpResponse()).block())
                .hasMessage("broken");
    }
}
