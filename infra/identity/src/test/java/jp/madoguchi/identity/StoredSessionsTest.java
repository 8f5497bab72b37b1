package jp.madoguchi.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import jp.madoguchi.identity.session.SessionValue;
import jp.madoguchi.testkit.MovableClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.core.convert.ConversionService;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** What the database keeps of a person on the way in: readable by the release before and the one after, and no serialised Java. */
class StoredSessionsTest {

    private static final String PASSWORD = "madoguchi-demo";
    private static final MovableClock CLOCK = new MovableClock();
    private static final Pattern CHALLENGE = Pattern.compile("\"challenge\":\"[^\"]+\"");

    private static IdentityServer server;

    @BeforeAll
    static void start() {
        server = new IdentityServer(CLOCK, "--madoguchi.identity.second-factor.required-for=staff");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** The whole list. Each kind has what its first release wrote, which every later one must read. */
    @Test
    void whatStandsInSessionsIsListedAndReadAsItWasFirstWritten() throws IOException {
        Map<String, SessionValue> values = server.parts(SessionValue.class);
        assertThat(values.values()).extracting(SessionValue::kind).containsExactlyInAnyOrder("signed-in",
                "half-signed-in", "challenge", "way-back", "confirm-back", "new-authenticator", "new-recovery-codes");

        ConversionService conversion = Objects.requireNonNull(
                server.parts(ConversionService.class).get("springSessionConversionService"));
        for (SessionValue value : values.values()) {
            byte[] written = written(value.kind());
            Object read = conversion.convert(written, Object.class);
            assertThat(read).as(value.kind()).isInstanceOf(value.type());
            assertThat(JsonMapper.shared().readTree(conversion.convert(read, byte[].class))).as(value.kind())
                    .isEqualTo(JsonMapper.shared().readTree(written));
        }
    }

    private static byte[] written(String kind) throws IOException {
        try (var file = StoredSessionsTest.class.getResourceAsStream("/sessions/" + kind + "-1.json")) {
            return Objects.requireNonNull(file, kind).readAllBytes();
        }
    }

    @Test
    void noStepOfAWholeWayInLeavesSerialisedJava() {
        App backoffice = App.backoffice(server);
        Set<String> seen = new TreeSet<>();
        PlainBrowser browser = new PlainBrowser(server.issuer());
        String counter = PlainBrowser.location(browser.get(backoffice.authorizeAddress()));
        look(seen);
        String enrol = PlainBrowser.location(enter(browser, counter, "chuo-clerk1"));
        look(seen);
        assertThat(browser.submitFrom(enrol + "/passkey", enrol + "/passkey/options", Map.of()).body())
                .containsPattern(CHALLENGE);
        look(seen);
        Phone phone = Phone.scan(browser.get(enrol + "/authenticator").body(), CLOCK);
        look(seen);
        String codes = PlainBrowser
                .location(browser.submit(enrol + "/authenticator", Map.of("code", phone.code())));
        look(seen);
        HttpResponse<String> kept = browser.submitFrom(codes, codes + "/kept", Map.of());
        backoffice.idToken(backoffice.codeIn(PlainBrowser.location(browser.get(PlainBrowser.location(kept)))));
        look(seen);
        CLOCK.pass(Duration.ofMinutes(8));
        assertThat(PlainBrowser.location(browser.get("/account/staff/factors/recovery-codes/new")))
                .isEqualTo("/account/staff/confirm");
        look(seen);

        assertThat(seen).as("kinds met on the way").containsExactlyInAnyOrder("way-back", "half-signed-in",
                "challenge", "new-authenticator", "new-recovery-codes", "signed-in", "confirm-back");
    }

    /** Notes the kinds that stand in sessions, and searches every column of every table. */
    private static void look(Set<String> kinds) {
        JdbcClient jdbc = server.part(JdbcClient.class);
        jdbc.sql("select convert_from(attribute_bytes, 'UTF8')::json ->> 'kind' from http_session_attributes")
                .query(String.class).list().forEach(kinds::add);
        jdbc.sql("""
                select table_name || '.' || column_name from information_schema.columns
                 where table_schema = 'identity' and data_type in ('bytea', 'text', 'character varying', 'jsonb')
                """).query(String.class).list().forEach(column -> {
            String[] parts = column.split("\\.", 2);
            String content = "convert_to(coalesce(" + parts[1] + "::text, ''), 'UTF8')";
            // A bytea is shown in hexadecimal; rO0 is the same beginning in Base64.
            assertThat(server.count("select count(*) from " + parts[0] + " where position('\\xaced0005'::bytea in "
                    + content + ") > 0 or " + parts[1] + "::text like '\\\\xaced0005%' or " + parts[1]
                    + "::text like '%rO0AB%'")).as(column).isZero();
        });
        assertThat(server.count("select count(*) from spring_session")).as("sessions of before").isZero();
    }

    @Test
    void whatCannotBeReadMeansSigningInAnewAndNeverAnError() {
        App portal = App.portal(server);
        for (String content : List.of("\\xaced000574000178", "\\x7b", "\\x" + hex("{\"kind\":\"signed-in\",\"v\":2}"),
                "\\x" + hex("{\"kind\":\"of-a-newer-release\",\"v\":1}"), "\\x")) {
            PlainBrowser browser = new PlainBrowser(server.issuer());
            portal.idToken(portal.logIn(browser, "hanako@example.jp", PASSWORD));
            assertThat(browser.get("/account/resident").statusCode()).isEqualTo(200);

            assertThat(server.sql("update http_session_attributes set attribute_bytes = '" + content + "'"))
                    .isPositive();

            assertAll(content,
                    () -> assertThat(PlainBrowser.location(browser.get("/account/resident")))
                            .endsWith("/login/resident"),
                    () -> assertThat(PlainBrowser.location(browser.get(portal.authorizeAddress())))
                            .endsWith("/login/resident"),
                    () -> assertThat(browser.get("/login/resident/second").statusCode()).isEqualTo(303),
                    () -> assertThat(portal.claims(portal.idToken(portal.logIn(browser, "hanako@example.jp", PASSWORD)))
                            .getSubject()).isNotBlank());
        }
    }

    /** As two nodes of two releases leave each other's alone. */
    @Test
    void whatOnlyANewerReleaseKnowsStaysAsItIs() {
        App portal = App.portal(server);
        PlainBrowser browser = new PlainBrowser(server.issuer());
        portal.logIn(browser, "taro@example.jp", PASSWORD);
        assertThat(server.sql("""
                insert into http_session_attributes
                select session_primary_id, 'madoguchi.newer', convert_to('{"kind":"newer","v":1}', 'UTF8')
                  from http_session_attributes where attribute_name = 'madoguchi.signed-in.resident'
                    on conflict do nothing""")).isPositive();

        assertThat(browser.get("/account/resident").statusCode()).isEqualTo(200);
        portal.idToken(portal.codeIn(PlainBrowser.location(browser.get(portal.authorizeAddress()))));

        assertThat(server.count("select count(*) from http_session_attributes where attribute_name = 'madoguchi.newer' "
                + "and convert_from(attribute_bytes, 'UTF8') = '{\"kind\":\"newer\",\"v\":1}'")).isPositive();
    }

    @Test
    void anAuthorizationThatCannotBeReadBuysNothing() {
        App portal = App.portal(server);
        String code = portal.logIn(new PlainBrowser(server.issuer()), "hanako@example.jp", PASSWORD);
        assertThat(server.sql("update oauth2_authorization set attributes = "
                + "'{\"@class\":\"java.util.HashMap\",\"x\":{\"@class\":\"jp.madoguchi.Gone\"}}' where "
                + "authorization_code_value = '" + code + "'")).isEqualTo(1);

        HttpResponse<String> answer = portal.exchange(code, "a-code-verifier-that-is-long-enough-for-rfc-7636");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(App.text(answer, "error")).isEqualTo("invalid_grant");
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(UTF_8));
    }

    private static HttpResponse<String> enter(PlainBrowser browser, String counter, String login) {
        return browser.submit(counter, Map.of("login", login, "password", PASSWORD));
    }
}
