package jp.madoguchi.backoffice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import jp.madoguchi.exchange.LostMails;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Mails that reached nobody are seen by the administrator and sent once more, with a reason that is kept. */
class LostMailsTest {

    private static final String PAGE = "/intake/mails";

    private static final LostMails MISCONFIGURED = lost("2026-11-27T00:00:00Z", "550 5.7.1", "example.jp", 1200, 1200);
    private static final LostMails NEXT_HOUR = lost("2026-11-27T01:00:00Z", "550 5.7.1", "example.com", 800, 800);
    private static final LostMails LATER = lost("2026-11-27T05:00:00Z", "550 5.1.1", "example.jp", 1, 1);
    private static final LostMails WITHOUT_TEXT = lost("2026-11-27T00:00:00Z", "came back: 5.2.2", "example.net", 3, 0);

    private static TestOffice office;

    @BeforeAll
    static void open() {
        office = TestOffice.open();
    }

    @AfterAll
    static void close() {
        office.close();
    }

    private static LostMails lost(String hour, String error, String domain, long mails, long resendable) {
        return new LostMails(new LostMails.Batch(Instant.parse(hour), error, domain), mails, resendable);
    }

    @Test
    void allOfATimeAreChosenAndSentOnceMore() {
        office.portal().losesMails(List.of(LATER, NEXT_HOUR, MISCONFIGURED, WITHOUT_TEXT));
        var admin = new Desk(office, TestOffice.ADMIN);
        assertThat(admin.open("/intake").body()).contains("href=\"" + PAGE + "\"");
        assertThat(admin.open(PAGE).body()).contains("2004", "example.net", "本文は消えています").doesNotContain(" checked");

        var chosen = admin.open(PAGE + "?from=2026-11-27T09:00&until=2026-11-27T11:00").body();
        assertThat(checked(chosen)).containsExactly("2026-11-27T01:00:00Z example.com 550 5.7.1",
                "2026-11-27T00:00:00Z example.jp 550 5.7.1");

        assertThat(admin.press(PAGE, "reason", "").statusCode()).isEqualTo(422);
        var kept = admin.press(PAGE, "batch", "2026-11-27T00:00:00Z example.jp 550 5.7.1", "reason", " ");
        assertThat(kept.statusCode()).isEqualTo(422);
        assertThat(kept.body()).contains("送り直す理由を入力してください");
        assertThat(checked(kept.body())).containsExactly("2026-11-27T00:00:00Z example.jp 550 5.7.1");
        var without = admin.press(PAGE, "reason", "サーバーの設定を直したため");
        assertThat(without.statusCode()).isEqualTo(422);
        assertThat(without.body()).contains("一つ以上選んで", "サーバーの設定を直したため");

        assertThat(admin.press(PAGE, "batch", "2026-11-27T00:00:00Z example.jp 550 5.7.1", "reason", "設定の誤りを直したため")
                .body()).contains("1200通のメールを、もう一度送ります", "設定の誤りを直したため", "1200通を送り直しました");
        assertThat(admin.press(PAGE, "batch", "2026-11-27T00:00:00Z example.jp 550 5.7.1", "reason", "もう一度").body())
                .contains("送り直すメールは残っていませんでした");
        assertThat(office.portal().lostMails()).containsExactly(LATER, NEXT_HOUR, WITHOUT_TEXT);
    }

    @Test
    void aPortalThatIsAwayIsToldAndTheOrderStandsInTheRecord() {
        office.portal().losesMails(List.of(LATER));
        var admin = new Desk(office, TestOffice.ADMIN);
        admin.open(PAGE);
        office.portal().isAway(true);
        try {
            assertThat(
                    admin.press(PAGE, "batch", "2026-11-27T05:00:00Z example.jp 550 5.1.1", "reason", "電話で確かめた").body())
                    .contains("ポータルから返事がありません", "ポータルと連絡が取れません", "送り直した数はわかりません", "電話で確かめた");
        } finally {
            office.portal().isAway(false);
        }
        assertThat(admin.press(PAGE, "batch", "2026-11-27T05:00:00Z example.jp 550 5.1.1", "reason", "電話で確かめた").body())
                .contains("1通のメールを");
    }

    @Test
    void nonsenseIsRefusedBesideItsField() {
        office.portal().losesMails(List.of(LATER));
        var admin = new Desk(office, TestOffice.ADMIN);
        assertThat(admin.open(PAGE + "?from=yesterday&until=2026-11-27T11:00").body()).contains("はじめの日時を、年月日と時刻で");
        for (var batch : List.of("x", "2026-11-27T05:00:00Z", "2026-11-27 example.jp 550", "' or 1=1 --")) {
            assertThat(admin.press(PAGE, "batch", batch, "reason", "理由").statusCode()).as(batch).isEqualTo(422);
        }
    }

    private static List<String> checked(String page) {
        return java.util.regex.Pattern.compile("name=\"batch\" value=\"([^\"]+)\"[^>]* checked").matcher(page).results()
                .map(found -> found.group(1)).toList();
    }
}
