package jp.madoguchi.backoffice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import jp.madoguchi.backoffice.casework.CaseService;
import jp.madoguchi.exchange.UnreachedApplicant;
import jp.madoguchi.platform.background.BackgroundWork;
import jp.madoguchi.platform.background.PeriodicWork;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** That an applicant is not reached by mail is seen by who works on the case and by the administrator, for as long as it is so. */
class UnreachedTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(40);
    private static final String WORDS = "申請者にメールが届いていません";

    private static TestOffice office;

    @BeforeAll
    static void open() {
        office = TestOffice.open();
        await().atMost(TIMEOUT).until(office::hasPublishedAll);
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @Test
    void isSeenOnTheCaseAndByTheAdministratorWhileItIsSo() {
        var submitted = TestApplications.childAllowance();
        office.portal().offer(submitted);
        var id = await().atMost(TIMEOUT)
                .until(() -> office.bean(CaseService.class).caseOf(submitted.application()).blockOptional(),
                        java.util.Optional::isPresent)
                .orElseThrow();
        var clerk = new Desk(office, TestOffice.CLERK1);
        var admin = new Desk(office, TestOffice.ADMIN);
        assertThat(clerk.open("/cases/" + id).body()).doesNotContain(WORDS);
        assertThat(admin.open("/intake").body()).contains("メールが届かない申請者はいません");

        office.portal().reachesAllBut(List.of(
                new UnreachedApplicant(submitted.application(), Instant.parse("2026-08-01T01:00:00Z")),
                new UnreachedApplicant(java.util.UUID.randomUUID(), Instant.parse("2026-08-01T01:00:00Z"))));
        round();
        assertThat(clerk.open("/cases/" + id).body()).contains(WORDS, "8月1日");
        assertThat(admin.open("/intake").body()).contains("くり返し送っても届けられませんでした")
                .doesNotContain("メールが届かない申請者はいません");

        office.portal().reachesAllBut(List.of());
        round();
        assertThat(clerk.open("/cases/" + id).body()).doesNotContain(WORDS);
    }

    private static void round() {
        var pull = office.beans(BackgroundWork.class).stream()
                .filter(worker -> worker.getClass().getSimpleName().equals("UnreachedPull")).findFirst().orElseThrow();
        ((PeriodicWork) pull).rounds(Duration.ofHours(1)).take(Duration.ofSeconds(2)).blockLast();
    }
}
