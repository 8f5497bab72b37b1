package jp.madoguchi.platform.connection;

import io.netty.util.IllegalReferenceCountException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.core.Ordered;
import org.springframework.core.codec.DecodingException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.HttpHandlerDecoratorFactory;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.util.DisconnectedClientHelper;
import jp.madoguchi.platform.problem.Refusal;
import reactor.core.publisher.Hooks;
import reactor.core.publisher.Mono;

/**
 * Handles every request to its end, outside of all filters, error pages and the session, so that a client that goes away takes no
 * database connection with it. What is still written to a closed connection fails by itself, and with it the reading of what was to be
 * written; a body that does not arrive any more fails too. So the work ends soon after its last statement.
 */
final class UncancelledHandling implements HttpHandlerDecoratorFactory, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(UncancelledHandling.class);

    UncancelledHandling() {
        Hooks.onErrorDropped(UncancelledHandling::noted);
    }

    /** Whoever leaves is noticed in several places at once; only the first has somebody to tell. */
    private static void noted(Throwable dropped) {
        boolean isFault = !DisconnectedClientHelper.isClientDisconnectedException(dropped)
                && !(dropped instanceof Refusal) && !(dropped instanceof DecodingException)
                // The rest of a body with files that cannot be read is released by its parser and by the server; once would do.
                && !(dropped instanceof IllegalReferenceCountException);
        LOG.atLevel(isFault ? Level.ERROR : Level.DEBUG)
                .setCause(dropped).log("an error came too late for anybody to handle");
    }

    @Override
    public HttpHandler apply(HttpHandler handler) {
        return (request, response) -> Uncancellable.of(handler.handle(new LaterCancelled(request), response)
                .onErrorResume(failed -> unanswered(request, response, failed)));
    }

    /**
     * What fails as an answer is sent off comes past the error pages: a session that cannot be kept while no connection is to be had. The
     * server would write a stack for each; where it is only that there is too much to do, or the client has left, a line will do.
     */
    private static Mono<Void> unanswered(ServerHttpRequest request, ServerHttpResponse response, Throwable failed) {
        boolean isFault = !(failed instanceof TransientDataAccessException)
                && !(failed instanceof DataAccessResourceFailureException)
                && !DisconnectedClientHelper.isClientDisconnectedException(failed);
        if (isFault || response.isCommitted()) {
            return Mono.error(failed);
        }
        LOG.debug("no answer to {} {}: {}", request.getMethod(), request.getPath().value(), failed.toString());
        response.setStatusCode(HttpStatus.SERVICE_UNAVAILABLE);
        response.getHeaders().set(HttpHeaders.RETRY_AFTER, "5");
        return response.setComplete();
    }

    @Override
    public int getOrder() {
        // Only what is noted of a request lies outside.
        return Ordered.LOWEST_PRECEDENCE - 1;
    }
}
