package jp.madoguchi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import jp.madoguchi.testkit.RawHttp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever goes wrong is told on a page of this site that leads on. */
class FailurePagesTest {

    private static final String BACK = "前のページに戻る";

    private final IdentityServer server = IdentityServer.shared();
    private final PlainBrowser browser = new PlainBrowser(server.issuer());

    @ParameterizedTest
    @ValueSource(strings = {"/login/resident", "/registration", "/recovery/staff?a=%E7%8A%AC&b=1", "/"})
    void aLostPageLeadsToTheOneBefore(String before) {
        var page = browser.get("/nope", "Referer", server.issuer() + before);
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("href=\"" + before.replace("&", "&amp;") + "\">" + BACK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nope", "/also-nowhere", "//evil.example/", "/login/../login/resident", "/error",
            "/oauth2/token", "/assets/../login"})
    void whatIsNoPageIsNoWayBack(String before) {
        assertThat(browser.get("/nope", "Referer", server.issuer() + before).body()).doesNotContain(BACK)
                .contains("トップページへ戻る");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example/login/resident", "http://localhost/login/resident",
            "javascript:alert(1)", "//localhost/login/resident", "not an address"})
    void anotherSiteIsNoWayBack(String before) {
        assertThat(browser.get("/nope", "Referer", before).body()).doesNotContain(BACK).doesNotContain("evil");
    }

    @Test
    void aFormWithoutItsTokenLeadsBackToItsPage() {
        var refused = browser.post("/registration", Map.of("name", "x"), "Referer", server.issuer() + "/registration");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("href=\"/registration\">" + BACK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/reset/%00", "/register/%00", "/%zz", "/%", "/login?a=%zz", "/login?a=%", "/login?%00=x",
            "/a|b", "/?<>",
            "/login/%2f..%2f", "/;a=b", "/%5c", "/%E3%81"})
    void anAddressThatCannotBeReadIsToldOnAPageOfTheSite(String target) {
        var answer = new RawHttp(server.issuer()).send("GET", target, List.of("Cookie: MADOGUCHI_LANG=en"),
                new byte[0]);
        assertThat(answer.status()).as(answer.head()).isBetween(200, 499);
        if (answer.status() >= 400) {
            // Of some, Tomcat reads no further than what is wrong, and so no cookie with a language.
            assertThat(answer.body()).containsPattern("<html lang=\"(en|ja)\"").contains("/assets/kit/madoguchi.")
                    .doesNotContain("Tomcat", "HTTP Status");
            assertThat(answer.head()).containsIgnoringCase("Content-Security-Policy: default-src 'none'")
                    .containsIgnoringCase("nosniff");
        }
    }

    @Test
    void whatIsNoRequestIsToldToo() {
        var answer = new RawHttp(server.issuer()).send("G<T", "/login", List.of(), new byte[0]);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("<html lang=\"ja\"").doesNotContain("HTTP Status");
    }
}
