package jp.madoguchi.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import org.awaitility.Awaitility;

import jp.madoguchi.testkit.Visitor;

/** 神戸 花子 at her browser, claiming the child allowance (児童手当) for two children. */
final class Applicant {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final RunningTown.Place town;
    private final Visitor visitor;
    private final String story;
    private final Page page;

    Applicant(RunningTown.Place town, Visitor visitor, String story) {
        this.town = town;
        this.visitor = visitor;
        this.story = story;
        this.page = visitor.page();
    }

    /** Finds the procedure from the home page, signs in on the way, and opens the first page of questions. */
    void opensTheClaimSignedIn() {
        page.navigate(town.settings().portalUrl() + "/");
        look("home");
        page.navigate(town.settings().portalUrl() + "/procedures");
        look("procedures");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("児童手当 認定請求")).first().click();
        look("procedure");
        page.navigate(town.settings().portalUrl() + "/account");
        look("login");
        page.locator("[name=login]").fill("hanako@example.jp");
        page.locator("[name=password]").fill("madoguchi-demo");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("ログイン").setExact(true)).click();
        page.waitForURL(town.settings().portalUrl() + "/account**");
        look("account-before");
        page.navigate(town.settings().portalUrl() + "/procedures/jido-teate");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("申請をはじめる")).first().click();
    }

    void fillsInEveryPage(Path identityCard) {
        look("page-empty");
        press("次へ進む");
        look("page-errors");

        choose("has-spouse", "yes");
        choose("claimant-occupation", "employee");
        if (!page.locator("[name='higher-income'][value=yes]").isVisible()) {
            // Without scripts the question comes with the next page.
            page.locator("button[value=next]:not([tabindex])").click();
        }
        choose("higher-income", "yes");
        next("who");

        choose("event", "birth");
        next("reason");

        fill("claimant-name.family", "神戸");
        fill("claimant-name.given", "花子");
        fill("claimant-name.family-kana", "コウベ");
        fill("claimant-name.given-kana", "ハナコ");
        date("claimant-birth", "H", "7", "4", "1");
        fill("claimant-address.postal", "650-0001");
        field("claimant-address.ward").selectOption("中央区");
        fill("claimant-address.town", "加納町六丁目");
        fill("claimant-address.number", "5番1号");
        fill("claimant-phone", "090-1234-5678");
        fill("claimant-mail", "hanako@example.jp");
        fill("claimant-mail.again", "hanako@example.jp");
        next("claimant");

        fill("spouse-name.family", "神戸");
        fill("spouse-name.given", "太郎");
        fill("spouse-name.family-kana", "コウベ");
        fill("spouse-name.given-kana", "タロウ");
        date("spouse-birth", "H", "6", "12", "24");
        choose("spouse-occupation", "self-employed");
        choose("spouse-together", "yes");
        next("spouse");

        press("お子さんを追加する");
        child(0, "一郎", "イチロウ", "R", "3", "5", "5");
        child(1, "さくら", "サクラ", "R", "8", "11", "10");
        next("children");

        choose("pension", "employees");
        next("pension");

        fill("account.bank", "0001");
        fill("account.bank-name", "みほん銀行");
        fill("account.branch", "123");
        fill("account.branch-name", "三宮支店");
        choose("account.type", "1");
        fill("account.number", "1234567");
        fill("account.holder", "コウベ ハナコ");
        next("bank");

        field("identity").setInputFiles(identityCard);
        var attach = page.locator("button[name=_attach][value=identity]");
        if (attach.isVisible()) {
            // Without scripts the file goes when the button is pressed.
            attach.click();
        } else {
            page.locator("[data-upload=identity] .files li").waitFor();
        }
        assertThat(visitor).shows(identityCard.getFileName().toString());
        check("truth");
        next("attachments");
    }

    private void child(int number, String given, String givenKana, String era, String year, String month, String day) {
        part(number, ".child-name.family").fill("神戸");
        part(number, ".child-name.given").fill(given);
        part(number, ".child-name.family-kana").fill("コウベ");
        part(number, ".child-name.given-kana").fill(givenKana);
        part(number, ".child-birth.era").selectOption(era);
        part(number, ".child-birth.year").fill(year);
        part(number, ".child-birth.month").fill(month);
        part(number, ".child-birth.day").fill(day);
        page.locator("[name$='.child-relation'][value=child]").nth(number).check();
        page.locator("[name$='.child-together'][value=yes]").nth(number).check();
    }

    /** @return the receipt number as shown */
    String handsItIn() {
        assertThat(visitor).shows("内容の確認").shows("一郎").shows("さくら");
        look("review");
        check("consent");
        if (field("word").count() > 0) {
            fill("word", "みほんの合言葉です");
        }
        press("この内容で提出する");
        assertThat(visitor).shows("提出が完了しました");
        look("receipt");
        return page.locator(".receipt-number").innerText().strip();
    }

    void seesTheStateOnTheTrackingPage() {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("申請の状況を見る")).click();
        assertThat(visitor).shows("申請の状況");
        look("track");
    }

    /** Opens the link in the mail with this subject on this application, in the same browser. */
    void opensTheLinkInTheMail(String subject, String receiptNumber) {
        var letter = Awaitility.await("a mail about " + subject).pollInSameThread().atMost(TIMEOUT)
                .until(() -> town.letters().newestFirst().stream()
                        .filter(each -> each.subject().contains(subject) && each.subject().contains(receiptNumber))
                        .findFirst(),
                        java.util.Optional::isPresent)
                .orElseThrow();
        page.navigate(letter.links().getFirst());
    }

    void correctsTheBankAccount() {
        look("correction-asked");
        var begin = page.getByText("補正をはじめる");
        if (begin.count() > 0) {
            begin.first().click();
        }
        if (page.locator("[name='account.number']").count() == 0) {
            page.locator("a[href*='/pages/bank']").first().click();
        }
        look("correction-page");
        fill("account.number", "7654321");
        page.locator("button[value=next]:not([tabindex])").click();
        look("correction-review");
        press("補正を提出する");
    }

    void readsTheNotice(String name) {
        look("decided");
        var notice = page.locator("a[href*='/documents/']").first();
        assertThat(notice.innerText()).contains(name);
        var file = page.request().get(town.settings().portalUrl() + notice.getAttribute("href"));
        assertThat(file.status()).isEqualTo(200);
        assertThat(new String(file.body(), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    }

    private void next(String name) {
        look("page-" + name);
        page.locator("button[value=next]:not([tabindex])").click();
        assertThat(page.locator(".field [aria-invalid=true]").count()).as("errors after page " + name + ": "
                + page.locator("body").innerText()).isZero();
    }

    private void press(String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button)).last().click();
    }

    private void choose(String name, String value) {
        page.locator("[name='" + name + "'][value='" + value + "']").check();
    }

    private void check(String name) {
        field(name).check();
    }

    private void date(String name, String era, String year, String month, String day) {
        field(name + ".era").selectOption(era);
        fill(name + ".year", year);
        fill(name + ".month", month);
        fill(name + ".day", day);
    }

    private void fill(String name, String value) {
        field(name).fill(value);
    }

    private Locator field(String name) {
        return page.locator("[name='" + name + "']");
    }

    private Locator part(int number, String suffix) {
        return page.locator("[name$='" + suffix + "']").nth(number);
    }

    private void look(String name) {
        visitor.look(story + "-" + name);
    }
}
