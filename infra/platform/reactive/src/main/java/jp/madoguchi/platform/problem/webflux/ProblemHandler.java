package jp.madoguchi.platform.problem.webflux;

import jp.madoguchi.platform.monitoring.FailureLog;
import jp.madoguchi.platform.monitoring.RequestId;
import jp.madoguchi.platform.monitoring.webflux.RequestIds;
import jp.madoguchi.platform.problem.Problem;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.DisconnectedClientHelper;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The one place where errors of the reactive apps become answers. */
final class ProblemHandler implements ErrorWebExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemHandler.class);
    private static final MediaType PAGE = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final FailureLog busy = new FailureLog(LOG);
    private final ProblemPage page;
    private final JsonMapper json;

    ProblemHandler(ProblemPage page, JsonMapper json) {
        this.page = page;
        this.json = json.rebuild()
                .changeDefaultPropertyInclusion(all -> all.withValueInclusion(JsonInclude.Include.NON_NULL))
                .build();
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable thrown) {
        RequestId id = RequestIds.of(exchange).orElseGet(RequestId::fresh);
        ServerHttpResponse response = exchange.getResponse();
        if (response.isCommitted()) {
            // The head is already out; the connection is broken off so that the receiver sees an incomplete answer.
            id.during(() -> LOG
                    .atLevel(DisconnectedClientHelper.isClientDisconnectedException(thrown) ? Level.DEBUG : Level.WARN)
                    .log("failed after the answer had begun: {} {}", exchange.getRequest().getMethod(),
                            exchange.getRequest().getPath().value(), thrown));
            return Mono.error(thrown);
        }
        Problem problem = noted(ProblemReader.read(thrown), exchange, thrown, id);
        response.setRawStatusCode(problem.status());
        HttpHeaders headers = response.getHeaders();
        headers.setCacheControl("no-store");
        if (problem.properties().get("retryAfterSeconds") instanceof Long seconds) {
            headers.set(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        }
        return wantsPage(exchange) ? writePage(problem, exchange) : writeJson(problem, exchange);
    }

    /** A fault of ours is told with the id of the request, under which the log has all there is about it. */
    private Problem noted(Problem problem, ServerWebExchange exchange, Throwable thrown, RequestId id) {
        if (problem.status() < 500) {
            LOG.debug("refused {} {}: {}", exchange.getRequest().getMethod(), exchange.getRequest().getPath().value(),
                    problem.code());
            return problem;
        }
        if (DisconnectedClientHelper.isClientDisconnectedException(thrown)) {
            LOG.debug("the client left while it was being listened to: {} {}", exchange.getRequest().getMethod(),
                    exchange.getRequest().getPath().value());
            return problem;
        }
        if (problem.status() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            // Nothing is broken here; under load a stack for each would only add to it.
            id.during(() -> busy.tell("busy: %s %s: %s".formatted(exchange.getRequest().getMethod(),
                    exchange.getRequest().getPath().value(), thrown)));
            return problem;
        }
        id.during(() -> LOG.error("incident {}: {} {}", id.value(), exchange.getRequest().getMethod(),
                exchange.getRequest().getPath().value(), thrown));
        return problem.withIncident(id.value());
    }

    /** A browser names text/html; a program asks for JSON or does not care. */
    static boolean wantsPage(ServerWebExchange exchange) {
        try {
            List<MediaType> accepted = exchange.getRequest().getHeaders().getAccept();
            return accepted.stream()
                    .anyMatch(type -> !type.isWildcardType() && type.isCompatibleWith(MediaType.TEXT_HTML))
                    || exchange.getRequest().getHeaders().containsHeader("HX-Request");
        } catch (InvalidMediaTypeException unreadable) {
            return false;
        }
    }

    private Mono<Void> writePage(Problem problem, ServerWebExchange exchange) {
        return Mono.defer(() -> page.render(problem, exchange)).onErrorResume(failed -> {
            LOG.error("the problem page itself failed", failed);
            return new PlainProblemPage().render(problem, exchange);
        }).flatMap(html -> write(exchange, PAGE, html.getBytes(StandardCharsets.UTF_8)));
    }

    private Mono<Void> writeJson(Problem problem, ServerWebExchange exchange) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", problem.type().toString());
        body.put("title", problem.title());
        body.put("status", problem.status());
        body.put("detail", problem.detail());
        body.put("instance", exchange.getRequest().getPath().value());
        body.put("code", problem.code());
        String incident = problem.incident();
        if (incident != null) {
            body.put("incident", incident);
        }
        body.putAll(problem.properties());
        if (problem.status() == HttpStatus.UNAUTHORIZED.value()) {
            exchange.getResponse().getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return write(exchange, MediaType.APPLICATION_PROBLEM_JSON, json.writeValueAsBytes(body));
    }

    private static Mono<Void> write(ServerWebExchange exchange, MediaType type, byte[] body) {
        ServerHttpResponse response = exchange.getResponse();
        response.getHeaders().setContentType(type);
        response.getHeaders().setContentLength(body.length);
        if (exchange.getRequest().getMethod() == HttpMethod.HEAD) {
            return response.setComplete();
        }
        DataBuffer buffer = response.bufferFactory().wrap(body);
        return response.writeWith(Mono.just(buffer));
    }
}
