package jp.madoguchi.identity.failure;

import gg.jte.Content;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jp.madoguchi.identity.page.FormPage;
import jp.madoguchi.identity.page.Frames;
import jp.madoguchi.identity.pages.StaticTemplates;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Says in the reader's words what went wrong; never a stack trace, never what the request carried. */
@Controller
class FailurePages implements ErrorController {

    private final StaticTemplates templates = new StaticTemplates();
    private final Frames frames;

    FailurePages(Frames frames) {
        this.frames = frames;
    }

    @RequestMapping("/error")
    ResponseEntity<Content> failure(HttpServletRequest request) {
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

    private static HttpStatus status(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatusCode known = code instanceof Integer number ? HttpStatusCode.valueOf(number) : HttpStatus.NOT_FOUND;
        HttpStatus status = HttpStatus.resolve(known.value());
        return status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
    }
}
