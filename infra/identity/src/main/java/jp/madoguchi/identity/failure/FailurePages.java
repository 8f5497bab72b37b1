package jp.madoguchi.identity.failure;

import gg.jte.Content;
import gg.jte.models.runtime.JteModel;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import jp.madoguchi.identity.account.TooBusy;
import jp.madoguchi.identity.page.Frames;
import jp.madoguchi.platform.pagekit.Layouts;
import jp.madoguchi.platform.pagekit.NavItem;
import jp.madoguchi.platform.pagekit.PageFrame;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;

/** Says in the reader's words what went wrong; never a stack trace, never what the request carried. */
@Controller
@ControllerAdvice
class FailurePages implements ErrorController {

    private final Frames frames;
    private final WayBefore before;

    FailurePages(Frames frames, WayBefore before) {
        this.frames = frames;
        this.before = before;
    }

    @RequestMapping("/error")
    ResponseEntity<Content> failure(HttpServletRequest request, HttpServletResponse response) {
        FailureHeaders.complete(response);
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown
                && Stream.iterate(thrown, Objects::nonNull, Throwable::getCause).limit(20)
                        .anyMatch(FailurePages::isForLackOfRoom)) {
            return busy(request);
        }
        HttpStatus status = status(request);
        return ResponseEntity.status(status).contentType(MediaType.TEXT_HTML)
                .body(page(request, status, key(status)));
    }

    /** The whole page for a request that nothing of ours has seen. */
    String drawn(HttpServletRequest request, int code) {
        HttpStatus status = Objects.requireNonNullElse(HttpStatus.resolve(code), HttpStatus.INTERNAL_SERVER_ERROR);
        return page(request, status, key(status)).render();
    }

    private static String key(HttpStatus status) {
        return switch (status) {
            case BAD_REQUEST -> "failure.badRequest";
            case FORBIDDEN -> "failure.forbidden";
            case NOT_FOUND -> "failure.notFound";
            case METHOD_NOT_ALLOWED -> "failure.notFound";
            case SERVICE_UNAVAILABLE -> "failure.busy";
            default -> status.is4xxClientError() ? "failure.badRequest" : "failure.ours";
        };
    }

    private JteModel page(HttpServletRequest request, HttpStatus status, String key) {
        PageFrame frame = frames.frame(request, key + ".title");
        List<NavItem> ways = before.of(request).map(way -> List.of(new NavItem(frame.say("problem.before"), way)))
                .orElse(List.of());
        return Layouts.problem(frame, status.value(), frames.texts(request).say(key + ".text"), true, "", ways);
    }

    /** Too much to do at this moment; what was typed stands in the form one goes back to. */
    @ExceptionHandler({TooBusy.class, DataAccessResourceFailureException.class, CannotCreateTransactionException.class})
    ResponseEntity<Content> busy(HttpServletRequest request) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).contentType(MediaType.TEXT_HTML)
                .header(HttpHeaders.RETRY_AFTER, Long.toString(TooBusy.RETRY_AFTER.toSeconds()))
                .body(page(request, HttpStatus.SERVICE_UNAVAILABLE, "failure.busy"));
    }

    /** No connection to the database is to be had. */
    private static boolean isForLackOfRoom(Throwable thrown) {
        return thrown instanceof TooBusy || thrown instanceof DataAccessResourceFailureException
                || thrown instanceof CannotCreateTransactionException
                || thrown instanceof java.sql.SQLTransientConnectionException;
    }

    private static HttpStatus status(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatusCode known = code instanceof Integer number ? HttpStatusCode.valueOf(number) : HttpStatus.NOT_FOUND;
        HttpStatus status = HttpStatus.resolve(known.value());
        return status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
    }
}
