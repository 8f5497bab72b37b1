package jp.madoguchi.platform.security;

import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/**
 * Keeps forms whose session was lost, so that nothing typed is lost with it. Only forms that provably come from our own pages are kept
 * (Fetch Metadata, or the Origin header): another site must not be able to put words into anybody's mouth. And nothing is ever done
 * with a kept form unless the person sends it again.
 */
final class KeptForms {

    /** Where a kept form is shown. */
    static final String PATH = "/kept-form";

    private static final String ATTRIBUTE = "kept-form";

    private KeptForms() {}

    /**
     * Keeps the form of this request.
     *
     * @return whether it was kept; false for anything that is not a small urlencoded form of one of our pages
     */
    static Mono<Boolean> keep(ServerWebExchange exchange, String csrfField) {
        if (!isOurForm(exchange.getRequest())) {
            return Mono.just(false);
        }
        URI asked = exchange.getRequest().getURI();
        String target = asked.getRawQuery() == null
                ? asked.getRawPath()
                : asked.getRawPath() + "?" + asked.getRawQuery();
        return exchange.getFormData().map(sent -> KeptForm.of(target, sent, csrfField)).flatMap(form -> form.fits()
                ? exchange.getSession().map(session -> {
                    session.getAttributes().put(ATTRIBUTE, form);
                    return true;
                })
                : Mono.just(false));
    }

    /** The form that waits in this session. It stays until the session ends, for the answer to sending it may be lost too. */
    static @Nullable KeptForm in(WebSession session) {
        return session.getAttribute(ATTRIBUTE);
    }

    /** Sends the browser to the page of the kept form. */
    static Mono<Void> show(ServerWebExchange exchange) {
        ServerHttpResponse response = exchange.getResponse();
        response.setStatusCode(HttpStatus.SEE_OTHER);
        response.getHeaders().setLocation(URI.create(PATH));
        return response.setComplete();
    }

    static boolean isOurForm(ServerHttpRequest request) {
        HttpHeaders headers = request.getHeaders();
        MediaType type = headers.getContentType();
        return request.getMethod() == HttpMethod.POST && type != null
                && MediaType.APPLICATION_FORM_URLENCODED.isCompatibleWith(type) && !headers.containsHeader("HX-Request")
                && !request.getPath().value().equals(IdentityLogin.SIGN_OUT) && isSameOrigin(request);
    }

    private static boolean isSameOrigin(ServerHttpRequest request) {
        String site = request.getHeaders().getFirst("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin");
        }
        String origin = request.getHeaders().getOrigin();
        URI asked = request.getURI();
        return origin != null && origin.toLowerCase(Locale.ROOT)
                .equals((asked.getScheme() + "://" + asked.getAuthority()).toLowerCase(Locale.ROOT));
    }
}
