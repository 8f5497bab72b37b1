package jp.madoguchi.backoffice.insight.dashboard.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import jp.madoguchi.backoffice.TestOffice;
import jp.madoguchi.backoffice.insight.facts.Facts;
import jp.madoguchi.backoffice.insight.rollup.FreshRollups;
import jp.madoguchi.backoffice.reform.Register;
import jp.madoguchi.testkit.Browser;
import jp.madoguchi.testkit.Screen;
import jp.madoguchi.testkit.Visitor;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** The reform team's pages as they look: on both screens, with figures and without, seen by the inspection too. */
class InsightLooksTest {

    private static final String HEAD = "手続番号,手続名,所管局,根拠,分母に含める,提供方法,提供開始日,オンライン予定日,署名・押印,原本の提出,対面での確認,手数料の納付,基準年度,"
            + "件数（オンライン）,件数（窓口）,件数（郵送）,件数（その他）,手続ID";

    @Test
    void everyPageCanBeLookedAt() {
        try (var office = TestOffice.open("madoguchi.sample-city=true");
                var browser = Browser.launch();
                var visitor = browser.visitor(Screen.WIDE)) {
            var seen = new SoftAssertions();
            visitor.page().context().addCookies(
                    List.of(new Cookie(TestOffice.WHO, TestOffice.REFORM.staffId()).setUrl(office.address())));
            office.bean(Register.class).served().filter(served -> !served.isEmpty())
                    .repeatWhenEmpty(tries -> tries.delayElements(Duration.ofMillis(100)))
                    .block(Duration.ofSeconds(30));
            seen.check(() -> open(office, visitor, "/insight").look("insight-without-facts"));
            Facts.makeUp(office, 4_000);
            FreshRollups.of(office);
            seen.check(() -> open(office, visitor, "/insight?facts=sample").look("insight"));
            seen.check(() -> open(office, visitor, "/insight/bottlenecks?facts=sample").look("insight-bottlenecks"));
            seen.check(() -> open(office, visitor, "/insight/procedures/jido-teate?facts=sample")
                    .look("insight-procedure"));
            seen.check(() -> open(office, visitor, "/reform").look("reform"));
            seen.check(() -> open(office, visitor, "/reform/next").look("reform-next"));
            seen.check(() -> open(office, visitor, "/reform/entries/S0004").look("reform-entry"));
            visitor.page().getByLabel("手続名").fill("");
            visitor.page().getByText("保存する").click();
            seen.check(() -> visitor.look("reform-entry-error"));
            seen.check(() -> open(office, visitor, "/reform/import").look("reform-import"));
            importing(visitor, HEAD + "\nX1,試験の手続,,法令,はい,窓口のみ,,,,,,,2024,,10,,,\n");
            seen.check(() -> visitor.look("reform-import-errors"));
            open(office, visitor, "/reform/import");
            importing(visitor, HEAD + "\nX1,試験の手続,福祉局,法令,はい,窓口のみ,,,,,,,2024,,10,,,\n");
            seen.check(() -> visitor.look("reform-import-preview"));
            visitor.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("取り込む")).click();
            seen.assertThat(visitor.page().content()).contains("台帳に取り込みました（追加 1 件、変更 0 件");
            seen.assertAll();
        }
    }

    private static void importing(Visitor visitor, String text) {
        visitor.page().getByLabel("CSV ファイル").setInputFiles(
                new FilePayload("daicho.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8)));
        visitor.page().getByText("内容を確認する").click();
    }

    private static Visitor open(TestOffice office, Visitor visitor, String path) {
        visitor.page().navigate(office.address() + path);
        return visitor;
    }
}
