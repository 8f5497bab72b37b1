package jp.madoguchi.identity.failure;

import gg.jte.Content;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.stream.Stream;
import jp.madoguchi.identity.account.TooBusy;
import jp.madoguchi.identity.page.FormPage;
import jp.madoguchi.identity.page.Frames;
import jp.madoguchi.identity.pages.StaticTemplates;
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

    private final StaticTemplates templates = new StaticTemplates();
    private final Frames frames;

    FailurePages(Frames frames) {
        this.frames = frames;
    }

    @RequestMapping("/error")
    ResponseEntity<Content> failure(HttpServletRequest request) {
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown
                && Stream.iterate(thrown, Objects::nonNull, Throwable::getCause).limit(20)
                        .anyMatch(FailurePages::isForLackOfRoom)) {
            return busy(request);
        }
        HttpStatus status = status(request);
        String key = switch (status) {
            case BAD_REQUEST -> "failure.badRequest";
            case FORBIDDEN -> "failure.forbidden";
            case NOT_FOUND -> "failure.notFound";
            case METHOD_NOT_ALLOWED -> "failure.notFound";
            default -> status.is4xxClientError() ? "failure.badRequest" : "failure.ours";
        };
        FormPage page = FormPage.draft(frames, request, key + ".title").page();
        return ResponseEntity.status(status).contentType(MediaType.TEXT_HTML)
                .body(templates.message(page, page.say(key + ".text"), "", page.say("toPortal"),
                        page.frame().site().home()));
    }

    /** Too much to do at this moment; what was typed stands in the form one goes back to. */
    @ExceptionHandler({TooBusy.class, DataAccessResourceFailureException.class, CannotCreateTransactionException.class})
    ResponseEntity<Content> busy(HttpServletRequest request) {
        FormPage page = FormPage.draft(frames, request, "failure.busy.title").page();
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).contentType(MediaType.TEXT_HTML)
                .header(HttpHeaders.RETRY_AFTER, Long.toString(TooBusy.RETRY_AFTER.toSeconds()))
                .body(templates.message(page, page.say("failure.busy.text"), "", page.say("toPortal"),
                        page.frame().site().home()));
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
