package jp.madoguchi.backoffice.queue.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import jp.madoguchi.backoffice.queue.QueueQuery;
import jp.madoguchi.backoffice.queue.QueueTab;
import org.springframework.http.ResponseCookie;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.server.ServerWebExchange;

/**
 * The list a person works through: its tab and filters, kept in a cookie of the browser's session, so that every way back leads to
 * it and the next case is the next one of it. Nothing personal stands in it: what is searched for is no filter.
 */
final class QueuePlace {

    private static final String COOKIE = "MADOGUCHI_QUEUE";
    private static final int LONGEST = 2_000;

    private QueuePlace() {}

    static void leave(QueueQuery query, ServerWebExchange exchange) {
        var value = Base64.getUrlEncoder().withoutPadding()
                .encodeToString(query.parameters().getBytes(StandardCharsets.US_ASCII));
        if (value.length() <= LONGEST) {
            exchange.getResponse().addCookie(ResponseCookie.from(COOKIE, value).path("/").httpOnly(true)
                    .secure("https".equals(exchange.getRequest().getURI().getScheme())).sameSite("Lax").build());
        }
    }

    /** The list last looked at; the usual one where there is none. */
    static QueueQuery of(ServerWebExchange exchange, QueueTab usual) {
        var address = new LinkedMultiValueMap<String, String>();
        var cookie = exchange.getRequest().getCookies().getFirst(COOKIE);
        if (cookie != null) {
            read(cookie.getValue(), address);
        }
        return QueueQuery.of(address, usual);
    }

    private static void read(String cookie, LinkedMultiValueMap<String, String> address) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(cookie), StandardCharsets.US_ASCII);
            for (var pair : text.split("&")) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    address.add(pair.substring(0, equals),
                            URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
                }
            }
        } catch (IllegalArgumentException unreadable) {
            address.clear();
        }
    }
}
