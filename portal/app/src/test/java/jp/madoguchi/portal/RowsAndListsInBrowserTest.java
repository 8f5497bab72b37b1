package jp.madoguchi.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import jp.madoguchi.forms.file.DefinitionFile;
import jp.madoguchi.testkit.Browser;
import jp.madoguchi.testkit.Screen;
import jp.madoguchi.testkit.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Groups in groups, long lists and amounts of money, filled in on a telephone with and without scripts. */
class RowsAndListsInBrowserTest {

    private static final String FORM = """
            id: many
            title: 兄弟姉妹の利用申込
            summary: 見本の手続き
            kind: other
            who-can-apply: だれでも
            what-is-needed: なし
            purpose: 試験
            legal-basis: {rank: guideline, articles: [見本要綱]}
            standard-period: {business-days: 5, sample: true}
            assurance: mail
            retention-years: 1
            bureau: 見本局
            routing: {choice-of: wish, offices: {nada: nada}, otherwise: center}
            notices: {issuer: 市長, approved-title: 通知, approved-body: 通知, refused-title: 通知, refused-body: 通知}
            applicant: {name: who}
            pages:
              - id: main
                title: お子さんと希望
                questions:
                  - {id: who, kind: person-name, with-kana: false, label: 申し込む方のお名前}
                  - {id: words, kind: text, multiline: true, max: 12, required: false, label: 伝えたいこと}
                  - id: children
                    kind: repeat
                    label: お子さん
                    row-title: お子さん
                    min: 1
                    max: 3
                    questions:
                      - {id: child, kind: text, max: 20, label: お子さんの呼び名}
                      - id: wishes
                        kind: repeat
                        label: このお子さんの希望
                        row-title: 希望
                        max: 3
                        title-from: wish
                        unique: [wish]
                        questions:
                          - id: wish
                            kind: choose-listed
                            label: 施設
                            groups: [{code: nada, label: 灘区}, {code: chuo, label: 中央区}]
                            list:
                              - {code: nada-1, group: nada, label: さくらぐち保育園, words: サクラグチ}
                              - {code: nada-2, group: nada, label: 水道筋こども園, words: すいどうすじ}
                              - {code: chuo-1, group: chuo, label: みなと保育園}
                          - {id: fare, kind: money, label: 通う費用（1か月）}
            """;

    private static PortalServer portal;
    private static Browser browser;

    @BeforeAll
    static void start() {
        portal = PortalServer.start();
        browser = Browser.launch();
        portal.publish(DefinitionFile.readYaml(FORM), 1);
    }

    @AfterAll
    static void stop() {
        browser.close();
        portal.close();
    }

    @Test
    void withoutScripts() {
        try (var taro = browser.visitorWithoutScripts(Screen.NARROW)) {
            var page = begun(taro);
            page.locator("[name='_add'][value='children.r1.wishes']").click();
            page.locator("[name='children.r1.wishes.r1.wish.words']").fill("灘区");
            page.locator("[name='_find'][value='children.r1.wishes.r1.wish']").click();
            // Nothing typed is lost by searching, and what was found stands below.
            assertThat(page.getByLabel("お子さんの呼び名")).hasValue("一郎");
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("2件見つかりました");
            page.getByLabel("水道筋こども園（灘区）").check();
            page.getByLabel("通う費用（1か月）").fill("１２３４５円");
            taro.look("portal-rows-and-lists-plain");

            page.locator("[name='_add'][value='children.r1.wishes']").click();
            assertThat(page.locator("legend", new Page.LocatorOptions().setHasText("希望（2）")).last()).isVisible();
            page.locator("[name='children.r1.wishes.r2.wish.words']").fill("すいどうすじ");
            next(page);
            assertThat(page.locator("#errors")).containsText("「探す」を押して");
            page.locator("[id^='f-children_r1_wishes_r2_wish'][type=radio]").first().check();
            page.locator("[name='children.r1.wishes.r2.fare']").fill("0");
            next(page);
            assertThat(page.locator("#errors")).containsText("希望 1 と同じ");
            page.locator("[name='_remove'][value='children.r1.wishes.r2']").click();
            next(page);
            reviewed(page);
        }
    }

    @Test
    void withScripts() {
        try (var hanako = browser.visitor(Screen.NARROW)) {
            var page = begun(hanako);
            page.locator("[name='_add'][value='children.r1.wishes']").click();
            page.waitForURL("**#f-children_r1_wishes_r1-row");
            assertThat(page.locator("#f-children_r1_wishes_r1-row")).isFocused();
            var words = page.locator("[name='children.r1.wishes.r1.wish.words']");
            words.fill("スイドウ");
            page.getByLabel("水道筋こども園（灘区）").check();
            words.fill("みなと");
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("1件見つかりました");
            assertThat(page.getByLabel("水道筋こども園（灘区）")).isChecked();
            assertThat(page.getByLabel("みなと保育園（中央区）")).not().isChecked();
            words.fill("ない園");
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("見つかりませんでした");
            words.press("Enter");
            page.getByLabel("通う費用（1か月）").fill("12,345");
            hanako.look("portal-rows-and-lists");
            next(page);
            reviewed(page);
        }
    }

    /** What the page says is too long the server refuses, and nothing else; a newline and 𠮷 are one character each. */
    @Test
    void theCounterOfThePageAndTheLimitOfTheServerAgree() {
        try (var hanako = browser.visitor(Screen.NARROW)) {
            var page = begun(hanako);
            page.locator("[name='_add'][value='children.r1.wishes']").click();
            page.locator("[name='children.r1.wishes.r1.wish.words']").fill("水道筋");
            page.getByLabel("水道筋こども園（灘区）").check();
            page.getByLabel("通う費用（1か月）").fill("0");
            var area = page.getByLabel("伝えたいこと");
            var counter = page.locator("[data-count-for='f-words']");
            for (var fitting : List.of("𠮷\n".repeat(5) + "𠮷野", "\n" + "あ".repeat(10) + "\n",
                    "👨‍👩‍👧".repeat(2) + "😀a",
                    "か\u3099".repeat(6), "葛\uDB40\uDD00".repeat(6))) {
                area.fill(fitting);
                assertThat(counter).hasText("あと0文字（12文字以内）");
                next(page);
                page.waitForURL("**/review");
                page.goBack();
                page.locator("[name='who.family']").waitFor();

                area.fill(fitting.strip() + "𠮷\nあ");
                assertThat(counter).containsText("文字多すぎます");
                next(page);
                assertThat(page.locator("#errors")).containsText("12文字までで入力してください");
                assertThat(area).hasValue(fitting.strip() + "𠮷\nあ");
            }
        }
    }

    @Test
    void whatIsMissingOnTheLastPageLeadsToItsField() {
        try (var hanako = browser.visitor(Screen.NARROW)) {
            var page = begun(hanako);
            page.navigate(page.url().replaceAll("/pages/.*", "/review"));
            assertThat(page.locator("main form button[type=submit].button")).isDisabled();
            page.locator("#errors a").filter(new Locator.FilterOptions().setHasText("お子さんの呼び名")).click();
            page.waitForURL("**/pages/main?**");
            assertThat(page.getByLabel("お子さんの呼び名")).isInViewport();
        }
    }

    private static Page begun(Visitor visitor) {
        var page = visitor.page();
        page.navigate(portal.address() + "/procedures/many");
        page.locator("main form button[type=submit].button").first().click();
        page.locator("[name='who.family']").fill("神戸");
        page.locator("[name='who.given']").fill("花子");
        page.getByLabel("お子さんの呼び名").fill("一郎");
        return page;
    }

    private static void next(Page page) {
        page.locator("main .actions button.button").first().click();
    }

    private static void reviewed(Page page) {
        page.waitForURL("**/review");
        assertThat(page.locator("main")).containsText("水道筋こども園（灘区）");
        assertThat(page.locator("main")).containsText("12,345円");
        assertThat(page.locator("main h4")).containsText("希望 1：水道筋こども園");
        assertThat(page.url()).startsWith(portal.address());
    }
}
