package jp.madoguchi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jp.madoguchi.identity.attempt.AttemptPolicies;
import jp.madoguchi.platform.attempt.jdbc.JdbcAttempts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SigninStoryTest {

    private static final String PASSWORD = "madoguchi-demo";

    private final IdentityServer server = IdentityServer.shared();
    private final App portal = App.portal(server);
    private final App backoffice = App.backoffice(server);
    private final PlainBrowser browser = new PlainBrowser(server.issuer());

    @BeforeEach
    void forgetWrongTries() {
        server.sql("delete from attempt");
    }

    @Test
    void aResidentLogsInAtThePortal() throws ParseException {
        JWTClaimsSet claims = portal
                .claims(portal.idToken(portal.logIn(browser, " Ｈanako@Example.jp ", PASSWORD)));

        assertThat(claims.getIssuer()).isEqualTo(server.issuer());
        assertThat(claims.getAudience()).containsExactly("portal");
        assertThat(claims.getSubject()).matches("[0-9a-f-]{36}");
        assertThat(claims.getStringClaim("nonce")).isEqualTo("nonce-1");
        assertThat(claims.getStringClaim("name")).isEqualTo("神戸 花子");
        assertThat(claims.getStringClaim("email")).isEqualTo("hanako@example.jp");
        assertThat(claims.getStringClaim("realm")).isEqualTo("resident");
        assertThat(claims.getClaims()).doesNotContainKeys("office", "roles", "staff_id");
        assertThat(claims.getStringClaim("sid")).matches("[0-9a-f-]{36}");
        assertThat(claims.getDateClaim("auth_time")).isNotNull();
    }

    @Test
    void aClerkLogsInAtTheBackOffice() throws ParseException {
        JWTClaimsSet claims = backoffice
                .claims(backoffice.idToken(backoffice.logIn(browser, "chuo-clerk1", PASSWORD)));

        assertThat(claims.getStringClaim("realm")).isEqualTo("staff");
        assertThat(claims.getStringClaim("staff_id")).isEqualTo("chuo-clerk1");
        assertThat(claims.getStringClaim("office")).isEqualTo("chuo");
        assertThat(claims.getStringClaim("office_name")).isEqualTo("中央区役所");
        assertThat(claims.getStringListClaim("roles")).isEqualTo(List.of("clerk"));
    }

    @Test
    void whoIsLoggedInIsNotAskedAgainAtTheSameCounterButIsAtTheOther() {
        portal.logIn(browser, "hanako@example.jp", PASSWORD);

        assertThat(portal.codeIn(PlainBrowser.location(browser.get(portal.authorizeAddress())))).isNotBlank();
        assertThat(PlainBrowser.location(browser.get(backoffice.authorizeAddress()))).endsWith("/login/staff");

        backoffice.logIn(browser, "chuo-chief", PASSWORD);
        assertThat(portal.codeIn(PlainBrowser.location(browser.get(portal.authorizeAddress())))).isNotBlank();
    }

    @Test
    void nobodyLogsInAtTheWrongCounter() {
        browser.get(backoffice.authorizeAddress());
        HttpResponse<String> answer = browser.submit("/login/staff",
                Map.of("login", "hanako@example.jp", "password", PASSWORD));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("ここは市の職員の窓口です", IdentityServer.PORTAL);
        assertThat(PlainBrowser.location(browser.get(backoffice.authorizeAddress()))).endsWith("/login/staff");

        HttpResponse<String> other = browser.submit("/login/resident",
                Map.of("login", "chuo-clerk1", "password", PASSWORD));
        assertThat(other.statusCode()).isEqualTo(403);
        assertThat(other.body()).contains("ここは市民の方の窓口です");
    }

    @Test
    void theAnswerDoesNotTellWhoHasAnAccount() {
        String known = browser.submit("/login/resident", Map.of("login", "taro@example.jp", "password", "wrong-one"))
                .body();
        String unknown = browser
                .submit("/login/resident", Map.of("login", "taro@example.jq", "password", "wrong-one")).body();
        String elsewhere = browser
                .submit("/login/resident", Map.of("login", "chuo-clerk1", "password", "wrong-one")).body();

        assertThat(anonymous(known)).contains("メールアドレスまたはパスワードが違います").contains("value=\"someone\"")
                .isEqualTo(anonymous(unknown)).isEqualTo(anonymous(elsewhere));
    }

    private static String anonymous(String page) {
        return page.replaceAll("name=\"_(csrf|once)\" value=\"[^\"]*\"", "").replaceAll(
                "taro@example.j[pq]|chuo-clerk1",
                "someone");
    }

    @Test
    void wrongTriesAreSlowedThenLockedAndARightOneIsNoUseMeanwhile() {
        Map<String, String> wrong = Map.of("login", "nada-clerk1", "password", "not-the-password");
        for (int i = 0; i < 3; i++) {
            assertThat(browser.submit("/login/staff", wrong).statusCode()).isEqualTo(401);
        }
        for (int i = 4; i <= 10; i++) {
            assertThat(browser.submit("/login/staff", wrong).statusCode()).as("try %d", i).isEqualTo(401);
            assertThat(browser.submit("/login/staff", wrong).statusCode()).as("at once after %d", i).isEqualTo(429);
            if (i < 10) {
                server.sql("update attempt set locked_until = now()");
            }
        }
        HttpResponse<String> right = browser.submit("/login/staff",
                Map.of("login", "nada-clerk1", "password", PASSWORD));
        assertThat(right.statusCode()).isEqualTo(429);
        assertThat(right.body()).contains("あと15分お待ちください").contains("value=\"nada-clerk1\"");
        assertThat(right.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(880L, 900L);

        server.sql("update attempt set locked_until = now()");
        assertThat(browser.submit("/login/staff", Map.of("login", "nada-clerk1", "password", PASSWORD)).statusCode())
                .isEqualTo(303);
        assertThat(browser.submit("/login/staff", wrong).statusCode()).isEqualTo(401);
        assertThat(browser.submit("/login/staff", wrong).statusCode()).as("the count began anew").isEqualTo(401);
    }

    @Test
    void manyTriesAtTheSameMomentAreStillCountedOneByOne() throws InterruptedException, ExecutionException {
        JdbcAttempts attempts = server.part(JdbcAttempts.class);
        List<Callable<Duration>> tries = Collections.nCopies(40,
                () -> attempts.begin(AttemptPolicies.MAILBOX, "crowd@example.jp"));
        int passed = 0;
        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Duration> one : crowd.invokeAll(tries)) {
                passed += one.get().isZero() ? 1 : 0;
            }
        }
        assertThat(passed).isEqualTo(5);
    }

    @Test
    void emptyFieldsAreNamedAndNothingTypedIsLost() {
        HttpResponse<String> answer = browser.submit("/login/staff", Map.of("login", "chuo-<b>", "password", ""));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("パスワードを入力してください", "value=\"chuo-&lt;b>\"", "エラー：");
    }

    @Test
    void aCodeWithoutItsVerifierIsWorthNothingAndACodeWorksOnce() {
        String code = portal.logIn(browser, "hanako@example.jp", PASSWORD);
        assertThat(portal.exchange(code, "another-verifier-that-is-long-enough-for-rfc-7636").statusCode())
                .isEqualTo(400);

        String second = portal.codeIn(PlainBrowser.location(browser.get(portal.authorizeAddress())));
        portal.idToken(second);
        assertThat(portal.exchange(second, "a-code-verifier-that-is-long-enough-for-rfc-7636").statusCode())
                .isEqualTo(400);
    }

    @Test
    void pkceIsDemandedAndForeignRedirectsAreRefused() {
        Map<String, String> withoutPkce = portal.authorizeParameters();
        withoutPkce.remove("code_challenge");
        withoutPkce.remove("code_challenge_method");
        assertThat(PlainBrowser.location(browser.get("/oauth2/authorize?" + PlainBrowser.encoded(withoutPkce))))
                .startsWith(IdentityServer.PORTAL).contains("error=invalid_request");

        Map<String, String> elsewhere = portal.authorizeParameters();
        elsewhere.put("redirect_uri", "https://evil.example/login/oauth2/code/identity");
        HttpResponse<String> refused = browser.get("/oauth2/authorize?" + PlainBrowser.encoded(elsewhere));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("この操作は続けられません");
    }

    @Test
    void loggingOutEndsTheLogInAndGoesBackToTheApp() {
        String idToken = portal.idToken(portal.logIn(browser, "hanako@example.jp", PASSWORD));
        backoffice.logIn(browser, "chuo-chief", PASSWORD);

        HttpResponse<String> out = browser
                .get("/connect/logout?" + PlainBrowser.encoded(Map.of("id_token_hint", idToken,
                        "post_logout_redirect_uri", IdentityServer.PORTAL + "/")));

        assertThat(PlainBrowser.location(out)).isEqualTo(IdentityServer.PORTAL + "/");
        assertThat(PlainBrowser.location(browser.get(portal.authorizeAddress()))).endsWith("/login/resident");
        assertThat(backoffice.codeIn(PlainBrowser.location(browser.get(backoffice.authorizeAddress())))).isNotBlank();
    }

    @Test
    void aLogOutThatProvesNothingAsksFirst() {
        portal.logIn(browser, "hanako@example.jp", PASSWORD);
        assertThat(PlainBrowser.location(browser.get("/connect/logout?id_token_hint=nonsense"))).endsWith("/sign-out");
        assertThat(portal.codeIn(PlainBrowser.location(browser.get(portal.authorizeAddress())))).isNotBlank();

        assertThat(browser.submit("/sign-out", Map.of()).body()).contains("ログアウトしました");
        assertThat(PlainBrowser.location(browser.get(portal.authorizeAddress()))).endsWith("/login/resident");
    }

    @Test
    void aClosedAccountIsOutAtOnce() {
        portal.logIn(browser, "taro@example.jp", PASSWORD);
        server.sql("update account set disabled_at = now() where login = 'taro@example.jp'");
        try {
            assertThat(PlainBrowser.location(browser.get(portal.authorizeAddress()))).endsWith("/login/resident");
            assertThat(browser.submit("/login/resident", Map.of("login", "taro@example.jp", "password", PASSWORD))
                    .statusCode()).isEqualTo(401);
        } finally {
            server.sql("update account set disabled_at = null");
        }
    }

    @Test
    void theExchangeGetsAShortLivedToken() throws ParseException {
        App exchange = new App(server, "exchange", "");
        HttpResponse<String> answer = exchange.token(Map.of("grant_type", "client_credentials", "scope", "exchange"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat((Integer) App.json(answer).get("expires_in")).isBetween(290, 300);
        assertThat(exchange.claims(App.text(answer, "access_token")).getStringListClaim("scope"))
                .containsExactly("exchange");
        assertThat(exchange.token(Map.of("grant_type", "client_credentials", "scope", "openid")).statusCode())
                .isEqualTo(400);
        assertThat(portal.token(Map.of("grant_type", "client_credentials", "scope", "exchange")).statusCode())
                .isEqualTo(400);
    }

    @Test
    void aFormWithoutItsTokenIsRefusedInWords() {
        HttpResponse<String> answer = browser.post("/login/resident",
                Map.of("login", "hanako@example.jp", "password", PASSWORD), "Accept", "text/html");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("画面の有効期限が切れました");
    }

    @Test
    void pagesAreLockedDownAndOnlyHealthIsOpen() {
        assertThat(browser.get(portal.authorizeAddress()).headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie).startsWith("MADOGUCHI_IDENTITY=").contains("HttpOnly")
                        .contains("SameSite=Lax").doesNotContain("Secure"));
        HttpResponse<String> page = browser.get("/login/resident");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse("")).contains("default-src 'none'",
                "form-action 'self' " + IdentityServer.PORTAL + " " + IdentityServer.BACKOFFICE);
        assertThat(page.headers().allValues("Set-Cookie")).allSatisfy(
                cookie -> assertThat(cookie).contains("HttpOnly").containsIgnoringCase("SameSite=Lax"));
        assertThat(page.body()).doesNotContain("<style", "onclick", "javascript:");

        assertThat(browser.get("/readyz").statusCode()).isEqualTo(200);
        assertThat(browser.get("/actuator/env").statusCode()).isEqualTo(404);
        assertThat(browser.get("/login/nobody").statusCode()).isEqualTo(404);
        assertThat(browser.get("/nowhere").body()).contains("ページが見つかりません");
    }

    @Test
    void thePagesSpeakEnglishToo() {
        assertThat(PlainBrowser.location(browser.get("/login/resident?lang=en"))).isEqualTo("/login/resident");
        assertThat(browser.get("/login/resident").body()).contains("lang=\"en\"", "Email address");
    }
}
