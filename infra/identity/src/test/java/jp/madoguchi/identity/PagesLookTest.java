package jp.madoguchi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.time.Duration;
import jp.madoguchi.testkit.Browser;
import jp.madoguchi.testkit.Screen;
import jp.madoguchi.testkit.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every page in a real browser: what it looks like, whether everybody can use it, and the whole way by hand. */
class PagesLookTest {

    private static Browser browser;
    private static PretendApps apps;

    private final IdentityServer server = IdentityServer.shared();

    @BeforeAll
    static void launch() throws IOException {
        browser = Browser.launch();
        apps = PretendApps.open();
    }

    @AfterAll
    static void close() {
        browser.close();
        apps.close();
    }

    @BeforeEach
    void clear() {
        server.sql("delete from attempt");
        server.mailbox().empty();
    }

    @Test
    void aResidentRegistersByHandWithoutJavaScript() {
        try (Visitor hanako = browser.visitorWithoutScripts(Screen.NARROW)) {
            Page page = at(hanako, App.portal(server).authorizeAddress());
            page.getByText("利用者登録をする").click();
            hanako.look("identity-registration");
            page.locator("button[type=submit]").click();
            hanako.look("identity-registration-errors");
            page.getByLabel("お名前").fill("髙橋 はな");
            page.getByLabel("メールアドレス").fill("byhand@example.jp");
            page.getByLabel("パスワード").fill("秋は夕暮れ 夕日のさして");
            page.locator("button[type=submit]").click();
            hanako.look("identity-sent");

            String link = server.mailbox()
                    .awaitLetter(letter -> letter.to().contains("byhand@example.jp"), Duration.ofSeconds(10))
                    .firstLink();
            page.navigate(link);
            hanako.look("identity-confirm");
            page.getByLabel("パスワード").fill("間違えました。ごめんなさい");
            page.locator("button[type=submit]").click();
            assertThat(hanako).shows("登録のときのパスワードと違います");
            page.getByLabel("パスワード").fill("秋は夕暮れ 夕日のさして");
            page.locator("button[type=submit]").click();

            page.waitForURL(IdentityServer.PORTAL + "/login/oauth2/code/identity?code=*");
            page.navigate(link);
            hanako.look("identity-expired");
        }
    }

    @Test
    void aClerkLogsInByHand() {
        try (Visitor clerk = browser.visitor(Screen.WIDE)) {
            Page page = at(clerk, App.backoffice(server).authorizeAddress());
            clerk.look("identity-login-staff");
            logIn(page, "hanako@example.jp", "madoguchi-demo");
            clerk.look("identity-wrong-counter");
            page.getByText("別の名前でログインする").click();
            logIn(page, "chuo-clerk1", "wrong-password");
            clerk.look("identity-login-refused");
            assertThat(page.locator("#login").inputValue()).isEqualTo("chuo-clerk1");
            logIn(page, "chuo-clerk1", "madoguchi-demo");
            page.waitForURL(IdentityServer.BACKOFFICE + "/login/oauth2/code/identity?code=*");
        }
    }

    @Test
    void theOtherPagesCanBeReadByEverybody() {
        try (Visitor visitor = browser.visitor(Screen.WIDE)) {
            at(visitor, "/");
            visitor.look("identity-counters");
            at(visitor, "/login/resident");
            visitor.look("identity-login-resident");
            at(visitor, "/login/resident?lang=en");
            visitor.look("identity-login-english");
            at(visitor, "/registration?lang=ja");
            at(visitor, "/sign-out");
            visitor.look("identity-sign-out");
            at(visitor, "/nowhere");
            visitor.look("identity-not-found");
            Page page = at(visitor, "/recovery/staff");
            visitor.look("identity-recovery");
            page.getByLabel("職員ID").fill("reform");
            page.locator("button[type=submit]").click();
            visitor.look("identity-recovery-sent");
            page.navigate(server.mailbox().awaitLetter(letter -> letter.text().contains("http"), Duration.ofSeconds(10))
                    .firstLink());
            visitor.look("identity-new-password");
            page.getByLabel("新しいパスワード").fill("短い");
            page.locator("button[type=submit]").click();
            visitor.look("identity-new-password-error");
            page.getByLabel("新しいパスワード").fill("madoguchi-demo");
            page.locator("button[type=submit]").click();
            visitor.look("identity-replaced");
        }
    }

    private static void logIn(Page page, String login, String password) {
        page.locator("#login").fill(login);
        page.locator("#password").fill(password);
        page.locator("form:has(#password) button[type=submit]").click();
        page.waitForLoadState();
    }

    private Page at(Visitor visitor, String address) {
        Page page = visitor.page();
        page.navigate(server.issuer() + address);
        return page;
    }
}
