package jp.madoguchi.platform.problem.webflux;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpResponse;
import org.springframework.web.server.WebHandler;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The session of a visitor cannot be written, since the database is away. */
class CommitWithinTest {

    private static final String BROWSER = "text/html,*/*;q=0.8";

    /** What a handler answers without a body is sent off after it has ended. */
    @ParameterizedTest
    @ValueSource(ints = {303, 204, 200})
    void whoIsLedOnWithoutASessionGetsAPage(int status) {
        var response = answer(BROWSER, exchange -> {
            exchange.getResponse().setRawStatusCode(status);
            exchange.getResponse().getHeaders().setLocation(URI.create("/login"));
            return Mono.empty();
        });

        assertThat(response.getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        assertThat(response.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo("5");
        assertThat(response.getHeaders().getLocation()).isNull();
        assertThat(response.getBodyAsString().block()).contains("<h1>").contains("もう一度お試しください");
    }

    @Test
    void aProgramGetsAProblem() {
        var response = answer("application/json", exchange -> {
            exchange.getResponse().setStatusCode(HttpStatus.ACCEPTED);
            return Mono.empty();
        });

        assertThat(response.getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        assertThat(response.getBodyAsString().block()).contains("\"code\":\"busy\"");
    }

    private static MockServerHttpResponse answer(String accept, WebHandler handler) {
        var response = new MockServerHttpResponse();
        response.beforeCommit(() -> Mono.error(new DataAccessResourceFailureException("no connection")));
        WebHttpHandlerBuilder.webHandler(handler).filter(new CommitWithin())
                .exceptionHandler(new ProblemHandler(new PlainProblemPage(), new JsonMapper())).build()
                .handle(MockServerHttpRequest.get("/account").header(HttpHeaders.ACCEPT, accept).build(), response)
                .block();
        return response;
    }
}
