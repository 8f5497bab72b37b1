package jp.madoguchi.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.Map;
import jp.madoguchi.testkit.PostForms;
import jp.madoguchi.testkit.ScriptlessBrowser;

/** Somebody with the cookies of a browser and no scruples: sends what no page offers, and follows nothing. */
final class RightsVisitor {

    private static final String ANYTHING = "text/html,*/*;q=0.1";

    private final ScriptlessBrowser browser;

    RightsVisitor(PortalServer portal, Applicant other) {
        this.browser = ScriptlessBrowser.staying(portal.address());
        // Whatever paths they were meant for.
        other.browser().cookies().getCookieStore().getCookies()
                .forEach(cookie -> browser.withCookie(cookie.getName(), cookie.getValue()));
    }

    /** {@code +} for let in, {@code -} for refused or sent to sign in, {@code 0} for nothing there, or too many tries at it. */
    char call(String route, Map<String, String> fields) {
        var verb = route.substring(0, route.indexOf(' '));
        var path = route.substring(route.indexOf(' ') + 1);
        boolean exchange = path.startsWith("/exchange/");
        var answer = verb.equals("GET")
                ? browser.get(path, "Accept", ANYTHING)
                : browser.send(verb, path,
                        verb.equals("POST") && !exchange ? "application/x-www-form-urlencoded" : "application/json",
                        BodyPublishers.ofString(exchange ? "{}" : form(fields)), "Accept", ANYTHING);
        assertThat(answer.statusCode()).as("%s: %s", route, answer.body()).isLessThan(500);
        var to = answer.headers().firstValue("Location").orElse("");
        return switch (answer.statusCode()) {
            case 404, 410, 429 -> '0';
            case 401, 403 -> '-';
            default -> to.contains("/oauth2/authorization") || to.startsWith("/account/applications/") ? '-' : '+';
        };
    }

    private String form(Map<String, String> fields) {
        var all = new LinkedHashMap<>(fields);
        all.put("_csrf", PostForms.token(browser.get("/tracking").body()).orElseThrow());
        return ScriptlessBrowser.encoded(PostForms.fields(all));
    }
}
