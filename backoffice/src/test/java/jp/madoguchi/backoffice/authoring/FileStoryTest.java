package jp.madoguchi.backoffice.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;

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

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private TestOffice office;
    private Browser browser;

    @BeforeAll
    void open() {
        office = TestOffice.open();
        browser = Browser.launch();
        await().atMost(PATIENCE).until(office::hasPublishedAll);
    }

    @AfterAll
    void close() {
        browser.close();
        office.close();
    }

    @Test
    void aChangedFileBecomesTheNextVersion() {
        try (var designer = visitor(TestOffice.DESIGNER)) {
            var file = definition(designer, "inu-toroku").replace("\"犬の登録", "\"犬の登録（改）");
            sends(designer, file);
            assertThat(designer).satisfies(shows("第1版との違い", "犬の登録（改）"));
            designer.look("backoffice-file-differences");
            press(designer, "公開する");
            assertThat(designer).satisfies(shows("「犬の登録（改）"));
            designer.look("backoffice-file-published");
            await().atMost(PATIENCE).until(() -> office.portal().published().containsKey("inu-toroku/2"));

            sends(designer, file);
            assertThat(designer).satisfies(shows("公開する必要はありません"));
            assertThat(designer.page().getByText("公開する", new Page.GetByTextOptions().setExact(true)).count()).isZero();
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
    void whoPublishesSecondSeesTheOthersVersionFirst() {
        try (var first = visitor(TestOffice.DESIGNER); var other = visitor(TestOffice.DESIGNER)) {
            var file = definition(first, "juminhyo");
            sends(first, file.replace("\"住民票の写し", "\"住民票の写し（甲）"));
            var waiting = first.page().url();
            // The same person's second window: its file takes the first one's place, so the first is asked to begin anew.
            sends(other, file.replace("\"住民票の写し", "\"住民票の写し（乙）"));
            var base = other.page().locator("[name=base]");
            base.evaluate("field => { field.value = '0'; }");
            press(other, "公開する");
            assertThat(other).satisfies(shows("ほかの人がこの手続の第1版を公開しました"));
            first.page().navigate(waiting);
            assertThat(first).satisfies(shows("もう一度ファイルを選んでください"));
            assertThat(office.portal().published()).doesNotContainKey("juminhyo/2");
        }
    }

    @Test
    void onlyDesignersPublish() {
        try (var admin = visitor(TestOffice.ADMIN)) {
            admin.page().navigate(office.address() + "/procedures");
            assertThat(admin.page().getByText("ファイルから公開する").count()).isZero();
            admin.page().navigate(office.address() + "/procedures/file");
            assertThat(admin).satisfies(shows("手続をつくる担当者だけ"));
        }
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
