package jp.madoguchi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import jp.madoguchi.testkit.Letter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A log-in ends everywhere, whatever ends it, and the apps are told. */
class SignInEndTest {

    private static final String PASSWORD = "madoguchi-demo";
    private static final String NEW_PASSWORD = "あたらしい合言葉を決めました";

    private static IdentityServer server;

    @BeforeAll
    static void start() {
        server = new IdentityServer();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** What an operator, the roster, or anybody else with the database may do to an account. */
    @ParameterizedTest
    @ValueSource(strings = {"disabled_at = now()", "credentials_changed_at = now()", "roles = '{auditor}'",
            "office = 'nada'"})
    void whateverTakesItsGroundAwayEndsTheLogIn(String change) throws ParseException {
        App backoffice = App.backoffice(server);
        PlainBrowser browser = new PlainBrowser(server.issuer());
        String sid = sid(backoffice, backoffice.idToken(backoffice.logIn(browser, "chuo-clerk1", PASSWORD)));
        assertThat(ended(backoffice)).doesNotContain(sid);
        try {
            assertThat(server.sql("update account set " + change + " where login = 'chuo-clerk1'")).isEqualTo(1);

            assertThat(ended(backoffice)).contains(sid);
            assertThat(PlainBrowser.location(browser.get(backoffice.authorizeAddress()))).endsWith("/login/staff");
            assertThat(PlainBrowser.location(browser.get("/account/staff"))).endsWith("/login/staff");
        } finally {
            server.sql("update account set disabled_at = null, roles = '{clerk}', office = 'chuo' "
                    + "where login = 'chuo-clerk1'");
        }
    }

    @Test
    void aCodeFromBeforeTheEndBuysNothing() {
        App backoffice = App.backoffice(server);
        String code = backoffice.logIn(new PlainBrowser(server.issuer()), "chuo-clerk2", PASSWORD);
        server.sql("update sign_in set ended_at = now(), ended_why = 'test' where ended_at is null");
        assertThat(backoffice.exchange(code, "a-code-verifier-that-is-long-enough-for-rfc-7636").statusCode())
                .isEqualTo(400);
    }

    @Test
    void staffGiveThePasswordAgainForEveryEntryAfterTheFirstMinute() {
        App backoffice = App.backoffice(server);
        PlainBrowser browser = new PlainBrowser(server.issuer());
        backoffice.logIn(browser, "chuo-chief", PASSWORD);
        server.restart("--madoguchi.identity.staff-reentry=0s");
        try {
            assertThat(PlainBrowser.location(browser.get(backoffice.authorizeAddress())))
                    .as("the screen was locked; this server must not open it by itself").endsWith("/login/staff");
            assertThat(browser.get("/account/staff").statusCode()).as("but nobody was logged out").isEqualTo(200);
        } finally {
            server.restart();
        }
    }

    @Test
    void aNewPasswordSparesTheBrowserItWasSetIn() throws ParseException {
        App portal = App.portal(server);
        PlainBrowser here = new PlainBrowser(server.issuer());
        PlainBrowser elsewhere = new PlainBrowser(server.issuer());
        String spared = sid(portal, portal.idToken(portal.logIn(here, "taro@example.jp", PASSWORD)));
        String other = sid(portal, portal.idToken(portal.logIn(elsewhere, "taro@example.jp", PASSWORD)));
        String path = "/account/resident/password";

        assertThat(here.submit(path, Map.of("current", "wrong-password", "password", NEW_PASSWORD)).body())
                .contains("パスワードが違います");
        assertThat(here.submit(path, Map.of("current", PASSWORD, "password", "short")).statusCode()).isEqualTo(422);
        assertThat(ended(portal)).doesNotContain(spared, other);
        HttpResponse<String> changed = here.submit(path, Map.of("current", PASSWORD, "password", NEW_PASSWORD));

        assertThat(here.get(PlainBrowser.location(changed)).body()).contains("パスワードを変えました");
        assertThat(ended(portal)).contains(other).doesNotContain(spared);
        assertThat(PlainBrowser.location(elsewhere.get("/account/resident"))).endsWith("/login/resident");
        here.submit(path, Map.of("current", NEW_PASSWORD, "password", PASSWORD));
    }

    @Test
    void aResetThroughTheMailEndsEveryLogIn() throws ParseException {
        App portal = App.portal(server);
        PlainBrowser browser = new PlainBrowser(server.issuer());
        String sid = sid(portal, portal.idToken(portal.logIn(browser, "hanako@example.jp", PASSWORD)));
        PlainBrowser forgetful = new PlainBrowser(server.issuer());
        forgetful.submit("/recovery/resident", Map.of("login", "hanako@example.jp"));
        Letter letter = server.mailbox().awaitLetter(sent -> sent.to().contains("hanako@example.jp"),
                Duration.ofSeconds(10));
        var link = Pattern.compile("/recovery/link/\\S+").matcher(letter.text());
        assertThat(link.find()).isTrue();

        forgetful.submit(link.group(), Map.of("password", PASSWORD));

        assertThat(ended(portal)).contains(sid);
        assertThat(PlainBrowser.location(browser.get(portal.authorizeAddress()))).endsWith("/login/resident");
    }

    @Test
    void theOwnerSeesAllLogInsAndEndsThem() throws ParseException {
        App portal = App.portal(server);
        List<PlainBrowser> browsers = List.of(new PlainBrowser(server.issuer()), new PlainBrowser(server.issuer()),
                new PlainBrowser(server.issuer()));
        List<String> sids = browsers.stream()
                .map(one -> sidOf(portal, portal.idToken(portal.logIn(one, "hanako@example.jp", PASSWORD)))).toList();
        PlainBrowser me = browsers.getFirst();
        assertThat(me.get("/account/resident").body()).contains("いまお使いの端末です", sids.get(1), sids.get(2))
                .doesNotContain("sign-ins/" + sids.getFirst());

        post(me, "/account/resident", "/account/resident/sign-ins/" + sids.get(1) + "/end");
        assertThat(ended(portal)).contains(sids.get(1)).doesNotContain(sids.get(0), sids.get(2));
        post(me, "/account/resident", "/account/resident/sign-ins/end-others");
        assertThat(ended(portal)).contains(sids.get(2)).doesNotContain(sids.get(0));
    }

    @Test
    void nobodyEndsALogInOfAnother() throws ParseException {
        App portal = App.portal(server);
        String hanakos = sid(portal,
                portal.idToken(portal.logIn(new PlainBrowser(server.issuer()), "hanako@example.jp", PASSWORD)));
        PlainBrowser taro = new PlainBrowser(server.issuer());
        portal.logIn(taro, "taro@example.jp", PASSWORD);

        post(taro, "/account/resident/password", "/account/resident/sign-ins/" + hanakos + "/end");

        assertThat(ended(portal)).doesNotContain(hanakos);
    }

    @Test
    void aClosedAccountIsGoneAndThePortalHearsOfIt() throws ParseException {
        App portal = App.portal(server);
        server.sql("insert into account (realm, login, email, name, password_hash, credentials_changed_at, created_at) "
                + "select realm, 'leaver@example.jp', 'leaver@example.jp', name, password_hash, now(), now() "
                + "from account where login = 'taro@example.jp'");
        PlainBrowser browser = new PlainBrowser(server.issuer());
        String idToken = portal.idToken(portal.logIn(browser, "leaver@example.jp", PASSWORD));

        assertThat(browser.submit("/account/resident/close", Map.of("current", "")).statusCode()).isEqualTo(422);
        assertThat(browser.submit("/account/resident/close", Map.of("current", PASSWORD)).body())
                .contains("アカウントを削除しました");

        assertThat(server.count("select count(*) from account where login = 'leaver@example.jp'")).isZero();
        assertThat(ended(portal)).contains(sid(portal, idToken));
        assertThat(list(portal, "accounts")).contains(portal.claims(idToken).getSubject());
        assertThat(list(App.backoffice(server), "accounts")).isEmpty();
        assertThat(new PlainBrowser(server.issuer())
                .submit("/login/resident", Map.of("login", "leaver@example.jp", "password", PASSWORD)).statusCode())
                .isEqualTo(401);
    }

    @Test
    void onlyAnAppMayAskAndOnlyForItsOwnPeople() {
        PlainBrowser anybody = new PlainBrowser(server.issuer());
        assertThat(anybody.get("/sign-ins/ended?since=" + Instant.EPOCH).statusCode()).isEqualTo(401);
        HttpResponse<String> exchange = new App(server, "exchange", "")
                .token(Map.of("grant_type", "client_credentials", "scope", "exchange"));
        assertThat(new PlainBrowser(server.issuer()).get("/sign-ins/ended?since=" + Instant.EPOCH, "Authorization",
                "Bearer " + App.text(exchange, "access_token")).statusCode()).isEqualTo(403);
    }

    private static void post(PlainBrowser browser, String page, String action) {
        Consumer<HttpResponse<String>> see = answer -> assertThat(answer.statusCode()).isEqualTo(303);
        see.accept(browser.submitFrom(page, action, Map.of()));
    }

    private static String sid(App app, String idToken) throws ParseException {
        return app.claims(idToken).getStringClaim("sid");
    }

    private static String sidOf(App app, String idToken) {
        try {
            return sid(app, idToken);
        } catch (ParseException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> ended(App app) {
        return list(app, "signIns");
    }

    private static List<String> list(App app, String name) {
        String token = App.text(app.token(Map.of("grant_type", "client_credentials", "scope", "sign-ins")),
                "access_token");
        HttpResponse<String> answer = new PlainBrowser(server.issuer()).get("/sign-ins/ended?since=" + Instant.EPOCH,
                "Authorization", "Bearer " + token);
        assertThat(answer.statusCode()).isEqualTo(200);
        return ((List<?>) Objects.requireNonNull(App.json(answer).get(name))).stream().map(String::valueOf).toList();
    }
}
