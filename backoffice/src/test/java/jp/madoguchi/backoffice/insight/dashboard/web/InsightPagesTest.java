package jp.madoguchi.backoffice.insight.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.madoguchi.backoffice.TestOffice;
import jp.madoguchi.backoffice.insight.facts.Facts;
import jp.madoguchi.backoffice.insight.rollup.FreshRollups;
import jp.madoguchi.backoffice.reform.Register;
import jp.madoguchi.exchange.FillEvent;
import jp.madoguchi.exchange.FillEvent.Type;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;

class InsightPagesTest {

    private static TestOffice office;

    @BeforeAll
    static void open() {
        office = TestOffice.open("madoguchi.sample-city=true");
        var events = new ArrayList<FillEvent>();
        for (int i = 0; i < 40; i++) {
            var fill = UUID.randomUUID();
            events.add(event(fill, Type.OPENED, null, null));
            events.add(event(fill, Type.VALIDATION_FAILED, "shinseisha", null));
            events.add(event(fill, Type.PAGE_SAVED, "shinseisha", 60_000));
            events.add(event(fill, i < 10 ? Type.ABANDONED : Type.SUBMITTED, null, null));
        }
        Facts.of(office).keep(events);
        FreshRollups.of(office);
        // The sample register is loaded once the programme is ready, in the background.
        office.bean(Register.class).served().filter(served -> !served.isEmpty())
                .repeatWhenEmpty(tries -> tries.delayElements(Duration.ofMillis(100))).block(Duration.ofSeconds(30));
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @Test
    void showsFiguresWithTheirNumberAndSaysWhatIsSample() {
        var page = get("/insight");

        assertThat(page).contains("スマート化カバー率（件数）", "基準年度の申請 n=", "見本データ（架空の件数）", "75.0%", "n=40", "1分");
        assertThat(page).contains("n&lt;10").contains("/insight/csv/fill?year=");
    }

    @Test
    void handsOutTheSameFiguresAsASpreadsheet() {
        var csv = get("/insight/csv/fill");

        assertThat(csv).startsWith("\uFEFF手続,開始 n,完了率（%）").contains("児童手当").contains(",40,75,25,30,1");
    }

    @Test
    void showsWhereTheWayEnds() {
        assertThat(get("/insight/bottlenecks")).contains("放棄の多いページ", "入力エラーの多い質問");
        assertThat(get("/insight/procedures/jido-teate")).contains("ページごとの到達・離脱・入力時間", "第1版", "スマートフォン");
        office.as(TestOffice.REFORM).get().uri("/insight/procedures/nothing").exchange().expectStatus().isNotFound();
    }

    @Test
    void filtersAndStrangeFiltersAreBothAnswered() {
        assertThat(get("/insight?year=2025&bureau=福祉局&ward=nada&facts=sample")).contains("令和7年度（2025年度）・福祉局・灘区")
                .contains("見本データ（架空）です");
        assertThat(get("/insight?year=abc&ward=mars")).contains("全市");
        assertThat(get("/insight?year=2099")).contains("令和81年度");
    }

    /** One of the city's wards has few: it does not follow from the city's figure and the other wards' pages. */
    @Test
    void aWardIsNotTheCityLessTheOtherWards() {
        var counts = Map.of("chuo", 40, "nada", 7, "kita", 25, "tarumi", 90);
        counts.forEach((office, arrived) -> office("inu-toroku", office, arrived));
        counts.forEach((office, arrived) -> office("juminhyo", office, 300 + arrived));

        assertThat(arrived("/insight/csv/processing", "犬")).isEqualTo("162");
        var told = counts.keySet().stream()
                .collect(Collectors.toMap(ward -> ward, ward -> arrived("/insight/csv/processing?ward=" + ward, "犬")));
        assertThat(told).containsEntry("nada", "n<10").containsEntry("kita", "n<10").containsEntry("chuo", "40")
                .containsEntry("tarumi", "90");
        var offices = get("/insight/procedures/inu-toroku/csv/processing-office");
        assertThat(offices).as("the same two on the page of the procedure").contains(",40,", ",90,").doesNotContain(
                ",25,",
                ",7,");
        assertThat(get("/insight?ward=kita")).contains("一人ひとりが分からないように");
        for (var ward : List.of("nada", "kita")) {
            int all = 300 + 2 * Objects.requireNonNull(counts.get(ward));
            assertThat(arrived("/insight/csv/processing?ward=" + ward, "住民票").equals("n<10")
                    || !get("/insight?ward=" + ward).contains("n=" + all)).as("what the ward has in all, less the rest")
                    .isTrue();
        }
    }

    private static void office(String procedure, String office, int arrived) {
        var none = new byte[0];
        var sql = InsightPagesTest.office.bean(DatabaseClient.class)
                .sql("""
                        insert into case_rollup (month, procedure_id, version, office, channel, sample, arrived, closed, corrected,
                            hand_offs, queue, hands_on, applicant, approval, processing)
                        values (date_trunc('month', now())::date, :procedure, 1, :office, 'online', false, :arrived, 0, 0, 0,
                            :none, :none, :none, :none, :none)""")
                .bind("procedure", procedure).bind("office", office)
                .bind("arrived", (long) arrived).bind("none", none);
        sql.then().block();
    }

    private static String arrived(String path, String procedure) {
        return get(path).lines().filter(line -> line.contains(procedure)).findFirst().orElseThrow().split(",")[1];
    }

    @Test
    void clerksDoNotGetIn() {
        office.as(TestOffice.CLERK1).get().uri("/insight").exchange().expectStatus().isForbidden();
    }

    private static String get(String path) {
        var body = office.as(TestOffice.REFORM).get().uri(path).exchange().expectStatus().isOk().expectBody()
                .returnResult().getResponseBody();
        return new String(Objects.requireNonNull(body), StandardCharsets.UTF_8);
    }

    private static FillEvent event(UUID fill, Type type, @Nullable String page,
            @Nullable Integer active) {
        return new FillEvent(UUID.randomUUID(), fill, Instant.now(), type, "jido-teate", 1, page,
                type == Type.VALIDATION_FAILED ? List.of("name") : List.of(), active, true, FillEvent.Device.PHONE,
                "ja",
                FillEvent.Channel.ONLINE);
    }
}
