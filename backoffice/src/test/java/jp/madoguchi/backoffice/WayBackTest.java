package jp.madoguchi.backoffice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import jp.madoguchi.backoffice.casework.CaseService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every refusal leads back to where one was, and every case on to the next one of the same list. */
class WayBackTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(40);
    private static final String LIST = "/queue?tab=unclaimed&procedure=jido-teate&sort=arrival";
    private static final Pattern ROW = Pattern.compile("href=\"/cases/([0-9a-f-]{36})\" class=\"number\"");

    private TestOffice office;
    private Desk clerk1;
    private Desk clerk2;

    @BeforeEach
    void open() {
        office = TestOffice.open();
        await().atMost(TIMEOUT).until(office::hasPublishedAll);
        clerk1 = new Desk(office, TestOffice.CLERK1);
        clerk2 = new Desk(office, TestOffice.CLERK2);
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void refusedMovesShowTheCaseAsItStandsAndTheWayToTheSameList() {
        var id = applied(1).getFirst();
        clerk2.open(LIST);
        clerk2.open("/cases/" + id);
        clerk1.open("/cases/" + id);
        clerk1.press("/cases/" + id + "/claim");

        var taken = clerk2.press("/cases/" + id + "/claim");
        assertThat(taken.statusCode()).isEqualTo(409);
        assertThat(taken.body()).contains("いま 中央 一郎 さんが担当しています", "審査中", "次の案件へ", "href=\"/queue/back\"")
                .doesNotContain("action=\"/cases/" + id + "/claim\"");
        assertThat(clerk2.open("/queue/back").uri()).hasToString(office.address() + LIST);

        var late = clerk2.press("/cases/" + id + "/transfer", "transfer", "灘区の方の申請です。", "office", "nada");
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(clerk2.open("/cases/" + id).body()).as("nothing written is lost once the case is one's own")
                .doesNotContain("灘区の方の申請です。");
        clerk1.press("/cases/" + id + "/release");
        assertThat(clerk2.press("/cases/" + id + "/claim").body()).contains("灘区の方の申請です。");

        // It goes to another office: whoever had it open reads so, and finds back.
        clerk2.press("/cases/" + id + "/transfer", "transfer", "灘区の方の申請です。", "office", "nada");
        clerk1.open(LIST);
        clerk1.open("/queue");
        var gone = clerk1.press("/cases/" + id + "/claim");
        assertThat(gone.statusCode()).isEqualTo(404);
        assertThat(gone.body()).contains("案件の一覧に戻る", "href=\"/queue/back\"", "href=\"/search\"")
                .doesNotContain("href=\"/cases/" + id);
    }

    @Test
    void aFilterOfTheListIsKeptPerBrowserAndReadWithCare() {
        clerk1.open("/queue?tab=overdue&procedure=jido-teate&from=2026-01-02");
        assertThat(clerk1.open("/queue/back").uri())
                .hasToString(office.address() + "/queue?tab=overdue&procedure=jido-teate&from=2026-01-02");
        assertThat(clerk2.open("/queue/back").uri()).hasToString(office.address() + "/queue?tab=unclaimed");
        var chief = new Desk(office, TestOffice.CHIEF);
        assertThat(chief.open("/queue").body()).as("who only approves begins with what waits for approval")
                .contains("<title>決裁・交付｜案件").doesNotContain("<kbd>c</kbd>");
        assertThat(chief.open("/queue/back").uri()).hasToString(office.address() + "/queue?tab=approval");
        assertThat(chief.open("/queue?tab=unclaimed").body()).contains("<title>未担当｜案件");
        assertThat(new Desk(office, TestOffice.AUDITOR).open("/queue/back").uri())
                .hasToString(office.address() + "/search");
        for (var strange : List.of("", "%%%", "dGFiPSUlJQ", "A".repeat(3_000))) {
            office.as(TestOffice.CLERK1).get().uri("/queue/back").cookie("MADOGUCHI_QUEUE", strange).exchange()
                    .expectStatus().isSeeOther();
        }
    }

    @Test
    void theNextCaseOfTheSameListIsOneClickAway() {
        applied(3);
        office.portal().offer(TestApplications.leavingInsurance());
        var rows = ROW.matcher(clerk1.open(LIST).body()).results().map(row -> row.group(1)).toList();
        assertThat(rows).hasSize(3);
        assertThat(clerk1.open("/queue/after/" + rows.get(0)).uri()).hasPath("/cases/" + rows.get(1));
        assertThat(clerk1.open("/queue/after/" + rows.get(2)).uri()).as("begins anew").hasPath("/cases/" + rows.get(0));

        // Finished, it is out of the list; the next one is still the next one.
        clerk1.open("/cases/" + rows.get(1));
        clerk1.press("/cases/" + rows.get(1) + "/claim");
        assertThat(clerk1.open("/queue/after/" + rows.get(1)).uri()).hasPath("/cases/" + rows.get(2));
        clerk1.open("/cases/" + rows.get(2));
        clerk1.press("/cases/" + rows.get(2) + "/claim");
        clerk1.press("/cases/" + rows.get(0) + "/claim");
        var none = clerk1.open("/queue/after/" + rows.get(0));
        assertThat(none.uri()).hasPath("/queue");
        assertThat(none.body()).contains("ほかの案件はありません");
    }

    @Test
    void aCopyOfWhatWasTypedThatComesAfterTheFormBringsNothingBack() {
        var id = applied(1).getFirst();
        clerk1.open("/cases/" + id);
        long opened = System.currentTimeMillis();
        clerk1.press("/cases/" + id + "/drafts/note?opened=" + opened, "note", "電話した。");
        assertThat(clerk1.open("/cases/" + id).body()).contains("電話した。</textarea>");
        clerk1.press("/cases/" + id + "/note", "note", "電話した。", "kind", "FACT");
        clerk1.open("/cases/" + id);
        clerk1.press("/cases/" + id + "/drafts/note?opened=" + opened, "note", "電話した。");
        assertThat(clerk1.open("/cases/" + id).body()).doesNotContain("電話した。</textarea>");
        clerk1.press("/cases/" + id + "/drafts/note?opened=" + System.currentTimeMillis(), "note", "もう一度電話した。");
        assertThat(clerk1.open("/cases/" + id).body()).contains("もう一度電話した。</textarea>");
    }

    private List<UUID> applied(int number) {
        var ids = new ArrayList<UUID>();
        for (int i = 0; i < number; i++) {
            var submitted = TestApplications.childAllowance();
            office.portal().offer(submitted);
            ids.add(await().atMost(TIMEOUT)
                    .until(() -> office.bean(CaseService.class).caseOf(submitted.application()).blockOptional(),
                            java.util.Optional::isPresent)
                    .orElseThrow());
        }
        return ids;
    }
}
