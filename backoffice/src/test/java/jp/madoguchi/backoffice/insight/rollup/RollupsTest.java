package jp.madoguchi.backoffice.insight.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import jp.madoguchi.backoffice.casework.Actor;
import jp.madoguchi.backoffice.casework.CaseEvent;
import jp.madoguchi.backoffice.casework.Channel;
import jp.madoguchi.backoffice.casework.EventPayload;
import jp.madoguchi.backoffice.insight.InsightDatabase;
import jp.madoguchi.backoffice.insight.facts.Facts;
import jp.madoguchi.exchange.FillEvent;
import jp.madoguchi.exchange.FillEvent.Type;
import jp.madoguchi.forms.ProcedureId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What rollups say is what the facts add up to, each month of its own. */
class RollupsTest {

    private static final ProcedureId JIDO = new ProcedureId("jido-teate");

    private static final InsightDatabase DATABASE = new InsightDatabase();
    private static final Instant NINE = Instant.parse("2026-11-20T00:00:00Z");
    private static final Actor CLERK = new Actor(Actor.Kind.STAFF, "clerk", "中央 一郎", "中央区役所");

    private final Facts facts = Facts.in(DATABASE);
    private final Rollups rollups = FreshRollups.in(DATABASE);

    @BeforeEach
    void empty() {
        DATABASE.client
                .sql("""
                        truncate fill_step, fill_fact, fill_page_fact, fill_rollup, fill_page_rollup, fill_question_rollup, case_fact,
                            case_rollup, rollup_due
                        """)
                .then().block();
    }

    @Test
    void rollupsCountWhatWasStartedAndFollowEveryChange() {
        for (int i = 0; i < 12; i++) {
            var fill = UUID.randomUUID();
            facts.keep(List.of(step(fill, 0, Type.OPENED, null, null),
                    step(fill, 30, Type.PAGE_SAVED, "a", 60_000 * (i + 1)),
                    step(fill, 60, i < 10 ? Type.SUBMITTED : Type.PAGE_SAVED, null, null)));
        }
        facts.keep(List.of(step(UUID.randomUUID(), 0, Type.OPENED, null, null)));

        assertThat(FreshRollups.refreshed(rollups)).isEqualTo(1);
        assertThat(FreshRollups.refreshed(rollups)).isZero();

        var rollup = one("select started, submitted, abandoned, active from fill_rollup");
        assertThat(rollup).containsEntry("started", 12L).containsEntry("submitted", 10L);
        var spread = Spread.of(Timings.decoded(bytes(Objects.requireNonNull(rollup.get("active")))));
        assertThat(spread.n()).isEqualTo(10);
        assertThat(spread.points().orElseThrow().median()).isBetween(297_000L, 303_000L);
    }

    @Test
    void pagesAndQuestionsAreCountedPerRun() {
        for (int i = 0; i < 3; i++) {
            var fill = UUID.randomUUID();
            facts.keep(List.of(step(fill, 0, Type.PAGE_SHOWN, "a", null),
                    step(fill, 10, Type.VALIDATION_FAILED, "a", null),
                    step(fill, 15, Type.VALIDATION_FAILED, "a", null),
                    step(fill, 30, Type.PAGE_SAVED, "a", 20_000), step(fill, 40, Type.PAGE_SHOWN, "b", null),
                    step(fill, 800_000, i == 0 ? Type.ABANDONED : Type.SUBMITTED, null, null)));
        }
        FreshRollups.refreshed(rollups);

        var reader = new RollupReader(DATABASE.client);
        var months = new Months(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 1), false);
        var pages = Objects.requireNonNull(reader.pages(months, JIDO).block());
        assertThat(pages.get(new PageKey(JIDO, "a"))).isNotNull().satisfies(page -> {
            assertThat(page.shown()).isEqualTo(3);
            assertThat(page.saved()).isEqualTo(3);
            assertThat(page.failed()).isEqualTo(3);
            assertThat(page.leftHere()).isZero();
        });
        assertThat(pages.get(new PageKey(JIDO, "b"))).isNotNull().satisfies(page -> {
            assertThat(page.saved()).isZero();
            assertThat(page.leftHere()).isEqualTo(1);
        });
        assertThat(reader.questions(months, null).block()).isEqualTo(Map.of(new QuestionKey(JIDO, "birth"), 3L));
    }

    @Test
    void rollupsCountArrivalsAndEndsInTheirOwnMonths() {
        var id = UUID.randomUUID();
        var history = new ArrayList<CaseEvent>();
        happens(history, "2026-10-30T10:00", Actor.APPLICANT, arrival());
        happens(history, "2026-11-02T10:00", CLERK, new EventPayload.Claimed());
        happens(history, "2026-11-02T10:10", CLERK, new EventPayload.Recorded());
        facts.keep(id, history);

        assertThat(FreshRollups.refreshed(rollups)).isEqualTo(2);

        var months = Objects.requireNonNull(
                DATABASE.client.sql("select month, arrived, closed, corrected from case_rollup order by month").fetch()
                        .all().collectList().block());
        assertThat(months).hasSize(2);
        assertThat(months.get(0)).containsEntry("month", LocalDate.of(2026, 10, 1)).containsEntry("arrived", 1L)
                .containsEntry("closed", 0L);
        assertThat(months.get(1)).containsEntry("month", LocalDate.of(2026, 11, 1)).containsEntry("arrived", 0L)
                .containsEntry("closed", 1L);
    }

    private static byte[] bytes(Object value) {
        var buffer = (java.nio.ByteBuffer) value;
        var bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    private static FillEvent step(UUID fill, int second, Type type, @Nullable String page, @Nullable Integer active) {
        return new FillEvent(UUID.randomUUID(), fill, NINE.plus(Duration.ofSeconds(second)), type, "jido-teate", 1,
                page,
                type == Type.VALIDATION_FAILED ? List.of("birth") : List.of(), active, true, FillEvent.Device.PHONE,
                "ja", FillEvent.Channel.ONLINE);
    }

    private static EventPayload arrival() {
        return new EventPayload.Arrived("1", "jido-teate", 1, "hash", Channel.ONLINE, "chuo", false, 30);
    }

    private static void happens(List<CaseEvent> history, String at, Actor who, EventPayload what) {
        history.add(new CaseEvent(UUID.randomUUID(), history.size() + 1, Instant.parse(at + ":00+09:00"), who, what));
    }

    private static Map<String, Object> one(String sql) {
        return Objects.requireNonNull(DATABASE.client.sql(sql).fetch().one().block());
    }
}
