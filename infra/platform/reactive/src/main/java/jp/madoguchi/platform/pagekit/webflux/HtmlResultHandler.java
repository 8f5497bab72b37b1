package jp.madoguchi.platform.pagekit.webflux;

import jp.madoguchi.platform.pagekit.Html;
import org.springframework.core.Ordered;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.HandlerResult;
import org.springframework.web.reactive.HandlerResultHandler;
import org.springframework.web.server.ServerWebExchange;

import gg.jte.Content;
import reactor.core.publisher.Mono;

/** Lets a WebFlux controller method return a page: {@code JteModel}, {@code Mono<JteModel>} or any {@code Content}. */
public final class HtmlResultHandler implements HandlerResultHandler, Ordered {

    @Override
    public boolean supports(HandlerResult result) {
        var type = result.getReturnType();
        return Content.class.isAssignableFrom(type.toClass()) || (Mono.class.isAssignableFrom(type.toClass())
                && Content.class.isAssignableFrom(type.getGeneric(0).toClass()));
    }

    @Override
    public Mono<Void> handleResult(ServerWebExchange exchange, HandlerResult result) {
        return switch (result.getReturnValue()) {
            case Content page -> write(exchange, page);
            case Mono<?> later -> later.cast(Content.class).flatMap(page -> write(exchange, page));
            case null, default -> Mono.empty();
        };
    }

    /** Writes the page as the body of this answer; status and headers set before stay. */
    public static Mono<Void> write(ServerWebExchange exchange, Content page) {
        var response = exchange.getResponse();
        var headers = response.getHeaders();
        byte[] html = Html.bytes(page);
        headers.setContentType(Html.TYPE);
        headers.setContentLength(html.length);
        if (headers.getCacheControl() == null) {
            // Pages hold personal data and one-time tokens; shared and disk caches must not keep them.
            headers.setCacheControl(CacheControl.noStore());
        }
        if (exchange.getRequest().getMethod() == HttpMethod.HEAD) {
            return response.setComplete();
        }
        return response.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(html)));
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}
