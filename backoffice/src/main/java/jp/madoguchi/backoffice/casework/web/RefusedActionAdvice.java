package jp.madoguchi.backoffice.casework.web;

import java.util.Map;
import java.util.UUID;
import gg.jte.Content;
import jp.madoguchi.backoffice.office.Staff;
import jp.madoguchi.platform.pagekit.Reply;
import jp.madoguchi.platform.pagekit.Flash;
import jp.madoguchi.platform.pagekit.PageFrame;
import jp.madoguchi.platform.pagekit.Tone;
import jp.madoguchi.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * An action that is refused leads to the case as it stands now, with the reason on top: who has it, what can be done instead, and what
 * was being written. Programs get the problem itself, and so does who may not see the case.
 */
@ControllerAdvice
class RefusedActionAdvice {

    private final CasePages pages;

    RefusedActionAdvice(CasePages pages) {
        this.pages = pages;
    }

    @ExceptionHandler({Refusal.Conflict.class, Refusal.Forbidden.class})
    Mono<ResponseEntity<Content>> refused(Refusal refused, Staff staff, PageFrame frame, ServerWebExchange exchange) {
        var id = caseOf(exchange);
        if (id == null || !wantsPage(exchange)) {
            return Mono.error(refused);
        }
        return pages.page(id, staff, frame.withFlash(new Flash(Tone.ERROR, refused.message())))
                .map(page -> Reply.page(refused.status().value(), page));
    }

    private static @Nullable UUID caseOf(ServerWebExchange exchange) {
        Map<String, String> parts = exchange.getAttributeOrDefault(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE,
                Map.of());
        var id = parts.get("id");
        try {
            return id == null || !exchange.getRequest().getPath().value().startsWith("/cases/")
                    ? null
                    : UUID.fromString(id);
        } catch (IllegalArgumentException none) {
            return null;
        }
    }

    private static boolean wantsPage(ServerWebExchange exchange) {
        return exchange.getRequest().getHeaders().getAccept().stream()
                .anyMatch(type -> !type.isWildcardType() && type.isCompatibleWith(MediaType.TEXT_HTML));
    }
}
