package jp.madoguchi.backoffice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;

import com.microsoft.playwright.options.Cookie;
import jp.madoguchi.forms.QuestionId;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.testkit.Browser;
import jp.madoguchi.testkit.Screen;
import org.junit.jupiter.api.Test;

import java.util.List;

/** The pages of the city as an administrator sees them. */
class CityPagesTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    @Test
    void theCityIsSeenAndChangedInABrowser() {
        try (var office = TestOffice.open();
                var browser = Browser.launch();
                var admin = browser.visitor(Screen.WIDE)) {
            await().atMost(TIMEOUT).until(office::hasPublishedAll);
            var submitted = TestApplications.submitted("jido-teate", TestApplications.hanako().with(
                    new QuestionId("claimant-address"), new Answer.Address(null, "神戸市", "西区", "糀台", "5", null)));
            office.portal().offer(submitted);
            await().atMost(TIMEOUT).until(() -> office.portal().acknowledged().contains(submitted.id()));
            admin.page().context().addCookies(
                    List.of(new Cookie(TestOffice.WHO, TestOffice.ADMIN.staffId()).setUrl(office.address())));

            admin.page().navigate(office.address() + "/city");
            assertThat(admin).shows("東灘区役所").shows("行政事務センター");
            admin.look("backoffice-city");

            admin.page().getByText("変更する").click();
            var file = admin.page().locator("textarea");
            var begun = file.inputValue();
            file.fill(begun.replace("281000", "281001").replace("kind: bureau", "kind: office"));
            admin.page().getByText("変わる所を確かめる").click();
            assertThat(admin).shows("全国地方公共団体コード").shows("「office」は使えません");
            admin.look("backoffice-city-wrong");

            admin.page().locator("textarea")
                    .fill(begun.replace("id: nishi\n    name: 西区役所", "id: shin-nishi\n    name: 新西区役所")
                            .replace("mark: ま西", "mark: ま新西"));
            admin.page().getByText("変わる所を確かめる").click();
            assertThat(admin).shows("「nishi」をなくします").shows("西区役所の申請 1 件を引き継ぐ窓口");
            admin.look("backoffice-city-changes");

            admin.page().locator("select").selectOption("shin-nishi");
            admin.page().getByText("この内容で保存する").click();
            assertThat(admin).shows("市の設定を保存しました").shows("新西区役所");
        }
    }
}
