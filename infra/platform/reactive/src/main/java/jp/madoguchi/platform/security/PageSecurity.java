package jp.madoguchi.platform.security;

import jp.madoguchi.platform.monitoring.webflux.RequestIds;
import jp.madoguchi.platform.session.SessionSettings;
import jp.madoguchi.platform.problem.Refusal;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.FormLoginSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HttpBasicSpec;
import org.springframework.security.web.server.csrf.CsrfException;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What every chain of pages has: CSRF, refusals as problems, no other way in. */
public final class PageSecurity {

    /** The form field that carries the CSRF token. */
    static final String CSRF_FIELD = "_csrf";

    private PageSecurity() {}

    /** Adds the parts to an app's chain of pages; cookies are named as the app's session. */
    public static void on(ServerHttpSecurity http, SessionSettings sessions) {
        http.httpBasic(HttpBasicSpec::disable);
        http.formLogin(FormLoginSpec::disable);
        http.csrf(csrf -> csrf.csrfTokenRepository(new FormTokens(sessions))
                .csrfTokenRequestHandler(new FormCsrf())
                .accessDeniedHandler(PageSecurity::denied));
        http.exceptionHandling(asked -> asked.accessDeniedHandler(PageSecurity::denied));
    }

    /**
     * By what the browser is told from others, be anybody signed in or not; a secret. Empty outside of a chain of pages.
     */
    public static Mono<String> browser(ServerWebExchange exchange) {
        Mono<CsrfToken> token = exchange.getAttributeOrDefault(FormCsrf.BARE, Mono.empty());
        return token.map(CsrfToken::getToken);
    }

    static Mono<Void> denied(ServerWebExchange exchange, AccessDeniedException thrown) {
        var csrf = thrown instanceof CsrfException;
        var room = exchange.getRequest().getPath().value().split("/", 3);
        RequestIds.log(exchange, () -> SecurityEvents
                .note(csrf ? SecurityEvents.Event.FORM_EXPIRED : SecurityEvents.Event.REFUSED,
                        room.length > 1 ? room[1] : ""));
        return csrf
                ? formExpired(exchange)
                : Mono.error(new Refusal.Forbidden("no-right", "この操作をする権限がありません。"));
    }

    private static Mono<Void> formExpired(ServerWebExchange exchange) {
        return KeptForms.keep(exchange, CSRF_FIELD).flatMap(kept -> kept
                ? KeptForms.show(exchange)
                : Mono.error(new Refusal.Forbidden("form-expired",
                        "画面を開いてから時間がたったため、送信できませんでした。前のページに戻って開き直し、もう一度送信してください。")));
    }
}
