package jp.madoguchi.platform.input.webflux;

import jp.madoguchi.platform.input.StrictText;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Set;

import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebExchangeDecorator;

import reactor.core.publisher.Mono;

/** A request with a form, which is read with {@link StrictText}, once. Forms are UTF-8, whatever else they may say of themselves. */
final class StrictForm extends ServerWebExchangeDecorator {

    private static final Set<Charset> READABLE = Set.of(StandardCharsets.UTF_8, StandardCharsets.US_ASCII);

    private final Mono<MultiValueMap<String, String>> form;

    /** @param longest in bytes */
    StrictForm(ServerWebExchange exchange, MediaType type, int longest) {
        super(exchange);
        var charset = type.getCharset();
        this.form = charset != null && !READABLE.contains(charset)
                ? Mono.error(StrictText::unreadable)
                : FormBody.read(exchange.getRequest().getBody(), longest).map(StrictText::form).cache();
    }

    @Override
    public Mono<MultiValueMap<String, String>> getFormData() {
        return form;
    }
}
