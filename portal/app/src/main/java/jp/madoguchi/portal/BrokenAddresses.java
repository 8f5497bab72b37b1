package jp.madoguchi.portal;

import gg.jte.Content;
import jp.madoguchi.portal.draft.DraftService;
import jp.madoguchi.portal.submission.SubmissionStandings;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebInputException;
import reactor.core.publisher.Mono;

/**
 * An address that was cut off or mistyped names nothing that is there. The framework would say that what was sent cannot be read,
 * to somebody who sent nothing.
 */
@ControllerAdvice
class BrokenAddresses {

    /** Of this type the refusal reaches the page that tells it; that of an empty answer would give way to what was thrown first. */
    @ExceptionHandler
    Mono<ResponseEntity<Content>> noSuchThing(ServerWebInputException thrown, ServerWebExchange exchange) {
        var path = exchange.getRequest().getPath().value();
        if (!isInTheAddress(thrown.getMethodParameter())) {
            return Mono.error(thrown);
        }
        if (path.startsWith("/applications/") || path.startsWith("/account/applications/")) {
            return Mono.error(DraftService.notFound());
        }
        return Mono.error(path.startsWith("/tracking/") || path.startsWith("/account/tracking/")
                ? SubmissionStandings.notFound()
                : thrown);
    }

    private static boolean isInTheAddress(@Nullable MethodParameter parameter) {
        return parameter != null && parameter.hasParameterAnnotation(PathVariable.class);
    }
}
