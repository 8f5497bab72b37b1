package jp.madoguchi.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

import jp.madoguchi.forms.file.DefinitionFile;
import jp.madoguchi.testkit.Browser;
import jp.madoguchi.testkit.Screen;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A procedure outside of the time in which the city takes it. */
class OpeningInBrowserTest {

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final String FORM = """
            id: %s
            title: 給付金の申請（見本）
            summary: 見本の申請です。
            kind: other
            open-period: {%s}
            who-can-apply: だれでも
            what-is-needed: なし
            purpose: 試験
            legal-basis: {rank: guideline, articles: [見本要綱]}
            standard-period: {business-days: 5, sample: true}
            assurance: mail
            retention-years: 1
            bureau: 見本局
            routing: {office: center}
            notices: {issuer: 市長, approved-title: 通知, approved-body: 通知, refused-title: 通知, refused-body: 通知}
            applicant: {name: who}
            pages:
              - {id: person, title: 申請する方, questions: [{id: who, kind: person-name, with-kana: false, label: お名前}]}
              - {id: why, title: 理由, questions: [{id: reason, kind: text, max: 50, label: 申請の理由}]}
            """;

    private static final Ahead CLOCK = new Ahead();
    private static PortalServer portal;
    private static Browser browser;

    @BeforeAll
    static void start() {
        portal = PortalServer.startAt(CLOCK);
        browser = Browser.launch();
    }

    @AfterAll
    static void stop() {
        browser.close();
        portal.close();
    }

    @Test
    void whatIsNotOpenYetCannotBeBegunAndSaysWhenItOpens() {
        publish("soon", "from: " + now().plusDays(3).toLocalDate() + "T09:00");
        try (var hanako = browser.visitor(Screen.NARROW)) {
            hanako.page().navigate(portal.address() + "/procedures/soon");
            assertThat(hanako).shows("オンラインの受付はまだ始まっていません").shows("9:00から受け付けます");
            assertThat(hanako.page().locator("main form")).hasCount(0);
            hanako.look("opening-soon");
        }
    }

    @Test
    void whatHasClosedCannotBeBegunAndSaysSinceWhen() {
        publish("past", "until: " + now().minusDays(1).toLocalDate());
        try (var hanako = browser.visitor(Screen.NARROW)) {
            hanako.page().navigate(portal.address() + "/procedures/past");
            assertThat(hanako).shows("で終わりました。これからの手続きは、担当の窓口に");
            assertThat(hanako.page().locator("main")).not().containsText("入力した内容");
            assertThat(hanako.page().locator("main form")).hasCount(0);
            hanako.look("opening-past");
        }
    }

    /** One reads the page, one is filling in, one is about to hand in when it closes. */
    @Test
    void whoeverBeganInTimeKeepsWhatTheyEntered() {
        publish("brief", "until: " + now().plusMinutes(12));
        try (var reader = browser.visitor(Screen.NARROW);
                var writer = browser.visitorWithoutScripts(Screen.NARROW);
                var last = browser.visitor(Screen.NARROW)) {
            for (var visitor : new jp.madoguchi.testkit.Visitor[]{reader, writer, last}) {
                visitor.page().navigate(portal.address() + "/procedures/brief");
            }
            for (var visitor : new jp.madoguchi.testkit.Visitor[]{writer, last}) {
                visitor.page().locator("main form button.button").first().click();
                new Hand(visitor.page()).types("who.family", "神戸");
                new Hand(visitor.page()).types("who.given", "花子");
                new Hand(visitor.page()).goesOn();
                new Hand(visitor.page()).types("reason", "物価が上がったため");
            }
            new Hand(last.page()).goesOn();
            last.page().waitForURL("**/review");
            last.page().locator("form[action$='/submission'] button[type=submit]").click();
            new Hand(last.page()).isTold("f-word", "合言葉を入力してください");
            last.look("opening-word-missing");
            CLOCK.ahead = Duration.ofMinutes(14);

            reader.page().locator("main form button.button").first().click();
            assertThat(reader).shows("オンラインの受付は").shows("で終わりました");
            reader.look("opening-closed-at-beginning");

            last.page().locator("[name=word]").fill("さくらのはなみち");
            last.page().locator("form[action$='/submission'] button[type=submit]").click();
            assertThat(last).shows("で終わりました").shows("入力した内容は").shows("物価が上がったため");
            last.look("opening-closed-at-handing-in");

            new Hand(writer.page()).goesOn();
            writer.page().waitForURL("**/review");
            assertThat(writer).shows("物価が上がったため").shows("で終わりました").shows("入力した内容は");
            assertThat(writer.page().locator("form[action$='/submission'] button[type=submit]")).isDisabled();
            writer.look("opening-closed-review");
            var draft = writer.page().url().replace("/review", "");
            writer.page().navigate(draft);
            assertThat(writer.page().url()).startsWith(draft);
            assertThat(new Hand(writer.page()).standing("reason")).isEqualTo("物価が上がったため");
        } finally {
            CLOCK.ahead = Duration.ZERO;
        }
    }

    private static LocalDateTime now() {
        return LocalDateTime.now(JAPAN).truncatedTo(ChronoUnit.MINUTES);
    }

    private static void publish(String id, String open) {
        portal.publish(DefinitionFile.readYaml(FORM.formatted(id, open)), 1);
    }

    /** The time of day, or later. */
    private static final class Ahead implements InstantSource {

        private volatile Duration ahead = Duration.ZERO;

        @Override
        public Instant instant() {
            return Instant.now().plus(ahead);
        }
    }
}
