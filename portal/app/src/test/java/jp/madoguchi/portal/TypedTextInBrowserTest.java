package jp.madoguchi.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import jp.madoguchi.forms.catalogue.SampleCatalogue;
import jp.madoguchi.testkit.Browser;
import jp.madoguchi.testkit.Screen;
import jp.madoguchi.testkit.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What somebody typed and did not save yet stays, whatever happens to the page. */
class TypedTextInBrowserTest {

    private static final String SUBMIT = "form[action$='/submission'] button[type=submit]";

    private static PortalServer portal;
    private static Browser browser;

    @BeforeAll
    static void start() {
        portal = PortalServer.start();
        SampleCatalogue.procedures().forEach(procedure -> portal.publish(procedure, 1));
        browser = Browser.launch();
    }

    @AfterAll
    static void stop() {
        browser.close();
        portal.close();
    }

    @Test
    void throughReloadLanguageAndSignIn() {
        try (var hanako = onClaimantPage()) {
            var page = hanako.page();
            page.reload();
            stands(page, "保存していなかった入力を戻しました");
            page.locator("nav.languages button[lang=en]").click();
            page.waitForURL("**/pages/claimant");
            assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");
            stands(page);
            page.locator("[name='claimant-name.given']").fill("花");
            page.reload();
            stands(page, "What you had not saved yet is back");
            page.locator("nav.languages button[lang=ja]").click();
            page.waitForURL("**/pages/claimant");
            stands(page);
            var address = page.url();
            portal.identity().signsIn(java.util.UUID.randomUUID(), "神戸 花子", "hanako@example.jp");
            page.locator("header .person button").first().click();
            page.waitForURL(address.replaceAll("[?#].*", ""));
            assertThat(page.locator("header .person").innerText()).contains("神戸 花子");
            stands(page);
            // Saved, it is the server's again, and nothing is brought back over it.
            page.locator("main .actions button[value=next]").click();
            page.waitForURL("**errors**");
            page.locator("[name='claimant-name.family']").fill("");
            page.locator("main .actions button[value=next]").click();
            page.waitForLoadState();
            page.reload();
            assertThat(page.locator("[name='claimant-name.family']").inputValue()).isEmpty();
            assertThat(page.locator("[data-told]").count()).isZero();
        }
    }

    /** Another language and signing in save the page as it stands: what is wrong or missing is not told yet, and nothing is lost. */
    @Test
    void throughLanguageAndSignInWithoutScripts() {
        try (var hanako = browser.visitorWithoutScripts(Screen.NARROW)) {
            var page = hanako.page();
            toClaimantPage(page);
            page.locator("[name='claimant-name.family']").fill("𠮷田");
            page.locator("[name='claimant-address.ward']").selectOption("灘区");
            page.locator("[name='claimant-birth.year']").fill("ことし");
            for (var language : List.of("en", "ja-x-easy", "ja")) {
                page.locator("nav.languages button[lang='" + language + "']").click();
                assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
                assertThat(page.url()).endsWith("/pages/claimant");
                assertThat(page.locator("#errors").count()).isZero();
                stands(page);
            }
            hanako.look("portal-page-plain");
            page.locator("[name='claimant-name.given']").fill("髙子");
            portal.identity().signsIn(java.util.UUID.randomUUID(), "神戸 花子", "hanako@example.jp");
            page.locator("header .person button").click();
            assertThat(page.url()).endsWith("/pages/claimant");
            assertThat(page.locator("header .person").innerText()).contains("神戸 花子");
            stands(page);
            assertThat(page.locator("[name='claimant-name.given']").inputValue()).isEqualTo("髙子");
            assertThat(page.locator("[name='claimant-birth.year']").inputValue()).isEqualTo("ことし");
            // Enter goes on with the page, whatever stands in the header.
            page.locator("[name='claimant-name.given']").press("Enter");
            assertThat(page.url()).contains("errors");
            assertThat(page.locator("html").getAttribute("lang")).isEqualTo("ja");
        }
    }

    @Test
    void throughBeingOffline() {
        try (var hanako = onClaimantPage()) {
            var page = hanako.page();
            page.context().setOffline(true);
            page.locator("main .actions button[value=next]").click();
            assertThat(page.locator("[data-told]").innerText()).contains("インターネットにつながっていません");
            assertThat(page.locator("[name='claimant-name.family']").inputValue()).isEqualTo("𠮷田");
            page.context().setOffline(false);
            page.locator("main .actions button[value=next]").click();
            page.waitForURL("**errors**");
            assertThat(page.locator("[name='claimant-name.family']").inputValue()).isEqualTo("𠮷田");
        }
    }

    @Test
    void throughALostCookieWithoutAnAccount() {
        try (var hanako = onClaimantPage()) {
            var page = hanako.page();
            page.context().clearCookies();
            page.locator("main .actions button[value=next]").click();
            page.waitForURL("**errors**");
            assertThat(page.locator("[name='claimant-name.family']").inputValue()).isEqualTo("𠮷田");
            // Where the page is closed as well, only a mailed link leads back, and the first page says so in time.
            page.navigate(page.url().replaceAll("/pages/.*", "/pages/who"));
            var note = page.locator("main .note", new Page.LocatorOptions().setHasText("途中で閉じても続けられるように"));
            assertThat(note.innerText()).contains("Cookie", "続きのリンク");
            hanako.look("portal-first-page");
            note.locator("button").click();
            page.waitForURL("**/later");
        }
    }

    /** A browser may keep a page whole and show it on Back. The one of the tests does not, so its pages are told that it did. */
    @Test
    void whatWasHandedInDoesNotComeBackFromTheBrowsersMemory() {
        var prepared = new Applicant(portal);
        prepared.prepareJidoTeate();
        var draft = portal.address() + prepared.path().replaceAll("(/applications/[^/]+).*", "$1");
        try (var hanako = browser.visitor(Screen.NARROW)) {
            var page = hanako.page();
            page.context().addCookies(prepared.browser().cookies().getCookieStore().getCookies().stream()
                    .map(cookie -> new Cookie(cookie.getName(), cookie.getValue()).setUrl(portal.address())).toList());
            var answers = page.context().newPage();
            answers.navigate(draft + "/pages/claimant?after=review#q-claimant-name");
            assertThat(answers.locator("[name='claimant-name.family']").inputValue()).isEqualTo("神戸");
            var review = page.context().newPage();
            review.navigate(draft + "/review");
            review.locator("[name=word]").fill("短い");
            review.locator(SUBMIT).click();
            review.waitForURL("**/submission");
            review.locator("[name=word]").fill("みえてはいけない言葉");
            review.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}))");
            assertThat(review.locator("[name=word]").inputValue()).isEmpty();

            page.navigate(draft + "/review");
            page.locator("[name=word]").fill(Applicant.WORD);
            page.locator(SUBMIT).click();
            page.waitForURL("**/receipt");

            for (var kept : List.of(answers, review)) {
                kept.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))");
                kept.waitForURL("**/receipt");
                assertThat(kept.content()).doesNotContain("加納町");
            }
            page.goBack();
            page.waitForURL("**/receipt");
        }
    }

    @Test
    void nothingIsLeftInTheWindowForTheNextPerson() {
        try (var hanako = onClaimantPage()) {
            var page = hanako.page();
            page.navigate(portal.address() + "/");
            page.locator("form[action='/leave-device'] button").click();
            page.waitForLoadState();
            assertThat((Object) page.evaluate("Object.keys(sessionStorage).length")).isEqualTo(0);
        }
    }

    @Test
    void aPostalCodeIsLookedUpWithoutScripts() {
        try (var hanako = browser.visitorWithoutScripts(Screen.NARROW)) {
            var page = hanako.page();
            toClaimantPage(page);
            page.locator("[name='claimant-address.postal']").fill("４５２-0961");
            page.locator("[name='claimant-address.number']").fill("1-2");
            page.locator("button[name=_postal]").click();
            var choice = page.locator("select[name='_place-choice']");
            assertThat(choice.locator("option").count()).isGreaterThan(20);
            hanako.look("portal-postal-long-plain");
            var third = choice.locator("option").nth(2).innerText();
            choice.selectOption("2");
            page.locator("button[name=_place]").click();
            assertThat(third).endsWith(page.locator("[name='claimant-address.town']").inputValue());
            assertThat(page.locator("[name='claimant-address.number']").inputValue()).isEqualTo("1-2");

            page.locator("[name='claimant-address.town']").fill("");
            page.locator("[name='claimant-address.postal']").fill("6500001");
            page.locator("button[name=_postal]").click();
            page.locator("button[name=_place]").first().click();
            assertThat(page.locator("[name='claimant-address.town']").inputValue()).isEqualTo("加納町");
            assertThat(page.locator("[name='claimant-address.ward']").inputValue()).isEqualTo("中央区");
            page.locator("[name='claimant-address.postal']").fill("0000000");
            page.locator("button[name=_postal]").click();
            assertThat(page.locator("main").innerText()).contains("この郵便番号の住所は見つかりませんでした");
            assertThat(page.locator("[name='claimant-address.town']").inputValue()).isEqualTo("加納町");
        }
    }

    @Test
    void manyPlacesOfAPostalCodeAreAListThatNarrows() {
        try (var hanako = browser.visitor(Screen.NARROW)) {
            var page = hanako.page();
            toClaimantPage(page);
            // Where a ward of the city is asked for, no place outside is offered.
            page.locator("[name='claimant-address.postal']").fill("452-0961");
            page.getByText("市外の郵便番号です").waitFor();
            page.navigate(page.url().replaceAll("/pages/.*", "/pages/spouse"));
            page.locator("[name='spouse-together'][value=no]").check();
            page.locator("[name='spouse-address.postal']").fill("452-0961");
            var list = page.locator(".offer select");
            list.waitFor();
            int all = list.locator("option").count();
            assertThat(all).isGreaterThan(20);
            assertThat(page.locator(".offer button").count()).isEqualTo(1);
            hanako.look("portal-postal-long");
            var last = list.locator("option").last().innerText();
            page.locator(".offer input[type=search]").fill(last.substring(last.length() - 3));
            assertThat(list.locator("option").count()).isLessThan(all);
            page.locator(".offer button").click();
            assertThat(page.locator("[name='spouse-address.town']").inputValue()).isNotEmpty();
        }
    }

    @Test
    void aWordCanBeSeenWhileItIsTyped() {
        try (var hanako = browser.visitor(Screen.NARROW)) {
            var page = hanako.page();
            page.navigate(portal.address() + "/tracking");
            var word = page.locator("[name=word]");
            word.fill("さくら");
            var button = page.locator("[name=word] + button");
            assertThat(button.innerText()).isEqualTo("表示する");
            for (int width : new int[]{320, 375, 430}) {
                page.setViewportSize(width, 800);
                assertThat(button.evaluate("""
                        button => {
                            const text = document.createRange();
                            text.selectNodeContents(button);
                            return new Set([...text.getClientRects()].map(line => Math.round(line.top))).size;
                        }""")).as("lines of the button at %d px", width).isEqualTo(1);
                assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth")).isEqualTo(true);
            }
            button.click();
            assertThat(word.getAttribute("type")).isEqualTo("text");
            hanako.look("portal-word-shown");
            button.click();
            assertThat(word.getAttribute("type")).isEqualTo("password");
            page.navigate(portal.address() + "/tracking/mail");
            hanako.look("portal-mail-again");
        }
    }

    /** Lists are looked through, not scrolled through: less than three screens of a phone each, however narrow it is. */
    @Test
    void listsAreShort() {
        portal.identity().signsIn(java.util.UUID.randomUUID(), "神戸 花子", "hanako@example.jp");
        try (var hanako = browser.visitor(Screen.NARROW)) {
            var page = hanako.page();
            page.navigate(portal.address() + "/account");
            for (int number = 0; number < 8; number++) {
                page.navigate(portal.address() + "/procedures/jido-teate");
                page.locator("main form button.button").first().click();
                page.waitForURL("**/pages/**");
            }
            page.setViewportSize(375, 812);
            for (var path : List.of("/", "/procedures", "/procedures?life=%E3%81%94%E4%B8%8D%E5%B9%B8",
                    "/procedures?q=%E7%94%B3%E8%AB%8B", "/account")) {
                page.navigate(portal.address() + path);
                assertThat(((Number) page.evaluate("document.documentElement.scrollHeight")).intValue()).as(path)
                        .isLessThan(3 * 812);
                hanako.look("portal-list" + path.replaceAll("[^a-z]+", "-"));
                page.setViewportSize(320, 640);
                hanako.assertThat().as(path + " at 320 px").doesNotScrollSideways();
                page.setViewportSize(375, 812);
            }
            page.navigate(portal.address() + "/account/profile");
            page.setViewportSize(320, 640);
            hanako.assertThat().doesNotScrollSideways();
            assertThat(page.locator("[name='my-name.family']").getAttribute("autocomplete")).isEqualTo("family-name");
        }
    }

    @Test
    void theBrowserFillsInOnlyWhatIsItsOwners() {
        try (var hanako = onClaimantPage()) {
            var page = hanako.page();
            assertThat(page.locator("[name='claimant-name.family']").getAttribute("autocomplete"))
                    .isEqualTo("family-name");
            assertThat(page.locator("[name='claimant-phone']").getAttribute("autocomplete")).isEqualTo("tel");
            page.navigate(page.url().replace("/claimant", "/spouse"));
            assertThat(page.locator("[autocomplete=family-name], [autocomplete=tel], [autocomplete^=bday]").count())
                    .isZero();
            // Who hands in for somebody else is not that person.
            page.navigate(portal.address() + "/procedures/yokaigo-nintei");
            page.locator("main form button.button").first().click();
            page.waitForURL("**/pages/**");
            page.navigate(page.url().replaceAll("/pages/.*", "/pages/insured"));
            assertThat(page.locator("main [autocomplete]:not([autocomplete=off])").count()).isZero();
            page.navigate(page.url().replaceAll("/pages/.*", "/pages/submitter"));
            assertThat(page.locator("[name='contact-mail']").getAttribute("autocomplete")).isEqualTo("email");
        }
    }

    private static Visitor onClaimantPage() {
        var visitor = browser.visitor(Screen.WIDE);
        toClaimantPage(visitor.page());
        visitor.page().locator("[name='claimant-name.family']").fill("𠮷田");
        visitor.page().locator("[name='claimant-address.ward']").selectOption("灘区");
        return visitor;
    }

    private static void toClaimantPage(Page page) {
        page.navigate(portal.address() + "/procedures/jido-teate");
        page.locator("main form button.button").first().click();
        page.waitForURL("**/pages/who");
        page.locator("[name='has-spouse'][value=yes]").check();
        page.locator("[name='claimant-occupation'][value=employee]").check();
        if (!page.locator("[name='higher-income'][value=yes]").isVisible()) {
            page.locator("main .actions button[value=next]").click();
        }
        page.locator("[name='higher-income'][value=yes]").check();
        page.locator("main .actions button[value=next]").click();
        page.waitForURL("**/pages/reason");
        page.locator("[name='event'][value=birth]").check();
        page.locator("main .actions button[value=next]").click();
        page.waitForURL("**/pages/claimant");
    }

    private static void stands(Page page, String said) {
        stands(page);
        assertThat(page.locator("[data-told]").innerText()).contains(said);
    }

    private static void stands(Page page) {
        page.waitForLoadState();
        assertThat(page.locator("[name='claimant-name.family']").inputValue()).as(page.url()).isEqualTo("𠮷田");
        assertThat(page.locator("[name='claimant-address.ward']").inputValue()).isEqualTo("灘区");
    }
}
