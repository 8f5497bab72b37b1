package jp.madoguchi.backoffice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.imageio.ImageIO;
import jp.madoguchi.backoffice.casework.CaseService;
import jp.madoguchi.backoffice.casework.CaseAction;
import jp.madoguchi.exchange.ApplicationUpdate;
import jp.madoguchi.forms.QuestionId;
import jp.madoguchi.forms.Sha256;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.platform.security.StaffMember;
import jp.madoguchi.exchange.Consignment;
import jp.madoguchi.exchange.LostMails;
import jp.madoguchi.testkit.TakenPhoto;
import jp.madoguchi.testkit.Browser;
import jp.madoguchi.testkit.Screen;
import jp.madoguchi.testkit.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Every page of casework in a real browser, on both screens, checked with axe. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(40);

    private TestOffice office;
    private Browser browser;
    private UUID caseId;
    private UUID otherCase;

    @BeforeAll
    void open() throws IOException {
        office = TestOffice.open();
        browser = Browser.launch();
        await().atMost(TIMEOUT).until(office::hasPublishedAll);
        var picture = picture();
        var attachment = TestApplications.attachment("本人確認書類（表）.png", picture);
        office.portal().hold(attachment.id(), picture);
        var file = new Answer.FileRef(attachment.id(), attachment.name(), attachment.bytes(), attachment.sha256(),
                attachment.mediaType());
        var submitted = TestApplications.submitted("jido-teate",
                TestApplications.hanako().with(new QuestionId("identity"), new Answer.Files(List.of(file))),
                attachment);
        office.portal().offer(submitted);
        var other = TestApplications.childAllowance();
        office.portal().offer(other);
        for (int i = 0; i < 3; i++) {
            office.portal().offer(TestApplications.childAllowance());
        }
        otherCase = caseOf(other.application());
        caseId = await().atMost(TIMEOUT)
                .until(() -> office.bean(CaseService.class).caseOf(submitted.application()).blockOptional(),
                        java.util.Optional::isPresent)
                .orElseThrow();
    }

    @AfterAll
    void close() {
        browser.close();
        office.close();
    }

    @Test
    void pagesOfACaseFromQueueToNotice() {
        try (var clerk = visitor(TestOffice.CLERK1); var chief = visitor(TestOffice.CHIEF)) {
            clerk.page().navigate(office.address() + "/queue?tab=mine");
            clerk.look("backoffice-queue-empty");
            clerk.page().navigate(office.address() + "/queue");
            clerk.look("backoffice-queue");
            clerk.page().keyboard().press("j");
            clerk.page().keyboard().press("j");
            assertThat((Boolean) clerk.page().evaluate("document.activeElement.hasAttribute('data-open')"))
                    .as("j walks to a row").isTrue();

            open(clerk, "/cases/" + caseId);
            clerk.look("backoffice-case-unclaimed");
            press(clerk, "担当する");
            clerk.page().locator("a.file-link").first().click();
            await().atMost(TIMEOUT).until(() -> (Boolean) clerk.page()
                    .evaluate("document.querySelector('.viewer img')?.naturalWidth === 320"));
            assertThat(clerk.page().locator(".viewer h2").innerText()).contains("請求する方の顔写真付きの本人確認書類");
            clerk.look("backoffice-case");
            clerk.page().keyboard().press("Escape");
            assertThat(clerk.page().locator(".viewer").isVisible()).isFalse();

            open(clerk, "/cases/" + caseId + "/correction");
            clerk.look("backoffice-correction");
            press(clerk, "補正を求める");
            clerk.look("backoffice-correction-errors");

            open(clerk, "/cases/" + caseId + "/decision");
            clerk.page().getByLabel("認めない（拒否）").check();
            clerk.page().getByLabel("決裁者への申し送り").fill("窓口で原本を確認した。");
            press(clerk, "決裁に回す");
            clerk.look("backoffice-decision-errors");
            clerk.page().getByLabel("理由となる事実").fill("児童と生計を同じくしていない。");
            clerk.page().getByLabel("根拠となる条項").fill("児童手当法第4条第1項");
            clerk.page().locator("input[name=criterion]").first().check();
            // Looking at the notice opens beside the page; the form stays as it is, and can still be sent.
            var notice = clerk.page().context()
                    .waitForPage(() -> clerk.page().locator("button[name=preview]").click());
            notice.close();
            assertThat(clerk.page().getByLabel("理由となる事実").inputValue()).isEqualTo("児童と生計を同じくしていない。");
            press(clerk, "決裁に回す");
            assertThat(clerk.page().locator("main").innerText()).contains("決裁に回しました");
            clerk.look("backoffice-case-awaiting-approval");

            open(chief, "/cases/" + caseId + "/approval");
            chief.look("backoffice-approval");
            press(chief, "決裁だけする");
            open(chief, "/cases/" + caseId + "/notice");
            chief.look("backoffice-notice");
            press(chief, "通知書を交付する");
            chief.look("backoffice-case-issued");
        }
    }

    @Test
    void theQueueTellsThatACorrectionCame() {
        var submitted = TestApplications.childAllowance();
        office.portal().offer(submitted);
        var id = await().atMost(TIMEOUT)
                .until(() -> office.bean(CaseService.class).caseOf(submitted.application()).blockOptional(),
                        java.util.Optional::isPresent)
                .orElseThrow();
        try (var clerk = visitor(TestOffice.CLERK2)) {
            open(clerk, "/cases/" + id);
            press(clerk, "担当する");
            open(clerk, "/cases/" + id + "/correction");
            clerk.page().locator("textarea[name=reason]").fill("電話番号が使われていません。");
            press(clerk, "補正を求める");
            var asked = await().atMost(TIMEOUT)
                    .until(() -> office.portal().updatesOf(submitted.application()).stream()
                            .map(ApplicationUpdate::correction).filter(Objects::nonNull).findFirst(),
                            java.util.Optional::isPresent)
                    .orElseThrow();
            office.portal().offer(TestApplications.corrected(submitted, asked.id(), TestApplications.hanako()));
            await().atMost(TIMEOUT).untilAsserted(() -> {
                open(clerk, "/queue");
                assertThat(clerk.page().locator("main").innerText()).contains("補正の回答が届いた案件が1件あります");
            });
            clerk.look("backoffice-queue-corrected");
            clerk.page().getByText("自分の案件を見る").click();
            clerk.page().waitForURL("**tab=mine**");
            clerk.look("backoffice-queue-mine-corrected");
            open(clerk, "/cases/" + id);
            clerk.look("backoffice-case-given-back");
        }
    }

    @Test
    void backLeavesNothingInTheBoxThatWasSentAndNGoesToTheNextCase() {
        try (var clerk = visitor(TestOffice.CLERK2)) {
            open(clerk, "/queue");
            open(clerk, "/cases/" + otherCase);
            clerk.page().locator("textarea[name=message]").fill("書類が届きました。");
            press(clerk, "送る");
            assertThat(clerk.page().locator("main").innerText()).contains("メッセージを送りました");
            clerk.page().goBack();
            clerk.page().waitForLoadState();
            assertThat(clerk.page().locator("textarea[name=message]").inputValue()).isEmpty();

            clerk.page().locator("h1").click();
            clerk.page().keyboard().press("n");
            clerk.page().waitForURL(address -> address.contains("/cases/") && !address.contains(otherCase.toString()));
            open(clerk, "/search");
            clerk.page().locator("input[name=text]").fill("はなこ");
            press(clerk, "さがす");
            clerk.look("backoffice-search");
            office.bean(CaseService.class)
                    .happen(otherCase, (file, now) -> file.messages().receive("引っ越しの日が変わりました。", now)).block();
            open(clerk, "/cases/" + otherCase);
            clerk.look("backoffice-case-message");
            open(clerk, "/queue?tab=messages");
            clerk.look("backoffice-queue-messages");
        }
    }

    /** Whoever works by keyboard is never left before the page: the focus is on what was said, the heading, or the case they stood on. */
    @Test
    void theFocusStaysWithWhoWorksByKeyboard() {
        for (int i = 0; i < 3; i++) {
            var submitted = TestApplications.childAllowance();
            office.portal().offer(submitted);
            caseOf(submitted.application());
        }
        try (var clerk = visitor(TestOffice.CLERK1)) {
            var page = clerk.page();
            open(clerk, "/queue?tab=unclaimed");
            page.keyboard().press("j");
            page.keyboard().press("c");
            page.waitForURL(address -> address.contains("/cases/"));
            await().atMost(TIMEOUT).ignoreExceptions()
                    .untilAsserted(() -> assertThat(focus(page)).contains("担当しました"));
            page.keyboard().press("n");
            page.waitForURL(address -> address.contains("/cases/") && !address.contains("claim"));
            await().atMost(TIMEOUT).ignoreExceptions()
                    .untilAsserted(() -> assertThat(focus(page)).startsWith("H1"));

            open(clerk, "/queue?tab=unclaimed");
            page.keyboard().press("j");
            page.keyboard().press("o");
            page.waitForURL(address -> address.contains("/cases/"));
            await().atMost(TIMEOUT).ignoreExceptions()
                    .untilAsserted(() -> assertThat(focus(page)).startsWith("H1"));

            open(clerk, "/queue?tab=unclaimed");
            page.locator("[data-claim] button").first().focus();
            var row = String.valueOf(page.evaluate("document.activeElement.closest('tr').innerText"));
            refresh(page);
            assertThat(focus(page)).startsWith("BUTTON");
            assertThat(page.evaluate("document.activeElement.closest('tr').innerText")).isEqualTo(row);
            page.locator("#queue .tabs a").first().focus();
            refresh(page);
            assertThat(focus(page)).startsWith("A");

            page.locator("[data-row] [data-open]").first().focus();
            var taken = UUID
                    .fromString(String.valueOf(page.evaluate("document.activeElement.href")).replaceFirst(".*/", ""));
            office.bean(CaseService.class).make(taken, TestOffice.staff(TestOffice.CLERK2), CaseAction.CLAIM,
                    (file, now) -> file.claim(TestOffice.staff(TestOffice.CLERK2), now, Duration.ofMinutes(30)))
                    .block();
            refresh(page);
            assertThat((Boolean) page.evaluate("document.activeElement.hasAttribute('data-open')")).isTrue();
            assertThat(page.locator("[data-said]").textContent()).contains("一覧からなくなりました");
        }
    }

    private static String focus(Page page) {
        return String.valueOf(page.evaluate("document.activeElement.tagName + ' ' + document.activeElement.innerText"));
    }

    /** As the list does by itself every few seconds. */
    private static void refresh(Page page) {
        page.evaluate("htmx.ajax('GET', document.getElementById('queue').getAttribute('hx-get'), "
                + "{target: '#queue', swap: 'outerHTML'})");
    }

    @Test
    void whatIsTypedSurvivesALostWindow() {
        try (var clerk = visitor(TestOffice.CLERK2)) {
            open(clerk, "/cases/" + caseId);
            clerk.page().locator("textarea[name=note]").fill("電話で確認。あとで書き足す。");
            open(clerk, "/queue");
            await().atMost(TIMEOUT).untilAsserted(() -> {
                open(clerk, "/cases/" + caseId);
                assertThat(clerk.page().locator("textarea[name=note]").inputValue()).isEqualTo("電話で確認。あとで書き足す。");
            });
        }
    }

    @Test
    void attachmentsAreShownAsFarAsABrowserCanShowThem() {
        var heic = held("IMG_0001.HEIC", "image/heic", TakenPhoto.heic());
        var huge = held("大きすぎる.png", "image/png", TakenPhoto.hugePng(60_000, 60_000));
        var named = held("免許証\u202Egpj.hta", "image/jpeg", TakenPhoto.jpeg(60, 40, 1));
        var submitted = TestApplications.childAllowance(heic, huge, named);
        office.portal().offer(submitted);
        var id = caseOf(submitted.application());
        try (var clerk = visitor(TestOffice.CLERK1)) {
            open(clerk, "/cases/" + id);
            var page = clerk.page();
            page.locator("a.file-link:text-is('IMG_0001.HEIC')").click();
            var frame = page.frameLocator(".viewer iframe");
            frame.locator("canvas").waitFor();
            assertThat(frame.locator("canvas").getAttribute("width")).isEqualTo("320");
            clerk.look("backoffice-heic");
            assertThat(page.request().get(office.address() + "/cases/" + id + "/attachments/" + heic.id() + "/picture")
                    .headers().get("content-security-policy")).contains("'wasm-unsafe-eval'")
                    .contains("default-src 'none'");
            assertThat(page.request().get(office.address() + "/cases/" + id).headers().get("content-security-policy"))
                    .doesNotContain("wasm");

            var tooLarge = page.locator("a.file-link:text-is('大きすぎる.png')");
            assertThat(tooLarge.getAttribute("data-view")).isEmpty();
            assertThat(page.locator("dd:has(a:text-is('大きすぎる.png'))").innerText()).contains("保存して開いてください");
            assertThat(page.request().get(office.address() + tooLarge.getAttribute("href")).headers()
                    .get("content-disposition")).startsWith("attachment");

            var link = page.locator("a.file-link:text-is('免許証gpj.hta.jpg')");
            assertThat(page.request().get(office.address() + link.getAttribute("href")).headers()
                    .get("content-disposition")).startsWith("inline").contains(".hta.jpg").doesNotContain("%E2%80%AE");
        }
    }

    private Consignment.Attachment held(String name, String type, byte[] bytes) {
        var file = new Consignment.Attachment(UUID.randomUUID(), "identity", name, bytes.length,
                Sha256.hex(bytes), type);
        office.portal().hold(file.id(), bytes);
        return file;
    }

    @Test
    void theAdministratorReadsWhetherFilesAreScanned() {
        try (var admin = visitor(TestOffice.ADMIN)) {
            office.portal().scans(false);
            open(admin, "/intake");
            assertThat(admin.page().locator("main").innerText()).contains("添付ファイルのウイルス検査が止まっています");
            office.portal().scans(true);
            open(admin, "/intake");
            assertThat(admin.page().locator("main").innerText()).contains("検査の済んだ申請だけが届きます")
                    .doesNotContain("止まっています");
        }
    }

    @Test
    void pagesOfAuditorAdministratorAndErrors() {
        try (var auditor = visitor(TestOffice.AUDITOR); var admin = visitor(TestOffice.ADMIN)) {
            open(auditor, "/audit");
            auditor.look("backoffice-audit");
            open(admin, "/intake");
            admin.look("backoffice-intake");
            office.portal().losesMails(List.of(
                    new LostMails(new LostMails.Batch(Instant.parse("2026-11-27T00:00:00Z"), "550 5.7.1", "example.jp"),
                            1200, 1200),
                    new LostMails(new LostMails.Batch(Instant.parse("2026-11-27T05:00:00Z"), "came back: 5.2.2",
                            "a-mailbox-provider.example"), 3, 0)));
            open(admin, "/intake/mails?from=x&until=2026-11-27T11:00");
            admin.look("backoffice-lost-mails");
            open(admin, "/procedures");
            admin.look("backoffice-procedures");
            open(admin, "/cases/" + caseId);
            admin.look("backoffice-forbidden");
        }
    }

    private UUID caseOf(UUID application) {
        return await().atMost(TIMEOUT)
                .until(() -> office.bean(CaseService.class).caseOf(application).blockOptional(),
                        java.util.Optional::isPresent)
                .orElseThrow();
    }

    private Visitor visitor(StaffMember member) {
        var visitor = browser.visitor(Screen.WIDE);
        visitor.page().context()
                .addCookies(List.of(new Cookie(TestOffice.WHO, member.staffId()).setUrl(office.address())));
        return visitor;
    }

    private void open(Visitor visitor, String path) {
        visitor.page().navigate(office.address() + path);
    }

    private static void press(Visitor visitor, String button) {
        Locator found = visitor.page().getByRole(AriaRole.BUTTON,
                new Page.GetByRoleOptions().setName(button).setExact(true));
        found.first().click();
        visitor.page().waitForLoadState();
    }

    private static byte[] picture() throws IOException {
        var image = new java.awt.image.BufferedImage(320, 200, java.awt.image.BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(java.awt.Color.LIGHT_GRAY);
        pen.fillRect(0, 0, 320, 200);
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }
}
