package jp.madoguchi.platform.security;

import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Draws the page from which a kept form is sent again: one button, the fields hidden behind it, a fresh CSRF token. */
@FunctionalInterface
public interface KeptFormPage {

    Mono<String> render(KeptForm form, ServerWebExchange exchange);
}
