package jp.madoguchi.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import jp.madoguchi.forms.catalogue.SampleCatalogue;
import jp.madoguchi.forms.file.DefinitionFile;
import jp.madoguchi.testkit.Browser;
import jp.madoguchi.testkit.Screen;
import jp.madoguchi.testkit.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Hanako asks her employer for the certificate of employment; somebody at the shop fills it in on a telephone. */
class DelegationInBrowserTest {

    private static PortalServer portal;
    private static Browser browser;

    @BeforeAll
    static void start() {
        portal = PortalServer.start();
        SampleCatalogue.procedures().forEach(procedure -> portal.publish(procedure, 1));
        portal.publish(DefinitionFile.readYaml(DelegationStoryTest.NURSERY), 1);
        browser = Browser.launch();
    }

    @AfterAll
    static void stop() {
        browser.close();
        portal.close();
    }

    @Test
    void theEmployerFillsInOnATelephone() {
        try (var hanako = browser.visitor(Screen.NARROW); var shop = browser.visitor(Screen.NARROW)) {
            var work = asks(hanako);
            var letter = portal.mailbox().awaitLetter(
                    mail -> mail.to().contains("shop@example.co.jp"), Duration.ofSeconds(20));
            var employer = new Employer(shop);
            shop.page().navigate(letter.firstLink());
            assertThat(shop).shows("神戸　花子").shows("ログインは必要ありません");
            shop.look("delegation-opened");
            shop.page().locator("main form button.button").click();
            employer.way();
            hanako.page().navigate(work);
            assertThat(hanako).shows("記入中");
            hanako.look("delegation-asked-opened");

            employer.office();
            employer.employee();
            employer.contract();
            employer.hours();
            employer.record();
            employer.leave();
            employer.remarks();
            shop.look("delegation-review");
            shop.page().locator("form[action$='/submission'] button[type=submit]").click();
            assertThat(shop).shows("提出しました");
            shop.look("delegation-handed");
            shop.page().navigate(letter.firstLink());
            assertThat(shop).shows("すでに提出されています");
            shop.look("delegation-used");

            goesOn(hanako, work);
        }
    }

    /** Until the link is made; the address of the page of work. */
    private static String asks(Visitor hanako) {
        var page = hanako.page();
        var hand = new Hand(page);
        page.navigate(portal.address() + "/procedures/nursery");
        page.locator("main form button.button").first().click();
        Employer.name(hand, "name", "神戸", "花子", "コウベ", "ハナコ");
        hand.types("mail", "hanako@example.jp");
        hand.types("mail.again", "hanako@example.jp");
        hand.types("memo", "ひみつ");
        hand.goesOn();
        page.waitForURL("**/pages/work");
        var work = page.url();
        hand.types("hours", "週30時間");
        hanako.look("delegation-work");
        hand.presses("_ask", "certificate");
        assertThat(hanako).shows("見えるのは、「お名前」の答えだけです");
        hanako.look("delegation-asking");
        page.locator("[name=mail]").fill("shop@example.co.jp");
        page.locator("main form button.button").click();
        assertThat(hanako).shows("依頼のリンクを作りました");
        hanako.look("delegation-asked");
        page.getByText("入力画面に戻る").click();
        assertThat(hanako).shows("まだ開かれていません");
        assertThat(hand.standing("hours")).isEqualTo("週30時間");
        return work;
    }

    private static void goesOn(Visitor hanako, String work) {
        var page = hanako.page();
        page.navigate(work);
        assertThat(hanako).shows("みなと商店が記入しました");
        var paper = page.locator(".other-hand .files a");
        assertThat(paper).hasText("就労証明書（勤務先が記入）.pdf");
        assertThat(Papers.text(page.request().get(portal.address() + paper.getAttribute("href")).body()))
                .contains("みなと商店", "神戸花子");
        hanako.look("delegation-filled");
        new Hand(page).goesOn();
        page.waitForURL("**/review");
        assertThat(hanako).shows("みなと商店が");
        hanako.look("delegation-applicant-review");
        page.locator("[name=word]").fill(Applicant.WORD);
        page.locator("form[action$='/submission'] button[type=submit]").click();
        assertThat(hanako).shows("提出が完了しました");
    }
}
