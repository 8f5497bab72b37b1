package jp.madoguchi.identity;

import static jp.madoguchi.testkit.Browser.launch;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import jp.madoguchi.testkit.Browser;
import jp.madoguchi.testkit.Screen;
import jp.madoguchi.testkit.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every page fits a screen of 320 px (WCAG 1.4.10), in each language, whatever long name and address the account has; and the pages of
 * the second factor are looked at on both screens.
 */
class NarrowPagesTest {

    private static final int NARROWEST = 320;
    private static final String LOGIN = "hanako@example.jp";
    private static final String LONG_NAME = "ヴォルフェシュレーゲルシュタインハウゼンベルガードルフ・ヨハネスクリュゾストムスヴォルフガングスヘオフィルス "
            + "Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewissenhaft";
    private static final String LONG_MAIL = "wolfeschlegelsteinhausenbergerdorff.welchevoralternwaren"
            + "@department-of-very-long-names.schools.example.jp";

    private static final IdentityServer SERVER = IdentityServer.shared();
    private static Browser browser;
    private static PretendApps apps;

    private final List<String> wide = new ArrayList<>();

    @BeforeAll
    static void open() throws java.io.IOException {
        browser = launch();
        apps = PretendApps.open();
    }

    @AfterAll
    static void close() {
        browser.close();
        apps.close();
    }

    @BeforeEach
    void lengthen() {
        SERVER.sql("delete from attempt");
        SERVER.sql("update account set name = '" + LONG_NAME + "', login = '" + LONG_MAIL + "', email = '" + LONG_MAIL
                + "' where login = '" + LOGIN + "'");
    }

    @AfterEach
    void shorten() {
        SERVER.sql("update account set name = '神戸 花子', login = '" + LOGIN + "', email = '" + LOGIN + "' where login = '"
                + LONG_MAIL + "'");
        for (var table : List.of("authenticator", "recovery_code", "user_entities")) {
            SERVER.sql("delete from " + table);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ja", "en", "ja-x-easy"})
    void everyPageFits(String language) {
        try (Visitor visitor = browser.visitor(Screen.NARROW)) {
            Page page = visitor.page();
            device(page);
            for (var path : List.of("/?lang=" + language, "/login/resident", "/login/staff", "/registration",
                    "/registration/sent", "/recovery/resident", "/recovery/staff", "/recovery/resident/sent",
                    "/sign-out",
                    "/nowhere")) {
                measure(page, path);
            }
            at(page, "/login/resident");
            page.locator("#login").fill(LONG_MAIL);
            page.locator("#password").fill("wrong-wrong-wrong-wrong");
            page.locator("form:has(#password) button[type=submit]").click();
            measureHere(page);
            logIn(page);
            for (var path : List.of("", "/password", "/close", "/factors", "/factors/authenticator",
                    "/factors/passkey")) {
                measure(page, "/account/resident" + path);
            }
            at(page, "/account/resident/factors/authenticator");
            visitor.look("identity-authenticator-" + language);
            page.locator("#code").fill("000000");
            page.locator("form:has(#code) button[type=submit]").click();
            measureHere(page);
            page.locator("#code").fill(Phone.scan(page.content(), InstantSource.system()).code());
            page.locator("form:has(#code) button[type=submit]").click();
            page.locator(".recovery-codes").waitFor();
            measureHere(page);
            visitor.look("identity-recovery-codes-" + language);
            page.locator("form[action$='/kept'] button").click();
            page.waitForLoadState();

            at(page, "/account/resident/factors/passkey");
            visitor.look("identity-passkey-" + language);
            page.locator("#name").fill("とても長い名前の端末とても長い名前の端末とても長い名前");
            page.locator("form[data-passkey] button").click();
            page.waitForURL("**/factors?done=*");
            measureHere(page);
            visitor.look("identity-factors-" + language);
            var ways = page.locator("main a[href*='/factors/']")
                    .evaluateAll("links => links.map(link => link.pathname)");
            for (var path : ((List<?>) ways)) {
                measure(page, path.toString());
            }
            measure(page, "/account/resident/factors/recovery-codes/new");
            measure(page, "/account/resident/confirm");
            at(page, "/account/resident/confirm");
            visitor.look("identity-confirm-" + language);
            measure(page, "/account/resident");
            visitor.look("identity-account-" + language);

            page.context().clearCookies();
            at(page, "/?lang=" + language);
            at(page, "/login/resident");
            page.locator("#login").fill(LONG_MAIL);
            page.locator("#password").fill("madoguchi-demo");
            page.locator("form:has(#password) button[type=submit]").click();
            page.waitForURL("**/second");
            measureHere(page);
            visitor.look("identity-second-" + language);
            measure(page, "/login/resident/second/lost");
            visitor.look("identity-second-lost-" + language);
        }
        assertThat(wide).as("pages wider than " + NARROWEST + " px").isEmpty();
    }

    private void measure(Page page, String path) {
        at(page, path);
        measureHere(page);
    }

    private void measureHere(Page page) {
        page.setViewportSize(NARROWEST, 640);
        var width = ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
        if (width > NARROWEST) {
            wide.add(page.url() + " " + width);
        }
        page.setViewportSize(Screen.NARROW.width(), Screen.NARROW.height());
    }

    private static void logIn(Page page) {
        at(page, "/login/resident");
        page.locator("#login").fill(LONG_MAIL);
        page.locator("#password").fill("madoguchi-demo");
        page.locator("form:has(#password) button[type=submit]").click();
        page.waitForURL(IdentityServer.PORTAL + "/**");
    }

    private static void at(Page page, String path) {
        page.navigate(SERVER.issuer() + path);
    }

    /** A device that keeps passkeys and makes sure of its owner. */
    private static void device(Page page) {
        var session = page.context().newCDPSession(page);
        session.send("WebAuthn.enable");
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        var parameters = new JsonObject();
        parameters.add("options", options);
        session.send("WebAuthn.addVirtualAuthenticator", parameters);
    }
}
