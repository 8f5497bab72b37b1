package jp.madoguchi.platform.problem.webflux;

import jp.madoguchi.platform.monitoring.webflux.NotedRequests;
import jp.madoguchi.platform.problem.Refusal;
import jp.madoguchi.platform.problem.Problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ProblemHandlerTest {

    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    private final JsonMapper json = new JsonMapper();
    private final ProblemHandler handler = new ProblemHandler(new PlainProblemPage(), json);

    @Test
    void tellsAProgramWhoHasIt() {
        MockServerWebExchange exchange = asked("application/json");
        handle(exchange, new Refusal.Conflict("case-taken", "この案件は、ほかの担当者が対応中です。", "中央 太郎"));

        assertThat(exchange.getResponse().getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
        assertThat(exchange.getResponse().getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        JsonNode body = json.readTree(body(exchange));
        assertThat(body.get("type").asString()).isEqualTo("urn:madoguchi:problem:case-taken");
        assertThat(body.get("holder").asString()).isEqualTo("中央 太郎");
        assertThat(body.get("status").asInt()).isEqualTo(409);
        assertThat(body.get("instance").asString()).isEqualTo("/cases/1");
        assertThat(body.has("incident")).isFalse();
    }

    @Test
    void showsAPersonAPageAndEscapesIt() {
        MockServerWebExchange exchange = asked(BROWSER);
        handle(exchange, new Refusal.Gone("link-expired", "<b>期限切れ</b>"));

        assertThat(exchange.getResponse().getHeaders().getContentType())
                .isEqualTo(MediaType.parseMediaType("text/html;charset=UTF-8"));
        assertThat(body(exchange)).contains("この画面は、もう使えません").contains("&lt;b&gt;");
    }

    @Test
    void keepsOurFaultsInTheLogUnderANumber() {
        MockServerWebExchange exchange = asked("*/*");
        handle(exchange, new IllegalStateException("password=secret at jdbc"));

        assertThat(exchange.getResponse().getStatusCode()).isEqualTo(HttpStatus.INTERNAL_SERVER_ERROR);
        assertThat(body(exchange)).doesNotContain("secret").doesNotContain("IllegalState").contains("\"incident\"");
    }

    @Test
    void tellsTheIdOfTheRequestAsTheNumberOfTheIncident() {
        MockServerWebExchange exchange = asked("application/json");
        String told = NotedRequests.note(exchange);
        handle(exchange, new IllegalStateException("broken"));

        assertThat(json.readTree(body(exchange)).get("incident").asString()).isEqualTo(told);
    }

    @Test
    void saysWhenToComeBack() {
        MockServerWebExchange exchange = asked("application/json");
        handle(exchange, new Refusal.TooMany("too-many-tries", "お待ちください。", Duration.ofSeconds(90)));

        assertThat(exchange.getResponse().getHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo("90");
    }

    @Test
    void fallsBackToThePlainPageWhenThePageFails() {
        MockServerWebExchange exchange = asked(BROWSER);
        new ProblemHandler((problem, asked) -> {
            throw new IllegalStateException("the template broke");
        }, json).handle(exchange, new Refusal.NotFound("x", "ありません。")).block();

        assertThat(body(exchange)).contains("ありません。");
    }

    @ParameterizedTest
    @CsvSource({"404,404", "405,405", "400,400", "415,415", "413,413", "502,500"})
    void readsTheFrameworksErrors(int thrown, int shown) {
        Problem problem = ProblemReader.read(new ResponseStatusException(HttpStatus.valueOf(thrown), "english reason"));

        assertThat(problem.status()).isEqualTo(shown);
        assertThat(problem.detail()).doesNotContain("english");
    }

    @Test
    void takesATimeoutForABusyTime() {
        assertThat(ProblemReader.read(new TimeoutException()).status()).isEqualTo(503);
    }

    @Test
    void breaksOffWhenTheAnswerHadBegun() {
        MockServerWebExchange exchange = asked("*/*");
        exchange.getResponse().setComplete().block();

        assertThatThrownBy(() -> handle(exchange, new IllegalStateException("too late")))
                .hasMessageContaining("too late");
    }

    private static MockServerWebExchange asked(String accept) {
        return MockServerWebExchange.from(MockServerHttpRequest.get("/cases/1").header(HttpHeaders.ACCEPT, accept));
    }

    private void handle(MockServerWebExchange exchange, Throwable thrown) {
        handler.handle(exchange, thrown).block();
    }

    private static String body(MockServerWebExchange exchange) {
        return Objects.requireNonNull(exchange.getResponse().getBodyAsString().block());
    }
}
