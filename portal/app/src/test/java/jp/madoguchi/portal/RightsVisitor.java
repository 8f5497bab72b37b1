package jp.madoguchi.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody with the cookies of a browser and no scruples: sends what no page offers, and follows nothing. */
final class RightsVisitor {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final String base;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER).build();

    RightsVisitor(PortalServer portal, Applicant browser) {
        this.base = portal.address();
        for (var pair : browser.cookies().split("; ")) {
            if (pair.contains("=")) {
                var cookie = new HttpCookie(pair.substring(0, pair.indexOf('=')),
                        pair.substring(pair.indexOf('=') + 1));
                cookie.setPath("/");
                cookie.setVersion(0);
                cookies.getCookieStore().add(URI.create(base), cookie);
            }
        }
    }

    /** {@code +} for let in, {@code -} for refused or sent to sign in, {@code 0} for nothing there, or too many tries at it. */
    char call(String route, Map<String, String> fields) {
        var verb = route.substring(0, route.indexOf(' '));
        var path = route.substring(route.indexOf(' ') + 1);
        var request = HttpRequest.newBuilder(URI.create(base + path)).header("Accept", "text/html,*/*;q=0.1")
                .timeout(Duration.ofSeconds(60));
        if (verb.equals("GET")) {
            request.GET();
        } else {
            request.header("Content-Type", verb.equals("POST") && !path.startsWith("/exchange/")
                    ? "application/x-www-form-urlencoded"
                    : "application/json")
                    .method(verb,
                            HttpRequest.BodyPublishers.ofString(path.startsWith("/exchange/") ? "{}" : form(fields)));
        }
        var answer = send(request);
        assertThat(answer.statusCode()).as("%s: %s", route, answer.body()).isLessThan(500);
        var to = answer.headers().firstValue("Location").orElse("");
        return switch (answer.statusCode()) {
            case 404, 410, 429 -> '0';
            case 401, 403 -> '-';
            default -> to.contains("/oauth2/authorization") || to.startsWith("/account/applications/") ? '-' : '+';
        };
    }

    private String form(Map<String, String> fields) {
        var page = CSRF
                .matcher(send(HttpRequest.newBuilder(URI.create(base + "/tracking")).header("Accept", "text/html"))
                        .body());
        assertThat(page.find()).isTrue();
        return fields.entrySet().stream().filter(field -> !field.getKey().equals("_csrf"))
                .map(field -> "&" + field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("", "_csrf=" + URLEncoder.encode(page.group(1), StandardCharsets.UTF_8),
                        ""));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException broken) {
            throw new AssertionError(broken);
        }
    }
}
