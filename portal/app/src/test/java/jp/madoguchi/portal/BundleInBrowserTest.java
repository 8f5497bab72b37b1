package jp.madoguchi.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;

import com.microsoft.playwright.Page;
import jp.madoguchi.forms.catalogue.SampleCatalogue;
import jp.madoguchi.testkit.Browser;
import jp.madoguchi.testkit.Screen;
import jp.madoguchi.testkit.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** わたしの情報 and the procedures after a death in a real browser, with and without scripts. */
class BundleInBrowserTest {

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
    void whatSheKeepsIsFilledInAndMarked() {
        portal.identity().signsIn(UUID.randomUUID(), "神戸 花子", "hanako@example.jp");
        try (var hanako = browser.visitor(Screen.NARROW)) {
            var page = hanako.page();
            page.navigate(portal.address() + "/account/profile");
            hanako.look("profile-empty");
            page.locator("[name=my-phone]").fill("12");
            page.locator("main button.button").last().click();
            assertThat(hanako).shows("10桁か11桁の日本の電話番号");
            hanako.look("profile-errors");
            fill(page, "my-name", "神戸", "花子", "コウベ", "ハナコ");
            page.locator("[name=my-phone]").fill("078-331-8181");
            page.locator("main button.button").last().click();
            assertThat(hanako).shows("登録しました");
            hanako.look("profile-saved");
            page.navigate(portal.address() + "/procedures/okuyami");
            page.locator("main form button.button").first().click();
            deceased(page);
            assertThat(hanako).shows("登録した情報から入れました");
            assertThat(page.locator("[name='notifier-name.given']").inputValue()).isEqualTo("花子");
            hanako.look("bundle-prefilled-from-profile");
        }
    }

    @Test
    void theInterviewLeadsToTheList() {
        try (var hanako = browser.visitor(Screen.NARROW)) {
            throughTheInterview(hanako, "bundle");
        }
    }

    @Test
    void theSameWithoutScripts() {
        try (var hanako = browser.visitorWithoutScripts(Screen.NARROW)) {
            throughTheInterview(hanako, "bundle-noscript");
        }
    }

    private static void throughTheInterview(Visitor hanako, String story) {
        var page = hanako.page();
        page.navigate(portal.address() + "/procedures/okuyami");
        hanako.look(story + "-procedure");
        page.locator("main form button.button").first().click();
        deceased(page);
        fill(page, "notifier-name", "神戸", "花子", "コウベ", "ハナコ");
        date(page, "notifier-birth", "H", "2", "4", "1");
        address(page, "notifier-address");
        page.locator("[name='notifier-address.prefecture-city']").fill("兵庫県神戸市中央区");
        page.locator("[name=notifier-phone]").fill("078-331-8181");
        page.locator("[name=notifier-mail]").fill("hanako@example.jp");
        page.locator("[name='notifier-mail.again']").fill("hanako@example.jp");
        choose(page, "relation", "child");
        next(page);
        for (var answer : List.of("householder=no", "insurance=kokuho", "kaigo=no", "pension=national",
                "disability=no", "city-tax=yes", "city-housing=no", "seal=yes")) {
            choose(page, answer.split("=")[0], answer.split("=")[1]);
        }
        next(page);
        choose(page, "dog", "no");
        choose(page, "jido-teate", "no");
        next(page);
        choose(page, "funeral-held", "no");
        next(page);
        next(page);
        assertThat(hanako).shows("必要な手続きの一覧").shows("国民健康保険に加入していたため");
        hanako.look(story + "-list");
        var list = page.url();
        page.locator("form[action$='/bundle/seal'] button").click();
        assertThat(hanako).shows("聞き取りの答えから入れました");
        hanako.look(story + "-begun");
        next(page);
        next(page);
        choose(page, "returning", "counter");
        page.locator("[name=truth]").check();
        next(page);
        page.locator("[name=word]").fill(Applicant.WORD);
        page.locator("form[action$='/submission'] button[type=submit]").click();
        assertThat(hanako).shows("提出が完了しました").shows("必要な手続きの一覧に戻る");
        hanako.look(story + "-receipt");
        page.locator("a[href$='/bundle']").first().click();
        assertThat(page.url()).isEqualTo(list);
        assertThat(hanako).shows("提出しました");
        hanako.look(story + "-list-done");
        page.locator("a[href$='/review']").first().click();
        hanako.look(story + "-answers");
    }

    private static void deceased(Page page) {
        choose(page, "death-reported", "yes");
        fill(page, "deceased-name", "神戸", "一郎", "コウベ", "イチロウ");
        date(page, "deceased-birth", "S", "30", "4", "1");
        date(page, "death-date", "R", "8", "7", "1");
        address(page, "deceased-address");
        page.locator("[name='deceased-address.ward']").selectOption("中央区");
        next(page);
    }

    private static void address(Page page, String name) {
        page.locator("[name='" + name + ".postal']").fill("650-0001");
        page.locator("[name='" + name + ".town']").fill("加納町");
        page.locator("[name='" + name + ".number']").fill("6丁目5-1");
    }

    private static void fill(Page page, String name, String family, String given, String familyKana,
            String givenKana) {
        page.locator("[name='" + name + ".family']").fill(family);
        page.locator("[name='" + name + ".given']").fill(given);
        page.locator("[name='" + name + ".family-kana']").fill(familyKana);
        page.locator("[name='" + name + ".given-kana']").fill(givenKana);
    }

    private static void date(Page page, String name, String era, String year, String month, String day) {
        page.locator("[name='" + name + ".era']").selectOption(era);
        page.locator("[name='" + name + ".year']").fill(year);
        page.locator("[name='" + name + ".month']").fill(month);
        page.locator("[name='" + name + ".day']").fill(day);
    }

    private static void choose(Page page, String name, String value) {
        page.locator("[name='" + name + "'][value='" + value + "']").check();
    }

    private static void next(Page page) {
        page.locator("button[value=next]:not([tabindex])").click();
    }
}
