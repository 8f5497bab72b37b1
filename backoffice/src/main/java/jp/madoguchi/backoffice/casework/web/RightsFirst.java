package jp.madoguchi.backoffice.casework.web;

import java.util.Map;
import java.util.UUID;
import jp.madoguchi.backoffice.casework.CaseService;
import jp.madoguchi.backoffice.office.Staff;
import jp.madoguchi.platform.problem.Refusal;
import jp.madoguchi.platform.security.StaffMember;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Rights first, then effects: before any route that says what it {@link Needs} does anything, its right is asked. The step asks
 * again under the lock of the case.
 */
@ControllerAdvice
class RightsFirst {

    private final CaseService cases;

    RightsFirst(CaseService cases) {
        this.cases = cases;
    }

    @ModelAttribute
    Mono<Void> ask(ServerWebExchange exchange) {
        Object handler = exchange.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE);
        var needs = handler instanceof HandlerMethod method ? method.getMethodAnnotation(Needs.class) : null;
        if (needs == null) {
            return Mono.empty();
        }
        Map<String, String> parts = exchange.getRequiredAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        // A form that could not be sent is not shown; what is sent is guarded once more as it is done.
        return staff(exchange).flatMap(by -> exchange.getRequest().getMethod() == HttpMethod.POST
                ? cases.allow(caseOf(parts), by, needs.value())
                : cases.ready(caseOf(parts), by, needs.value()));
    }

    private static UUID caseOf(Map<String, String> parts) {
        try {
            return UUID.fromString(parts.getOrDefault("id", ""));
        } catch (IllegalArgumentException none) {
            throw CaseService.unknown();
        }
    }

    private static Mono<Staff> staff(ServerWebExchange exchange) {
        return exchange.getPrincipal().ofType(Authentication.class).mapNotNull(Authentication::getPrincipal)
                .ofType(StaffMember.class).map(Staff::of)
                .switchIfEmpty(Mono.error(() -> new Refusal.Unauthenticated("sign-in-needed", "ログインしてください。")));
    }
}
