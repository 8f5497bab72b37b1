package jp.madoguchi.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import jp.madoguchi.testkit.Visitor;
import jp.madoguchi.testkit.forms.EveryKind;

/** One resident on the way through the form with every kind of question: each page empty, wrong and right. */
final class EveryKindFilling {

    private final Visitor visitor;
    private final Page page;
    private final Hand hand;
    private final boolean scripts;
    private final PortalServer portal;
    private final Supplier<Visitor> somebodyElse;

    EveryKindFilling(Visitor visitor, boolean scripts, PortalServer portal, Supplier<Visitor> somebodyElse) {
        this.visitor = visitor;
        this.page = visitor.page();
        this.hand = new Hand(page);
        this.scripts = scripts;
        this.portal = portal;
        this.somebodyElse = somebodyElse;
    }

    void begins() {
        page.navigate(portal.address() + "/procedures/every-kind");
        page.locator("main form button.button").first().click();
    }

    void owner() {
        wrongAtFirst("owner", Way.OWNER);
        if (scripts) {
            hand.types("home.postal", "６５０ー０００１");
            page.getByText("兵庫県神戸市中央区加納町 を入力").click();
            assertThat(hand.standing("home.ward")).isEqualTo("中央区");
        }
        right("owner", Way.OWNER);
    }

    void shop() {
        assertThat(visitor).shows("お店の書き方").shows("看板に書かれているとおりに");
        wrongAtFirst("shop", Way.SHOP);
        right("shop", Way.SHOP);
    }

    void wishes() {
        page.waitForURL("**/pages/wishes");
        var words = page.locator("[name='way.other']");
        assertThat(words.isVisible()).as("the words for others are asked for").isEqualTo(!scripts);
        wrongAtFirst("wishes", Way.WISHES);
        Way.WISHES.forEach(way -> hand.types(way.right()));
        if (!scripts) {
            hand.presses("_find", "street");
            // The account stands as a bank writes it by now.
            Way.WISHES.stream().filter(way -> !way.question().equals("account"))
                    .forEach(way -> hand.finds(way.right()));
        }
        assertThat(page.locator("fieldset:has([name='street.words']) [role=status]")).containsText("1件見つかりました");
        page.getByLabel("水道筋商店街（灘区）").check();
        looks("wishes-filled");
        hand.goesOn();
        page.waitForURL("**/pages/papers");
        page.navigate(page.url().replace("/papers", "/wishes"));
        hand.finds(java.util.Map.of("account.bank", "9900", "account.bank-name", "ゆうちょ銀行", "account.branch", "438",
                "account.number", "1234567", "account.yucho-symbol", "", "account.holder", "ﾖｼﾀﾞ ﾀｶｺ"));
        hand.goesOn();
    }

    void papers() {
        wrongAtFirst("papers", Way.PAPERS);
        var input = page.locator("input[name=pictures]");
        input.setInputFiles(Papers.disguisedProgram(EveryKind.PICTURES.getFirst()));
        var refused = "「看板.png」の中身は、受け付けている種類のファイルではありません";
        if (scripts) {
            page.locator("[data-upload=pictures] .field-error", new Page.LocatorOptions().setHasText(refused))
                    .waitFor();
        } else {
            hand.presses("_attach", "pictures");
            hand.isTold("f-pictures", refused);
        }
        looks("papers-disguised");
        attach(Papers.picture(EveryKind.PICTURES.getFirst()), Papers.pdf(EveryKind.PICTURES.getLast()));
        for (var name : EveryKind.PICTURES) {
            assertThat(visitor).shows(name);
            assertThat(page.request().get(portal.address() + page.locator("a:text-is('" + name + "')")
                    .getAttribute("href")).ok()).isTrue();
        }
        hand.presses("_ask", "lease");
        asked();
        assertThat(visitor).shows(EveryKind.LANDLORD + "が記入しました");
        looks("papers-filled");
        hand.goesOn();
    }

    /** With scripts all at once on the way on, without them one by one. */
    private void attach(FilePayload... files) {
        var input = page.locator("input[name=pictures]");
        if (scripts) {
            input.setInputFiles(files);
            hand.goesOn();
        } else {
            for (var file : files) {
                input.setInputFiles(file);
                hand.presses("_attach", "pictures");
            }
        }
        assertThat(page.locator(".files li")).hasCount(files.length);
    }

    private void asked() {
        page.waitForURL("**/errands/lease");
        page.locator("[name=mail]").fill("だれか");
        page.locator("main form button.button").first().click();
        hand.isTold("f-mail", "name@example.jp");
        looks("asking-errors");
        page.locator("[name=mail]").fill("");
        page.locator("main form button.button").first().click();
        var link = page.locator("#delegation-link").inputValue();
        looks("asking-link");
        page.locator("main a.button").click();
        try (var landlord = somebodyElse.get()) {
            new Landlord(landlord, portal).fillsIn(link, scripts ? "every-kind" : "every-kind-plain");
        }
        page.reload();
    }

    void people() {
        page.waitForURL("**/pages/people");
        var first = "workers.r1.worker";
        looks("people");
        hand.goesOn();
        hand.isTold("f-workers_r1_worker_family", "働く人のお名前");
        summaryIsReached();
        hand.types(first + ".family", "山﨑");
        hand.types(first + ".given", "一郎");
        hand.presses("_add", "workers.r1.skills");
        hand.types("workers.r1.skills.r1.skill", "調理師");
        hand.presses("_add", "workers.r1.skills");
        hand.types("workers.r1.skills.r2.skill", "調理師");
        hand.presses("_add", "workers");
        hand.types("workers.r2.worker.family", "Nguyễn");
        hand.types("workers.r2.worker.given", "Văn An");
        hand.goesOn();
        hand.isTold("f-workers_r1_skills_r2_skill", Way.PEOPLE.getLast().told());
        assertThat(hand.standing("workers.r1.skills.r2.skill")).isEqualTo("調理師");
        looks("people-errors");
        hand.presses("_remove", "workers.r1.skills.r2");
        assertThat(page.locator("#errors")).hasCount(0);
        assertThat(hand.standing("workers.r2.worker.family")).isEqualTo("Nguyễn");
        looks("people-filled");
        hand.goesOn();
    }

    void promise() {
        wrongAtFirst("promise", Way.PROMISE);
        right("promise", Way.PROMISE);
        page.waitForURL("**/review");
    }

    private void wrongAtFirst(String name, List<Way> ways) {
        page.waitForURL("**/pages/" + name);
        looks(name);
        ways.forEach(way -> hand.types(way.wrong()));
        hand.goesOn();
        ways.forEach(way -> hand.isTold("f-" + way.at().replaceAll("[^A-Za-z0-9-]", "_"), way.told()));
        ways.forEach(way -> hand.finds(way.wrong()));
        summaryIsReached();
        looks(name + "-errors");
    }

    private void right(String name, List<Way> ways) {
        ways.forEach(way -> hand.types(way.right()));
        looks(name + "-filled");
        hand.goesOn();
    }

    /** Whoever cannot see the page stands at the summary, not at the top; the title says so as well. */
    private void summaryIsReached() {
        assertThat(page.locator("#errors")).isFocused();
        assertThat(page.title()).startsWith("（入力の誤り）");
        Locator link = page.locator("#errors a").first();
        link.click();
        assertThat(page.locator("[id='" + link.getAttribute("href").substring(1) + "']")).isFocused();
    }

    /** The page as it stands on the telephone. */
    void looks(String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(
                Path.of("target", "screenshots", (scripts ? "every-kind-" : "every-kind-plain-") + name + ".png")));
        assertThat(visitor).hasNoAxeViolations().doesNotScrollSideways().hasNoComplaints();
    }
}
