package jp.madoguchi.backoffice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Objects;
import java.util.UUID;

import jp.madoguchi.backoffice.casework.CaseService;
import jp.madoguchi.backoffice.casework.CaseRecords;
import jp.madoguchi.exchange.ApplicationUpdate;
import jp.madoguchi.exchange.ApplicationUpdate.Outcome;
import jp.madoguchi.exchange.Consignment;
import jp.madoguchi.exchange.ReceiptNumber;
import jp.madoguchi.testkit.MovableClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The ways on as a clerk walks them: a notification that goes back, and a correction whose period has passed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WaysOnPagesTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final MovableClock clock = new MovableClock();
    private TestOffice office;

    @BeforeAll
    void open() {
        office = TestOffice.openAt(clock);
        await().atMost(TIMEOUT).until(office::hasPublishedAll);
    }

    @AfterAll
    void close() {
        office.close();
    }

    private UUID arrived(Consignment.Submitted submitted) {
        office.portal().offer(submitted);
        await().atMost(TIMEOUT).until(() -> office.portal().acknowledged().contains(submitted.id()));
        return Objects.requireNonNull(
                office.bean(CaseService.class).caseOf(submitted.application()).block(TIMEOUT));
    }

    private ApplicationUpdate told(Consignment.Submitted submitted, Outcome outcome) {
        return await().atMost(TIMEOUT)
                .until(() -> office.portal().updatesOf(submitted.application()).stream()
                        .filter(update -> update.outcome() == outcome).findFirst(), java.util.Optional::isPresent)
                .orElseThrow();
    }

    @Test
    void aDefectiveNotificationGoesBackWithItsReason() {
        var submitted = TestApplications.leavingInsurance();
        var id = arrived(submitted);
        var clerk = new Desk(office, TestOffice.CENTER);
        assertThat(clerk.open("/cases/" + id).body()).doesNotContain("届出を返す");
        clerk.press("/cases/" + id + "/claim");
        assertThat(clerk.open("/cases/" + id).body()).contains("届出を返す（不備・重複）");

        assertThat(clerk.press("/cases/" + id + "/return", "return", "世帯主の氏名が読み取れません。").body())
                .contains("返す理由の種類を選んでください", "世帯主の氏名が読み取れません。");
        assertThat(clerk.press("/cases/" + id + "/return", "why", "DEFECTIVE", "return", "").body())
                .contains("返す理由を書いてください");
        assertThat(clerk.press("/cases/" + id + "/return", "why", "DEFECTIVE", "return", "世帯主の氏名が読み取れません。")
                .body()).contains("届出を返しました", "返戻済み", "不備のため、届出を返しました");

        assertThat(told(submitted, Outcome.RETURNED).message()).contains("受理せずにお返しします", "世帯主の氏名が読み取れません。");
        assertThat(office.portal().updatesOf(submitted.application())).noneMatch(
                update -> update.outcome() == Outcome.RECORDED);
        assertThat(clerk.open("/queue?tab=done").body()).contains(ReceiptNumber.grouped(submitted.receiptNumber()));
        assertThat(office.bean(CaseRecords.class).verify(id).block(TIMEOUT))
                .extracting(CaseRecords.Verdict::trouble).isEqualTo("");
    }

    @Test
    void theSecondOfTwoNotificationsPointsToTheFirst() {
        var first = TestApplications.leavingInsurance();
        arrived(first);
        var otherProcedure = TestApplications.childAllowance();
        arrived(otherProcedure);
        var second = TestApplications.leavingInsurance();
        var id = arrived(second);
        var clerk = new Desk(office, TestOffice.CENTER);
        clerk.open("/cases/" + id);
        clerk.press("/cases/" + id + "/claim");

        for (var wrong : new String[]{"", "9", second.receiptNumber(), otherProcedure.receiptNumber()}) {
            clerk.open("/cases/" + id);
            assertThat(
                    clerk.press("/cases/" + id + "/return", "why", "DUPLICATE", "duplicate-of", wrong, "return", "重複")
                            .body())
                    .as(wrong).contains("同じ手続の届出の受付番号を入力してください");
        }
        clerk.open("/cases/" + id);
        assertThat(clerk.press("/cases/" + id + "/return", "why", "DUPLICATE", "duplicate-of",
                ReceiptNumber.grouped(first.receiptNumber()), "return", "同じ届出が届いています。").body())
                .contains("重複するため、届出を返しました", ReceiptNumber.grouped(first.receiptNumber()));
        assertThat(told(second, Outcome.RETURNED).message())
                .contains(ReceiptNumber.grouped(first.receiptNumber()), "そのまま手続きを進めます");
    }

    @Test
    void anApplicationIsNotReturned() {
        var id = arrived(TestApplications.childAllowance());
        var clerk = new Desk(office, TestOffice.CLERK1);
        clerk.open("/cases/" + id);
        clerk.press("/cases/" + id + "/claim");
        assertThat(clerk.open("/cases/" + id).body()).doesNotContain("届出を返す");
        assertThat(clerk.press("/cases/" + id + "/return", "why", "DEFECTIVE", "return", "x").body())
                .contains("決裁を経て決定します");
    }

    @Test
    void aLapsedCorrectionStandsInItsTabAndGoesOnFromThere() {
        var submitted = TestApplications.childAllowance();
        var id = arrived(submitted);
        var number = ReceiptNumber.grouped(submitted.receiptNumber());
        var clerk = new Desk(office, TestOffice.CLERK1);
        clerk.open("/cases/" + id);
        clerk.press("/cases/" + id + "/claim");
        clerk.open("/cases/" + id + "/correction");
        clerk.press("/cases/" + id + "/correction", "reason", "電話番号が使われていません。", "days", "7", "fields",
                "claimant-phone");
        assertThat(clerk.open("/queue?tab=waiting").body()).contains(number);
        assertThat(clerk.open("/queue?tab=lapsed").body()).doesNotContain(number);
        assertThat(clerk.open("/cases/" + id).body()).doesNotContain("回答なしで審査を再開する");

        clock.pass(Duration.ofDays(15));

        assertThat(clerk.open("/queue?tab=lapsed").body()).contains(number, "補正期限切れ");
        assertThat(clerk.open("/queue?tab=waiting").body()).contains(number);
        // Longer first; then it is no longer lapsed, until that has passed as well.
        clerk.open("/cases/" + id);
        assertThat(clerk.press("/cases/" + id + "/correction/extend", "extend-days", "7", "extend", "入院されたため").body())
                .contains("まで延ばしました");
        assertThat(clerk.open("/queue?tab=lapsed").body()).doesNotContain(number);
        clock.pass(Duration.ofDays(15));
        assertThat(clerk.open("/queue?tab=lapsed").body()).contains(number);
        assertThat(clerk.open("/cases/" + id).body()).contains("回答なしで審査を再開する");
        assertThat(clerk.press("/cases/" + id + "/proceed").body()).contains("審査を再開しました");
        assertThat(clerk.open("/queue?tab=lapsed").body()).doesNotContain(number);
        assertThat(clerk.open("/queue?tab=mine").body()).contains(number);
    }
}
