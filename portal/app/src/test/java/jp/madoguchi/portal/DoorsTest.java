package jp.madoguchi.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;

import jp.madoguchi.testkit.Doors;
import jp.madoguchi.testkit.LoggedFaults;
import jp.madoguchi.testkit.RawHttp;
import jp.madoguchi.testkit.Templates;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/** No door of the portal falls over, whatever is thrown at it: an answer that says so, and no fault in the log. */
class DoorsTest {

    /** They end what the others need. */
    private static final List<String> LAST = List.of("/discard", "/submission", "/withdraw", "/withdrawal", "/removal",
            "/leave-device");

    private static PortalServer portal;

    @BeforeAll
    static void start() {
        portal = PortalServer.start();
        portal.publishSample("jido-teate");
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @Test
    void nothingThrownAtADoorIsAFault() {
        var hanako = new Applicant(portal);
        var submission = hanako.applyForJidoTeate();
        hanako.follow();
        hanako.startJidoTeate();
        var draft = hanako.path().split("/")[2];
        var page = hanako.hidden(hanako.path());
        hanako.open("/tracking");
        var csrf = hanako.hidden("/tracking").get("_csrf");
        var key = List.of("Cookie: " + hanako.cookies());
        var values = Map.of("submission", submission.toString(), "draft", draft, "page", "reason", "procedure",
                "jido-teate", "field", "event", "id", submission.toString());
        var http = new RawHttp(portal.address());
        // The pages of a draft ask for its own key in place of the token.
        var token = csrf + "&_key=" + page.get("_key") + "&_version=" + page.get("_version") + "&_revision="
                + page.get("_revision");
        var doors = Doors.of(portal.beans(RequestMappingHandlerMapping.class)).all();
        assertThat(doors).hasSizeGreaterThan(40);
        try (var log = new LoggedFaults()) {
            for (var last : List.of(false, true)) {
                assertThat(doors.parallelStream().filter(door -> isLast(door) == last).flatMap(
                        door -> Doors.batter(http, door, key, token, values, fields()).stream()).toList()).isEmpty();
            }
            assertThat(log.faults()).isEmpty();
        }
    }

    private static Set<String> fields() {
        var fields = new java.util.LinkedHashSet<>(Templates.fieldNames());
        assertThat(fields).contains("text", "reason", "mail", "word", "number");
        fields.addAll(List.of("event", "event-date.year", "_action", "_after", "_rendering", "_shown", "activeMillis"));
        return fields;
    }

    private static boolean isLast(Doors.Door door) {
        return LAST.stream().anyMatch(door.pattern()::endsWith);
    }

    @Test
    void cookiesThatNobodyGaveOpenNothingAndBreakNothing() {
        var http = new RawHttp(portal.address());
        try (var log = new LoggedFaults()) {
            for (var nasty : jp.madoguchi.testkit.NastyInput.all()) {
                if (nasty.length() > 1000) {
                    continue;
                }
                var cookies = List.of("MADOGUCHI_PORTAL", "MADOGUCHI_LANG", "MADOGUCHI_VISITOR", "x").stream()
                        .map(name -> name + "=" + nasty).toList();
                var answer = http.send("GET", "/", List.of("Cookie: " + String.join("; ", cookies),
                        "Accept-Language: " + nasty, "Referer: " + nasty, "X-Forwarded-For: " + nasty), new byte[0]);
                assertThat(answer.status()).as(nasty).isBetween(200, 499);
            }
            assertThat(log.faults()).isEmpty();
        }
    }
}
