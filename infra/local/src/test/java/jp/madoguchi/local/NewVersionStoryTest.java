package jp.madoguchi.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import jp.madoguchi.testkit.Browser;
import jp.madoguchi.testkit.Screen;

/** A designer publishes a new version while a resident is in the middle of the old one. */
@ExtendWith(RunningTown.class)
class NewVersionStoryTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final String FIRST = """
            id: kosodate-no-koe
            title: 子育ての声
            summary: 子育てで困っていることを市に伝えます。
            kind: other
            languages: [ja]
            who-can-apply: まどぐち市で子育てをしている方
            what-is-needed: ありません
            purpose: 子育ての施策を考えるために使います。
            legal-basis: {rank: guideline, articles: [子育ての声要綱第2条]}
            standard-period: {business-days: 5, sample: true}
            assurance: mail
            retention-years: 1
            bureau: こども家庭局
            routing: {office: kodomo}
            notices:
              issuer: まどぐち市長
              approved-title: お知らせ
              approved-body: "{applicant}様\\n\\n{arrival-date}に届いた声を読みました。"
              refused-title: お知らせ
              refused-body: "{applicant}様\\n\\n{reason}"
            keywords: [子育て]
            life-events: [出産・子育て]
            applicant: {name: name}
            pages:
              - id: person
                title: あなたのこと
                questions:
                  - {id: name, kind: person-name, label: お名前, with-kana: false}
                  - {id: children, kind: text, max: 20, label: お子さんの人数}
                  - {id: nickname, kind: text, max: 20, label: お子さんの呼び名}
              - id: voice
                title: 困っていること
                questions:
                  - {id: voice, kind: text, max: 200, multiline: true, label: 困っていること}
            """;
    private static final String SECOND = FIRST
            .replace("{id: children, kind: text, max: 20, label: お子さんの人数}",
                    "{id: children, kind: number, min: 0, max: 20, label: お子さんの人数}")
            .replace("{id: nickname, kind: text, max: 20, label: お子さんの呼び名}",
                    "{id: consent, kind: agreement, label: 読み方, statement: 声を公開することに同意します。}");

    @Test
    void nothingIsLostAndTheResidentReadsWhatToLookAtAgain(RunningTown.Place town) {
        try (var browser = Browser.launch();
                var staff = browser.visitor(Screen.WIDE);
                var visitor = browser.visitor(Screen.NARROW)) {
            var designer = new Clerk(town, staff, "new-version-designer");
            designer.signsInAs("designer");
            publish(town, designer, FIRST);
            assertThat(staff).shows("第1版を公開しました");

            var resident = visitor.page();
            var procedure = town.settings().portalUrl() + "/procedures/kosodate-no-koe";
            Awaitility.await().pollInSameThread().atMost(TIMEOUT)
                    .until(() -> resident.navigate(procedure).status() == 200);
            resident.locator("form[action$='/applications'] button").first().click();
            resident.locator("[name='name.family']").fill("神戸");
            resident.locator("[name='name.given']").fill("花子");
            resident.locator("[name=children]").fill("ふたり");
            resident.locator("[name=nickname]").fill("はなちゃん");
            resident.locator("button.button[value=next]").click();
            resident.waitForURL("**/pages/voice");
            resident.locator("[name=voice]").fill("公園が遠いです。");

            sends(town, designer, SECOND);
            assertThat(staff).shows("入力の途中の申請");
            assertThat(staff).shows("質問「お子さんの呼び名」がなくなります");
            designer.look("check");
            designer.press("公開する");
            assertThat(staff).shows("第2版を公開しました");
            Awaitility.await().pollInSameThread().atMost(TIMEOUT).until(() -> {
                staff.page().navigate(procedure);
                return staff.page().locator("body").innerText().contains("第2版");
            });

            // Typed in the page of the old version, posted after the new one was published.
            resident.locator("button.button[value=next]").click();
            resident.waitForLoadState();
            assertThat(visitor).shows("この手続きの内容が新しくなりました");
            assertThat(visitor).shows("はなちゃん");
            visitor.look("new-version-told");
            again(resident, "お子さんの人数");
            assertThat(resident.locator("[name=children]").inputValue()).isEqualTo("ふたり");
            resident.locator("[name=children]").fill("2");
            resident.locator("[name=consent]").check();
            resident.locator("button.button[value=next]").click();
            resident.waitForURL("**/review*");
            assertThat(visitor).shows("公園が遠いです。");
            resident.getByText("確認しました").click();
            resident.waitForLoadState();
            resident.navigate(resident.url().replaceAll("/pages/.*", "/review"));
            assertThat(resident.locator("body").innerText()).doesNotContain("内容が新しくなりました");
            resident.locator("[name=word]").fill("さくらの咲くころ");
            resident.locator("form[action$='/submission'] button[type=submit]").click();
            resident.waitForURL("**/receipt");
        }
    }

    private static void again(Page resident, String question) {
        resident.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(question).setExact(true)).click();
        resident.waitForURL("**/pages/person**");
    }

    private static void publish(RunningTown.Place town, Clerk designer, String definition) {
        sends(town, designer, definition);
        designer.press("公開する");
    }

    private static void sends(RunningTown.Place town, Clerk designer, String definition) {
        designer.page().navigate(town.settings().backofficeUrl() + "/procedures/file");
        designer.page().locator("input[type=file]").setInputFiles(new FilePayload("子育ての声.yaml", "application/yaml",
                definition.getBytes(StandardCharsets.UTF_8)));
        designer.press("内容を確認する");
    }
}
