package jp.madoguchi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.nimbusds.jwt.JWTClaimsSet;
import java.io.IOException;
import java.text.ParseException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import jp.madoguchi.testkit.Browser;
import jp.madoguchi.testkit.Screen;
import jp.madoguchi.testkit.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The pages of an account in a real browser, with passkeys of a virtual authenticator: what they look like, whether everybody
 * can use them, and the whole way by hand. The server asks staff for a second factor.
 */
class AccountStoryTest {

    private static final String PASSWORD = "madoguchi-demo";
    private static final Duration NEXT_STEP = Duration.ofSeconds(30);
    private static final InstantSource NOW = InstantSource.system();

    private static Browser browser;
    private static PretendApps apps;
    private static IdentityServer server;

    @BeforeAll
    static void launch() throws IOException {
        browser = Browser.launch();
        apps = PretendApps.open();
        server = new IdentityServer("--madoguchi.identity.second-factor.required-for=staff");
    }

    @AfterAll
    static void close() {
        server.close();
        browser.close();
        apps.close();
    }

    @BeforeEach
    void forget() {
        for (String table : List.of("attempt", "authenticator", "recovery_code", "user_entities", "factor_reset")) {
            server.sql("delete from " + table);
        }
    }

    @Test
    void anAuthenticatorWithoutJavaScript() {
        try (Visitor hanako = browser.visitorWithoutScripts(Screen.NARROW)) {
            Page page = atAccount(hanako, "resident", "hanako@example.jp");
            open(page, "2段階認証");
            hanako.look("identity-factors-none");
            open(page, "認証アプリを設定する");
            hanako.look("identity-authenticator");
            Phone phone = Phone.scan(page.content(), NOW);
            fill(page, "認証アプリの番号", "000000");
            press(page, "設定を終える");
            hanako.look("identity-authenticator-wrong");
            assertThat(Phone.scan(page.content(), NOW)).isEqualTo(phone);
            fill(page, "認証アプリの番号", phone.code());
            press(page, "設定を終える");
            hanako.look("identity-recovery-codes");
            String written = page.locator("ol.recovery-codes code").first().innerText();
            assertThat(page.locator("ol.recovery-codes code").count()).isEqualTo(10);
            press(page, "控えたので、次へ進む");
            hanako.look("identity-factors");

            signOut(page);
            enter(page, "resident", "hanako@example.jp");
            hanako.look("identity-second");
            fill(page, "認証アプリの番号", "123");
            press(page, "ログイン");
            hanako.look("identity-second-wrong");
            fill(page, "認証アプリの番号", phone.code(NEXT_STEP));
            press(page, "ログイン");
            page.waitForURL(IdentityServer.PORTAL + "/**");

            signOut(page);
            enter(page, "resident", "hanako@example.jp");
            open(page, "認証アプリやパスキーを使えないとき");
            hanako.look("identity-lost");
            fill(page, "予備の番号", written.toUpperCase(java.util.Locale.ROOT));
            press(page, "ログイン");
            page.waitForURL(IdentityServer.PORTAL + "/**");
            page.navigate(server.issuer() + "/account/resident/factors");
            assertThat(hanako).shows("使える番号はあと9個です");
            open(page, "予備の番号を新しくする");
            hanako.look("identity-renew-codes");
            press(page, "新しい番号を作る");
            assertThat(page.locator("ol.recovery-codes").innerText()).doesNotContain(written);
            press(page, "控えたので、次へ進む");
            open(page, "認証アプリを外す");
            hanako.look("identity-remove");
            press(page, "外す");
            assertThat(hanako).shows("外しました");
        }
        // Told each time: set up, used, renewed, removed.
        assertThat(server.mailbox().awaitLetter(letter -> letter.subject().contains("外しました"),
                Duration.ofSeconds(10)).to()).contains("hanako@example.jp");
    }

    @Test
    void aPasskeyFromItsMakingToItsEnd() throws ParseException {
        try (Visitor hanako = browser.visitor(Screen.NARROW)) {
            Page page = atAccount(hanako, "resident", "hanako@example.jp");
            CDPSession device = authenticator(page, true);
            page.navigate(server.issuer() + "/account/resident/factors");
            open(page, "パスキーを追加する");
            hanako.look("identity-passkey");
            fill(page, "パスキーの名前", "");
            press(page, "パスキーを追加する");
            sees(page, "パスキーの名前を入力してください");
            assertThat(credentials(device)).as("none is made for nothing").isZero();
            fill(page, "パスキーの名前", "わたしの📱");
            press(page, "パスキーを追加する");
            sees(page, "予備の番号");
            assertThat(credentials(device)).isEqualTo(1);
            press(page, "控えたので、次へ進む");
            sees(page, "わたしの📱");
            hanako.look("identity-passkeys");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("「わたしの📱」の名前を変える")).click();
            hanako.look("identity-passkey-rename");
            fill(page, "パスキーの名前", "自分の電話");
            press(page, "名前を変える");
            sees(page, "名前を変えました");
            sees(page, "自分の電話");
            assertThat(server.text("select encode(public_key, 'hex') from user_credentials")).isNotBlank();

            // Instead of name and password.
            signOut(page);
            page.navigate(server.issuer() + App.portal(server).authorizeAddress());
            press(page, "パスキーでログイン");
            page.waitForURL(IdentityServer.PORTAL + "/login/oauth2/code/identity?code=*");
            App portal = App.portal(server);
            JWTClaimsSet claims = portal.claims(portal.idToken(portal.codeIn(page.url())));
            assertThat(claims.getStringListClaim("amr")).isEqualTo(List.of("hwk", "user", "mfa"));
            assertThat(claims.getStringClaim("acr")).isEqualTo("phr");
            assertThat(claims.getStringClaim("name")).isEqualTo("神戸 花子");

            // After the password, which alone opens nothing any more.
            signOut(page);
            enter(page, "resident", "hanako@example.jp");
            hanako.look("identity-second-passkey");
            press(page, "パスキーでログイン");
            page.waitForURL(IdentityServer.PORTAL + "/**");

            // To prove once more who it is.
            page.navigate(server.issuer() + "/account/resident/confirm");
            hanako.look("identity-confirm-passkey");
            press(page, "パスキーで確かめる");
            page.waitForURL(server.issuer() + "/account/resident");

            // At the other people's counter.
            page.navigate(server.issuer() + "/login/staff");
            press(page, "パスキーでログイン");
            sees(page, "この窓口ではログインできません");

            page.navigate(server.issuer() + "/account/resident/factors");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("「自分の電話」を削除する")).click();
            sees(page, "これが最後の1つです");
            press(page, "外す");
            sees(page, "外しました");
            signOut(page);
            page.navigate(server.issuer() + "/login/resident");
            press(page, "パスキーでログイン");
            sees(page, "パスキーを確かめられませんでした");
            hanako.look("identity-passkey-refused");
        }
    }

    @Test
    void aPasskeyThatDoesNotAskForItsOwnerIsRefusedAndNothingHappensToTheForm() {
        try (Visitor taro = browser.visitor(Screen.NARROW)) {
            Page page = atAccount(taro, "resident", "taro@example.jp");
            authenticator(page, false);
            page.navigate(server.issuer() + "/account/resident/factors/passkey");
            fill(page, "パスキーの名前", "鍵");
            press(page, "パスキーを追加する");
            page.locator("form[data-passkey] [role=alert]:not([hidden])").waitFor();
            sees(page, "パスキーを確かめられませんでした");
            assertThat(page.getByLabel("パスキーの名前").inputValue()).isEqualTo("鍵");
            assertThat(server.count("select count(*) from user_credentials")).isZero();
        }
    }

    @Test
    void staffSetOneUpOnTheWayInAndKeepTheLast() {
        try (Visitor clerk = browser.visitor(Screen.WIDE)) {
            Page page = clerk.page();
            page.navigate(server.issuer() + App.backoffice(server).authorizeAddress());
            CDPSession device = authenticator(page, true);
            page.locator("#login").fill("chuo-clerk1");
            page.locator("#password").fill(PASSWORD);
            press(page, "ログイン");
            clerk.look("identity-enrol");
            page.navigate(page.url() + "?lang=en");
            clerk.look("identity-enrol-english");
            open(page, "Add a passkey");
            clerk.look("identity-passkey-english");
            press(page, "Add a passkey");
            page.locator("ol.recovery-codes").waitFor();
            clerk.look("identity-recovery-codes-english");
            press(page, "I have kept them: continue");
            page.waitForURL(IdentityServer.BACKOFFICE + "/login/oauth2/code/identity?code=*");
            page.navigate(server.issuer() + "/account/staff/factors?lang=ja");
            assertThat(credentials(device)).isEqualTo(1);
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("を削除する")).click();
            assertThat(clerk).shows("最後の1つは外せません");
            clerk.look("identity-remove-last");
        }
    }

    @Test
    void anAdministratorHelpsWhoLostEverything() {
        try (Visitor admin = browser.visitor(Screen.WIDE); Visitor clerk = browser.visitor(Screen.NARROW)) {
            setUp(clerk.page(), "chuo-clerk2");
            setUp(admin.page(), "admin");
            Page page = admin.page();
            page.navigate(server.issuer() + "/account/staff");
            open(page, "ほかの人の2段階認証をやり直せるようにする");
            admin.look("identity-reset");
            fill(page, "職員IDまたはメールアドレス", "chuo-clerk2");
            press(page, "番号を作る");
            admin.look("identity-reset-unseen");
            assertThat(page.getByLabel("職員IDまたはメールアドレス").inputValue()).isEqualTo("chuo-clerk2");
            page.getByLabel("確かめました").check();
            press(page, "番号を作る");
            admin.look("identity-reset-code");
            String code = page.locator(".secret code").innerText();

            Page lost = clerk.page();
            signOut(lost);
            enter(lost, "staff", "chuo-clerk2");
            open(lost, "認証アプリやパスキーを使えないとき");
            clerk.look("identity-lost-staff");
            fill(lost, "予備の番号", code);
            press(lost, "ログイン");
            assertThat(clerk).shows("2段階認証の設定");
        }
    }

    @Test
    void logInsPasswordAndTheEndOfAnAccount() {
        server.sql("insert into account (realm, login, email, name, password_hash, credentials_changed_at, created_at) "
                + "select realm, 'leaver@example.jp', 'leaver@example.jp', name, password_hash, now(), now() "
                + "from account where login = 'taro@example.jp'");
        App.portal(server).logIn(new PlainBrowser(server.issuer()), "leaver@example.jp", PASSWORD);
        try (Visitor leaver = browser.visitor(Screen.NARROW)) {
            Page page = atAccount(leaver, "resident", "leaver@example.jp");
            leaver.look("identity-account");
            press(page, "ほかの端末のログインをすべて終わらせる");
            assertThat(leaver).shows("ほかの端末のログインをすべて終わらせました");
            open(page, "パスワードを変える");
            leaver.look("identity-change-password");
            page.locator("#current").fill("間違えたパスワード");
            page.locator("#password").fill("みじかい");
            press(page, "パスワードを設定する");
            leaver.look("identity-change-password-errors");
            page.locator("#current").fill(PASSWORD);
            page.locator("#password").fill("冬はつとめて 雪の降りたる");
            press(page, "パスワードを設定する");
            assertThat(leaver).shows("パスワードを変えました");
            open(page, "アカウントを削除する");
            leaver.look("identity-close");
            press(page, "アカウントを削除する");
            leaver.look("identity-close-error");
            page.locator("#current").fill("冬はつとめて 雪の降りたる");
            press(page, "アカウントを削除する");
            leaver.look("identity-closed");
        }
        try (Visitor clerk = browser.visitor(Screen.WIDE)) {
            setUp(clerk.page(), "nada-clerk1");
            clerk.page().navigate(server.issuer() + "/account/staff");
            clerk.look("identity-account-staff");
            server.sql(
                    "update sign_in set seen_at = seen_at - interval '1 day', signed_in_at = signed_in_at - interval "
                            + "'1 hour'");
            clerk.page().navigate(server.issuer() + "/account/staff/password");
            assertThat(clerk.page().url()).as("idle").endsWith("/login/staff");
        }
    }

    /** A device with a passkey store, and with or without a way to make sure of its owner. */
    private static CDPSession authenticator(Page page, boolean verifies) {
        CDPSession session = page.context().newCDPSession(page);
        session.send("WebAuthn.enable");
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", verifies);
        options.addProperty("isUserVerified", verifies);
        options.addProperty("automaticPresenceSimulation", true);
        JsonObject parameters = new JsonObject();
        parameters.add("options", options);
        id = session.send("WebAuthn.addVirtualAuthenticator", parameters).get("authenticatorId").getAsString();
        return session;
    }

    /** The newest virtual device. */
    private static String id = "";

    private static int credentials(CDPSession device) {
        JsonObject parameters = new JsonObject();
        parameters.addProperty("authenticatorId", id);
        return device.send("WebAuthn.getCredentials", parameters).getAsJsonArray("credentials").size();
    }

    /** Logs in and opens the account. */
    private static Page atAccount(Visitor visitor, String realm, String login) {
        Page page = visitor.page();
        enter(page, realm, login);
        page.waitForURL(IdentityServer.PORTAL + "/**");
        page.navigate(server.issuer() + "/account/" + realm);
        return page;
    }

    private static void enter(Page page, String realm, String login) {
        page.navigate(server.issuer() + "/login/" + realm);
        page.locator("#login").fill(login);
        page.locator("#password").fill(PASSWORD);
        press(page, "ログイン");
    }

    /** The first log-in of a member of staff. */
    private static void setUp(Page page, String login) {
        enter(page, "staff", login);
        open(page, "認証アプリを設定する");
        fill(page, "認証アプリの番号", Phone.scan(page.content(), NOW).code());
        press(page, "設定を終える");
        press(page, "控えたので、次へ進む");
        page.waitForURL(IdentityServer.BACKOFFICE + "/**");
    }

    private static void signOut(Page page) {
        page.navigate(server.issuer() + "/sign-out");
        press(page, "ログアウト");
    }

    /** Waits for it: a passkey's page goes on only when the device has answered. */
    private static void sees(Page page, String text) {
        page.getByText(text).first().waitFor();
    }

    private static void fill(Page page, String label, String value) {
        page.getByLabel(label).fill(value);
    }

    private static void open(Page page, String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link)).first().click();
        page.waitForLoadState();
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true)).first().click();
        page.waitForLoadState();
    }
}
