package jp.madoguchi.platform.security;

import java.net.URI;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Sets the headers that keep a page to itself, before anything else runs, so that error pages have them too. Scripts and styles come
 * from this app or carry the {@link CspNonce}; nothing is loaded from elsewhere; nobody frames us.
 */
public final class PageHeaders implements WebFilter, Ordered {

    private static final String CSP = "Content-Security-Policy";
    private static final String FRAME_OPTIONS = "X-Frame-Options";

    private final String formTargets;

    /** @param identity browsers follow the redirect of the sign-out form there, which {@code form-action} must allow */
    public PageHeaders(URI identity) {
        this.formTargets = "'self' " + origin(identity);
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 10;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String nonce = CspNonce.create();
        exchange.getAttributes().put(CspNonce.ATTRIBUTE, nonce);
        HttpHeaders headers = exchange.getResponse().getHeaders();
        headers.set(CSP, "default-src 'none'; script-src 'self' 'nonce-%1$s'; style-src 'self' 'nonce-%1$s'; "
                .formatted(nonce)
                + "img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; frame-src 'self'; manifest-src 'self'; "
                + "form-action " + formTargets + "; frame-ancestors 'none'; base-uri 'none'");
        headers.set(FRAME_OPTIONS, "DENY");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "same-origin");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()");
        return chain.filter(exchange);
    }

    /**
     * For the answer that carries a file sent by a person: it may be shown inside our own pages, and nothing in it may run or call
     * out.
     */
    public static void forSentFile(HttpHeaders headers) {
        headers.set(CSP, "default-src 'none'; img-src 'self'; object-src 'self'; style-src 'unsafe-inline'; "
                + "frame-ancestors 'self'; base-uri 'none'; form-action 'none'");
        headers.set(FRAME_OPTIONS, "SAMEORIGIN");
    }

    /** For a page that draws a photo by WebAssembly: nothing else is allowed there, and no other page allows that. */
    public static void forDecoder(HttpHeaders headers) {
        headers.set(CSP,
                "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; "
                        + "img-src 'self'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'");
        headers.set(FRAME_OPTIONS, "SAMEORIGIN");
    }

    private static String origin(URI address) {
        return address.getPort() < 0
                ? address.getScheme() + "://" + address.getHost()
                : address.getScheme() + "://" + address.getHost() + ":" + address.getPort();
    }
}
