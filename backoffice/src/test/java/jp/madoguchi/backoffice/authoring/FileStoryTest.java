package jp.madoguchi.backoffice.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;

import jp.madoguchi.backoffice.TestApplications;
import jp.madoguchi.backoffice.TestOffice;
import jp.madoguchi.platform.security.StaffMember;
import jp.madoguchi.testkit.Browser;
import jp.madoguchi.testkit.Screen;
import jp.madoguchi.testkit.Visitor;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A designer takes a procedure out as a file, changes it, and publishes it again. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FileStoryTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(40);

    private TestOffice office;
    private Browser browser;

    @BeforeAll
    void open() {
        office = TestOffice.open();
        browser = Browser.launch();
        await().atMost(TIMEOUT).until(office::hasPublishedAll);
    }

    @AfterAll
    void close() {
        browser.close();
        office.close();
    }

    @Test
    void aChangedFileBecomesTheNextVersion() {
        try (var designer = visitor(TestOffice.DESIGNER)) {
            var title = title("hoiku-riyo");
            var file = definition(designer, "hoiku-riyo").replaceFirst("\"" + title, "\"" + title + "（改）");
            sends(designer, file);
            assertThat(designer).satisfies(shows("第1版との違い", "（改）", "別の名前の手続を置き換えます", "「" + title + "」はなくなり"));
            designer.look("backoffice-file-differences");
            designer.page().locator("#replaces").fill("ちがう手続");
            press(designer, "公開する");
            assertThat(designer).satisfies(shows("そのまま入力してください"));
            assertThat(designer.page().locator("#replaces").inputValue()).isEqualTo("ちがう手続");
            designer.page().locator("#replaces").fill(title);
            press(designer, "公開する");
            assertThat(designer).satisfies(shows("「" + title + "（改）"));
            designer.look("backoffice-file-published");
            await().atMost(TIMEOUT).until(() -> office.portal().published().containsKey("hoiku-riyo/2"));

            sends(designer, file);
            assertThat(designer).satisfies(shows("公開する必要はありません"));
            assertThat(designer.page().getByText("公開する", new Page.GetByTextOptions().setExact(true)).count()).isZero();
        }
    }

    @Test
    void whoeverPublishesSeesWhatItMeansForThoseInTheMiddle() {
        try (var designer = visitor(TestOffice.DESIGNER)) {
            await().atMost(TIMEOUT).until(() -> office.portal().published().containsKey("jido-teate/1"));
            office.portal().begin("jido-teate");
            var file = definition(designer, "jido-teate");
            var gone = file.replaceFirst("\"required\":false", "\"required\":true");
            sends(designer, gone.equals(file) ? file.replaceFirst("\"label\":\\{\"ja\":\"", "$0（改）") : gone);
            assertThat(designer).satisfies(shows("入力の途中の申請", "10件未満", "新しい版へ引き継がれ"));
            assertThat(designer.page().locator("#drafts li").count()).isPositive();
            designer.look("backoffice-file-drafts");

            office.portal().failCounts(1);
            designer.page().reload();
            assertThat(designer).satisfies(shows("いま申請サイトに確かめられません"));
            press(designer, "公開する");
            assertThat(designer).satisfies(shows("本人が次に開いたときにこの版へ引き継がれ"));
        }
    }

    @Test
    void aFileThatIsTooLongIsToldSo() {
        try (var designer = visitor(TestOffice.DESIGNER)) {
            sends(designer, "id: chizu\nsummary: " + "x".repeat(3_000_000));
            assertThat(designer).satisfies(shows("ファイルを読み取れません", "長すぎます（100万文字まで）"));
        }
    }

    @Test
    void anOldVersionIsLookedAtAndPublishedAsANewOne() {
        try (var designer = visitor(TestOffice.DESIGNER); var clerk = visitor(TestOffice.CLERK1)) {
            var first = definition(designer, "shuro-shomei").replaceFirst("shuro-shomei", "shuro-modosu");
            sends(designer, first);
            press(designer, "公開する");
            sends(designer, first.replaceFirst("\"summary\":\\{\"ja\":\"", "$0新。"));
            press(designer, "公開する");
            designer.page().navigate(office.address() + "/procedures/shuro-modosu/history");
            designer.look("backoffice-history");
            designer.page().getByText("違いを見て、この版に戻す").first().click();
            designer.page().waitForLoadState();
            assertThat(designer).satisfies(shows("第2版との違い", "内容は第1版と同じです"));
            press(designer, "公開する");
            assertThat(designer).satisfies(shows("第3版を公開しました"));
            await().atMost(TIMEOUT).until(() -> office.portal().published().containsKey("shuro-modosu/3"));
            assertThat(published("shuro-modosu/3").definition()).isEqualTo(published("shuro-modosu/1").definition());
            designer.page().navigate(office.address() + "/procedures/shuro-modosu/history");
            assertThat(designer).satisfies(shows("第3版をもとの版から戻しました（第1版の内容）"));

            assertThat(clerk.page().request().get(office.address() + "/procedures/shuro-modosu/history").status())
                    .isEqualTo(403);
        }
    }

    /** What nobody published and what nobody could publish are told in the same words. */
    @Test
    void noVersionOfAnUnknownOrImpossibleProcedure() {
        try (var designer = visitor(TestOffice.DESIGNER)) {
            for (var name : List.of("shuro-naki", "Shuro_Naki", "児童手当", "a".repeat(65))) {
                Map.of("/history", "この手続、またはこの版は公開されていません。", "/definition.json", "この手続は公開されていません。",
                        "/versions/1/definition.json", "この版は公開されていません。").forEach((page, words) -> {
                            var answer = designer.page().request()
                                    .get(office.address() + "/procedures/" + name + page);
                            assertThat(answer.status()).as(name + page).isEqualTo(404);
                            assertThat(answer.text()).as(name + page).contains(words);
                        });
            }
        }
    }

    @Test
    void aProcedureIsPausedAndTakenAgainAndBothAreLogged() {
        try (var designer = visitor(TestOffice.DESIGNER); var other = visitor(TestOffice.DESIGNER)) {
            await().atMost(TIMEOUT).until(() -> office.portal().published().containsKey("shuro-shomei/1"));
            var page = office.address() + "/procedures/shuro-shomei/history";
            designer.page().navigate(page);
            other.page().navigate(page);
            designer.page().locator("input[value=PAUSED]").check();
            designer.page().locator("[name=finishBy]").fill("2020-01-01");
            press(designer, "受付を変更する");
            assertThat(designer).satisfies(shows("市民に示す理由を入力してください", "今日からの日付にしてください"));
            assertThat(designer.page().locator("input[value=PAUSED]").isChecked()).isTrue();
            designer.page().locator("[name=reason]").fill("制度が変わる準備のため");
            designer.page().locator("[name=finishBy]").fill("");
            press(designer, "受付を変更する");
            assertThat(designer).satisfies(shows("「停止中」にしました", "制度が変わる準備のため", "提出できません", "受付を停止しました"));
            designer.look("backoffice-standing");
            await().atMost(TIMEOUT).until(() -> office.portal().standings().containsKey("shuro-shomei"));
            assertThat(stands("shuro-shomei").reason()).isEqualTo("制度が変わる準備のため");

            // Who did not see that cannot decide over it.
            other.page().locator("input[value=WITHDRAWN]").check();
            other.page().locator("[name=reason]").fill("終わったため");
            press(other, "受付を変更する");
            assertThat(other).satisfies(shows("あなたがほかの画面で受付を「停止中」に変更しました", "もう一度押してください"));
            assertThat(other.page().locator("[name=reason]").inputValue()).as("nothing typed is lost")
                    .isEqualTo("終わったため");

            designer.page().locator("input[value=OPEN]").check();
            press(designer, "受付を変更する");
            assertThat(designer).satisfies(shows("「受付中」にしました", "受付を再開しました"));
            await().atMost(TIMEOUT).until(
                    () -> stands("shuro-shomei").reason() == null);
        }
    }

    @Test
    void anotherBureausProcedureIsNeitherPausedNorTakenBack() {
        try (var designer = visitor(TestOffice.DESIGNER)) {
            await().atMost(TIMEOUT).until(() -> office.portal().published().containsKey("inu-toroku/1"));
            designer.page().navigate(office.address() + "/procedures/inu-toroku/history");
            assertThat(designer.page().getByText("受付を変更する").count()).isZero();
            var token = designer.page().locator("input[name=_csrf]").first().inputValue();
            for (var door : List.of("/standing", "/versions/1/restoration")) {
                var answered = designer.page().request().post(office.address() + "/procedures/inu-toroku" + door,
                        RequestOptions.create().setForm(FormData.create().set("_csrf", token).set("state", "PAUSED")
                                .set("reason", "止めたい").set("revision", "0")));
                assertThat(answered.status()).as(door).isEqualTo(403);
                assertThat(answered.text()).as(door).contains("健康局の担当者か管理者に頼んでください");
            }
            assertThat(office.portal().standings()).doesNotContainKey("inu-toroku");
        }
    }

    @Test
    void mistakesAreToldWithTheirPlaceAndNothingIsPublished() {
        try (var designer = visitor(TestOffice.DESIGNER)) {
            sends(designer, "id: chizu\ntitle: 地図\nkind: nothing\ncolour: red\n");
            assertThat(designer).satisfies(shows("ファイルを読み取れません", "「colour」という項目はありません", "「nothing」は使えません",
                    "「applicant」がありません。書き足してください"));
            designer.look("backoffice-file-unreadable");

            var unmended = definition(designer, "inu-toroku").replaceFirst("\"articles\":\\[[^\\]]*\\]",
                    "\"articles\":[]");
            sends(designer, unmended);
            assertThat(designer).satisfies(shows("公開を止める問題"));
            designer.look("backoffice-file-blocked");

            sends(designer, new byte[]{(byte) 0x82, (byte) 0xa0});
            assertThat(designer).satisfies(shows("UTF-8 で保存してください"));
        }
    }

    @Test
    void twoFilesWaitSideBySideAndWhoPublishesSecondSeesTheOthersVersionFirst() {
        try (var first = visitor(TestOffice.DESIGNER); var other = visitor(TestOffice.DESIGNER)) {
            var file = definition(first, "shuro-shomei");
            sends(first, file.replaceFirst("\"summary\":\\{\"ja\":\"", "$0甲。"));
            sends(other, file.replaceFirst("\"summary\":\\{\"ja\":\"", "$0乙。"));
            press(other, "公開する");
            assertThat(other).satisfies(shows("第2版を公開しました"));

            assertThat(first).satisfies(shows("第1版との違い"));
            press(first, "公開する");
            assertThat(first).satisfies(shows("あなたがほかの画面でこの手続の第2版を公開しました", "第2版との違い"));
            press(first, "公開する");
            assertThat(first).satisfies(shows("第3版を公開しました"));
        }
    }

    @Test
    void aDesignerPublishesForTheirOwnBureauOnly() {
        try (var designer = visitor(TestOffice.DESIGNER); var clerk = visitor(TestOffice.CLERK1)) {
            var foreign = definition(designer, "inu-toroku").replaceFirst("\"summary\":\\{\"ja\":\"", "$0新。");
            sends(designer, foreign);
            assertThat(designer).satisfies(shows("健康局の手続です", "公開できません"));
            assertThat(designer.page().getByText("公開する", new Page.GetByTextOptions().setExact(true)).count()).isZero();
            // Taking it over by naming one's own bureau is no way in; neither is a new procedure for another bureau.
            sends(designer, foreign.replace("\"健康局\"", "\"こども家庭局\""));
            assertThat(designer).satisfies(shows("健康局の手続です"));
            sends(designer, foreign.replaceFirst("inu-toroku", "inu-atarashii"));
            assertThat(designer).satisfies(shows("所管（bureau）は「健康局」です"));
            assertThat(office.portal().published()).doesNotContainKeys("inu-toroku/2", "inu-atarashii/1");

            clerk.page().navigate(office.address() + "/procedures/file");
            assertThat(clerk.page().locator("input[type=file]").count()).isZero();
        }
    }

    @Test
    void anOfficeThatIsNotThereStopsPublication() {
        try (var admin = visitor(TestOffice.ADMIN)) {
            sends(admin, definition(admin, "inu-toroku").replace("\"office\":\"eisei\"", "\"office\":\"eisie\""));
            assertThat(admin).satisfies(shows("公開を止める問題", "窓口「eisie」は、窓口の一覧にない", "eisei"));
        }
    }

    private jp.madoguchi.exchange.PublishedVersion published(String version) {
        return java.util.Objects.requireNonNull(office.portal().published().get(version));
    }

    private jp.madoguchi.exchange.ProcedureStanding stands(String procedure) {
        return java.util.Objects.requireNonNull(office.portal().standings().get(procedure));
    }

    private void sends(Visitor designer, String definition) {
        sends(designer, definition.getBytes(StandardCharsets.UTF_8));
    }

    private void sends(Visitor designer, byte[] content) {
        designer.page().navigate(office.address() + "/procedures/file");
        designer.page().locator("input[type=file]")
                .setInputFiles(new FilePayload("手続.json", "application/json", content));
        press(designer, "内容を確認する");
    }

    private static String title(String procedure) {
        return TestApplications.procedure(procedure).title().ja();
    }

    private String definition(Visitor designer, String procedure) {
        return designer.page().request().get(office.address() + "/procedures/" + procedure + "/definition.json").text();
    }

    private static java.util.function.Consumer<Visitor> shows(String... texts) {
        return visitor -> assertThat(visitor.page().locator("body").innerText())
                .contains(texts);
    }

    private static void press(Visitor visitor, String button) {
        visitor.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true)).first()
                .click();
        visitor.page().waitForLoadState();
    }

    private Visitor visitor(StaffMember member) {
        var visitor = browser.visitor(Screen.WIDE);
        visitor.page().context()
                .addCookies(List.of(new Cookie(TestOffice.WHO, member.staffId()).setUrl(office.address())));
        return visitor;
    }
}
