package jp.madoguchi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import jp.madoguchi.testkit.Letter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegistrationStoryTest {

    private static final String PASSWORD = "春はあけぼの やうやう白く";

    private final IdentityServer server = IdentityServer.shared();
    private final App portal = App.portal(server);
    private final PlainBrowser browser = new PlainBrowser(server.issuer());

    @BeforeEach
    void clear() {
        server.sql("delete from attempt");
        server.mailbox().empty();
    }

    @Test
    void aResidentRegistersConfirmsAndIsLoggedInWhereTheyWantedToBe() {
        assertThat(PlainBrowser.location(browser.get(portal.authorizeAddress()))).endsWith("/login/resident");
        assertThat(PlainBrowser.location(register("𠮷田 花", "yoshida@example.jp"))).isEqualTo("/registration/sent");
        String link = mailed("yoshida@example.jp").firstLink();

        assertThat(browser.get(link).body()).contains("登録のときに決めたパスワード");
        assertThat(browser.get(link).statusCode()).as("looking does not use it up").isEqualTo(200);
        assertThat(browser.submit(link, Map.of("password", "another password")).statusCode()).isEqualTo(401);
        HttpResponse<String> confirmed = browser.submit(link, Map.of("password", PASSWORD));

        String token = portal
                .idToken(portal.codeIn(PlainBrowser.location(browser.get(PlainBrowser.location(confirmed)))));
        assertThat(portal.claims(token).getClaims()).containsEntry("name", "𠮷田 花")
                .containsEntry("email", "yoshida@example.jp").containsEntry("realm", "resident");

        assertThat(browser.get(link).statusCode()).as("a link works once").isEqualTo(410);
        assertThat(portal.logIn(new PlainBrowser(server.issuer()), "YOSHIDA@example.jp", PASSWORD)).isNotBlank();
    }

    @Test
    void anExpiredLinkSaysSoAndOpensNothing() {
        register("期限 切子", "late@example.jp");
        String link = mailed("late@example.jp").firstLink();
        server.sql("update registration set expires_at = now() - interval '1 second' where login = 'late@example.jp'");

        HttpResponse<String> late = browser.get(link);
        assertThat(late.statusCode()).isEqualTo(410);
        assertThat(late.body()).contains("このリンクは使えません", "href=\"/registration\"",
                "href=\"" + IdentityServer.PORTAL + "/\"", "トップページへ戻る", "tel:05000000000");
        assertThat(server.count("select count(*) from account where login = 'late@example.jp'")).isZero();
    }

    @Test
    void theAnswerIsTheSameForAnAddressThatHasAnAccount() {
        HttpResponse<String> known = register("神戸 花子", "hanako@example.jp");
        HttpResponse<String> unknown = register("だれか", "nobody@example.jp");

        assertThat(known.statusCode()).isEqualTo(unknown.statusCode()).isEqualTo(303);
        assertThat(PlainBrowser.location(known)).isEqualTo(PlainBrowser.location(unknown));
        assertThat(mailed("hanako@example.jp").subject()).contains("登録済み");
        assertThat(mailed("nobody@example.jp").subject()).startsWith("【まどぐち市】").contains("メールアドレスの確認");
        assertThat(mailed("nobody@example.jp").text()).contains("お尋ねすることはありません", "050-0000-0000", "/about/help");
        assertThat(server.count("select count(*) from registration where login = 'hanako@example.jp'")).isZero();
    }

    @Test
    void secretsDoNotLieOpenInTheDatabase() {
        register("秘密 守", "secret@example.jp");
        String link = mailed("secret@example.jp").firstLink();
        String token = link.substring(link.lastIndexOf('/') + 1);

        assertThat(token).hasSize(43);
        assertThat(server.count("select count(*) from registration r where r::text like '%" + token + "%'")).isZero();
        assertThat(server.count("select count(*) from registration where login = 'secret@example.jp'"
                + " and password_hash like '{argon2id}$argon2id$v=19$m=19456,t=2,p=1$%'")).isEqualTo(1);
    }

    @Test
    void whatIsWrongIsSaidBesideItAndNothingTypedIsLost() {
        HttpResponse<String> answer = browser.submit("/registration",
                Map.of("name", "髙橋", "email", "髙橋@", "password", "短い"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("「@」を1つ入れて入力してください", "パスワードは10文字以上にしてください", "value=\"髙橋\"",
                "value=\"髙橋@\"", "id=\"email-error\"").doesNotContain("value=\"短い\"");
    }

    @Test
    void oneMailboxIsNotFlooded() {
        for (int i = 0; i < 5; i++) {
            assertThat(register("いたずら", "victim@example.jp").statusCode()).isEqualTo(303);
        }
        HttpResponse<String> sixth = register("いたずら", "Victim@example.jp");
        assertThat(sixth.statusCode()).isEqualTo(429);
        assertThat(sixth.body()).contains("いまはメールをお送りできません", "id=\"email-error\"", "value=\"いたずら\"",
                "value=\"Victim@example.jp\"");
        assertThat(sixth.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(3_500L, 3_600L);
        server.mailbox().awaitLetters(5, Duration.ofSeconds(10));
        assertThat(server.count("select count(*) from registration where login = 'victim@example.jp'")).isEqualTo(5);
    }

    /** Registering and recovering fill the same mailbox, whoever has an account. */
    @ParameterizedTest
    @CsvSource({"resident,hanako@example.jp", "resident,nobody@example.jp", "staff,chuo-clerk1", "staff,no-such-clerk"})
    void whoAsksTooOftenIsToldSoWithOrWithoutAnAccount(String realm, String login) {
        for (int i = 0; i < 5; i++) {
            assertThat(browser.submit("/recovery/" + realm, Map.of("login", login)).statusCode()).isEqualTo(303);
        }
        server.sql("update attempt set locked_until = now() + interval '10 minutes' where kind = 'mailbox'");
        HttpResponse<String> sixth = browser.submit("/recovery/" + realm, Map.of("login", login));
        assertThat(sixth.statusCode()).isEqualTo(429);
        assertThat(sixth.body()).contains("いまはメールをお送りできません", "あと10分ほど", "id=\"login-error\"",
                "value=\"" + login + "\"");
        assertThat(sixth.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(500L, 600L);
        if (realm.equals("resident")) {
            assertThat(register("だれか", login).statusCode()).isEqualTo(429);
        }
    }

    @Test
    void manyMailsFromOneNetworkAreToldWithTheTimeToWait() {
        server.sql("delete from attempt");
        register("一人", "first@example.jp");
        server.sql("update attempt set failures = 30, locked_until = now() + interval '10 minutes' "
                + "where kind = 'mail-address'");
        HttpResponse<String> next = register("次の人", "next@example.jp");
        assertThat(next.statusCode()).isEqualTo(429);
        assertThat(next.body()).contains("value=\"次の人\"", "あと10分ほど");
        assertThat(next.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(500L, 600L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"madoguchi-city", "まどぐち市 電子申請 2026", "Madoguchi City Call Centre!", "online-applications-1",
            "050-0000-0000", "madoguchi-shi-2026"})
    void whatEverybodyKnowsOfTheCityIsNoPassword(String password) {
        HttpResponse<String> answer = browser.submit("/registration",
                Map.of("name", "だれか", "email", "words@example.jp", "password", password));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("id=\"password-error\"", "ほかの言葉を組み合わせてください");
    }

    @Test
    void aForgottenPasswordIsReplacedAndOldLogInsEnd() {
        register("忘 太郎", "forgot@example.jp");
        browser.submit(mailed("forgot@example.jp").firstLink(), Map.of("password", PASSWORD));
        assertThat(portal.codeIn(PlainBrowser.location(browser.get(portal.authorizeAddress())))).isNotBlank();
        server.mailbox().empty();

        PlainBrowser phone = new PlainBrowser(server.issuer());
        assertThat(PlainBrowser.location(phone.submit("/recovery/resident", Map.of("login", "Forgot@example.jp"))))
                .endsWith("/recovery/resident/sent");
        String link = mailed("forgot@example.jp").firstLink();
        assertThat(phone.submit(link, Map.of("password", "1234567890")).body()).contains("推測されやすい");
        assertThat(phone.submit(link, Map.of("password", "夏は夜 月のころはさらなり")).body())
                .contains("パスワードを設定しました");

        assertThat(phone.get(link).statusCode()).isEqualTo(410);
        assertThat(PlainBrowser.location(browser.get(portal.authorizeAddress()))).as("the old log-in ended")
                .endsWith("/login/resident");
        assertThat(portal.logIn(phone, "forgot@example.jp", "夏は夜 月のころはさらなり")).isNotBlank();
        assertThat(server.mailbox().awaitLetters(2, Duration.ofSeconds(10)).getLast().subject())
                .contains("設定が終わりました");
    }

    @Test
    void aFirstPasswordIsNotCalledAReset() {
        String before = server.text("select password_hash from account where login = 'zei-clerk'");
        server.sql("update account set password_hash = null where login = 'zei-clerk'");
        try {
            browser.submit("/recovery/staff", Map.of("login", "zei-clerk"));
            Letter link = mailed("zei-clerk@city.example.jp");
            assertThat(link.subject()).contains("パスワードの設定").doesNotContain("再設定");
            server.mailbox().empty();
            browser.submit(link.firstLink(), Map.of("password", "秋は夕暮れ 夕日のさして"));
            assertThat(mailed("zei-clerk@city.example.jp").subject()).contains("パスワードの設定").doesNotContain("再設定");
        } finally {
            server.sql("update account set password_hash = '" + before + "' where login = 'zei-clerk'");
        }
    }

    @Test
    void recoveryDoesNotTellWhoHasAnAccount() {
        HttpResponse<String> resident = browser.submit("/recovery/resident", Map.of("login", "none@example.jp"));
        assertThat(PlainBrowser.location(resident)).endsWith("/recovery/resident/sent");
        assertThat(mailed("none@example.jp").subject()).contains("登録されていません");

        HttpResponse<String> staff = browser.submit("/recovery/staff", Map.of("login", "no-such-clerk"));
        assertThat(PlainBrowser.location(staff)).endsWith("/recovery/staff/sent");
    }

    @Test
    void anExpiredRecoveryLinkSaysSo() {
        browser.submit("/recovery/resident", Map.of("login", "taro@example.jp"));
        String link = mailed("taro@example.jp").firstLink();
        server.sql("update password_reset set expires_at = now() - interval '1 second'");

        assertThat(browser.get(link).statusCode()).isEqualTo(410);
        assertThat(browser.get("/recovery/link/made-up").body()).contains("このリンクは使えません", "href=\"/login\"",
                "トップページへ戻る", "tel:05000000000");
    }

    private HttpResponse<String> register(String name, String email) {
        return browser.submit("/registration", Map.of("name", name, "email", email, "password", PASSWORD));
    }

    /** The first letter to this address, which is on its way. */
    private Letter mailed(String address) {
        for (int count = 1;; count++) {
            server.mailbox().awaitLetters(count, Duration.ofSeconds(10));
            List<Letter> letters = server.mailbox().lettersTo(address);
            if (!letters.isEmpty()) {
                return letters.getFirst();
            }
        }
    }
}
