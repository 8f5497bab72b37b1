package jp.madoguchi.backoffice.insight.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import jp.madoguchi.backoffice.insight.InsightDatabase;
import jp.madoguchi.exchange.FillEvent;
import jp.madoguchi.exchange.FillEvent.Type;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class FillFactsTest {

    private static final InsightDatabase DATABASE = new InsightDatabase();
    private static final Instant NINE = Instant.parse("2026-11-20T00:00:00Z");
    private final FillFacts facts = new FillFacts(DATABASE.client, DATABASE.transaction, JsonMapper.builder().build());

    @BeforeEach
    void empty() {
        DATABASE.client.sql("truncate fill_step, fill_fact, fill_page_fact").then().block();
    }

    @Test
    void repeatsAndOrderChangeNothing() {
        var fill = UUID.randomUUID();
        var events = List.of(step(fill, 0, Type.OPENED, null, null), step(fill, 1, Type.PAGE_SHOWN, "a", null),
                step(fill, 60, Type.VALIDATION_FAILED, "a", null), step(fill, 90, Type.PAGE_SAVED, "a", 70_000),
                step(fill, 200, Type.PAGE_SAVED, "b", 50_000), step(fill, 300, Type.SUBMITTED, null, null));
        var shuffled = new ArrayList<>(events);
        Collections.shuffle(shuffled, new Random(7));

        assertThat(facts.keep(shuffled.subList(0, 3)).block()).isEqualTo(3);
        assertThat(facts.keep(shuffled).block()).isEqualTo(3);
        assertThat(facts.keep(events).block()).isZero();

        assertThat(fills()).singleElement().satisfies(fact -> assertThat(fact).containsEntry("outcome", "submitted")
                .containsEntry("active_ms", 120_000L).containsEntry("elapsed_ms", 300_000L)
                .containsEntry("failures", 1).containsEntry("measured", true).containsEntry("sample", false));
        assertThat(one("select count(*) as n from fill_page_fact")).containsEntry("n", 2L);
    }

    @Test
    void anAbandonedRunThatIsTakenUpAgainIsOpenAndASubmittedOneStays() {
        var fill = UUID.randomUUID();
        facts.keep(List.of(step(fill, 0, Type.OPENED, null, null), step(fill, 10, Type.PAGE_SAVED, "a", null),
                step(fill, 700_000, Type.ABANDONED, null, null))).block();
        assertThat(fills()).singleElement().satisfies(fact -> assertThat(fact).containsEntry("outcome", "abandoned"));

        facts.keep(List.of(step(fill, 800_000, Type.RESUMED, null, null))).block();
        assertThat(fills()).singleElement().satisfies(fact -> assertThat(fact).containsEntry("outcome", "open"));

        facts.keep(List.of(step(fill, 800_100, Type.SUBMITTED, null, null))).block();
        assertThat(fills()).singleElement().satisfies(fact -> assertThat(fact).containsEntry("outcome", "submitted"));
    }

    @Test
    void aRunThatWasTakenOverIntoANewerVersionSaysSo() {
        var fill = UUID.randomUUID();
        facts.keep(List.of(step(fill, 0, Type.OPENED, null, null), step(fill, 10, Type.PAGE_SAVED, "a", null),
                step(fill, 400, Type.CARRIED_OVER, null, null), step(fill, 410, Type.PAGE_SAVED, "a", null))).block();

        assertThat(fills()).singleElement().satisfies(
                fact -> assertThat(fact).containsEntry("carried", 1).containsEntry("outcome", "open"));
    }

    @Test
    void anIncompleteStepDoesNotHoldUpTheOthers() {
        var broken = JsonMapper.builder().build().readValue("{\"questions\":[],\"version\":1,\"measured\":true}",
                FillEvent.class);

        assertThat(facts.keep(List.of(broken, step(UUID.randomUUID(), 0, Type.OPENED, null, -5))).block())
                .isEqualTo(1);
    }

    private static FillEvent step(UUID fill, int second, Type type, @Nullable String page, @Nullable Integer active) {
        return new FillEvent(UUID.randomUUID(), fill, NINE.plus(Duration.ofSeconds(second)), type, "jido-teate", 1,
                page,
                type == Type.VALIDATION_FAILED ? List.of("birth") : List.of(), active, true, FillEvent.Device.PHONE,
                "ja", FillEvent.Channel.ONLINE);
    }

    private static List<Map<String, Object>> fills() {
        return Objects.requireNonNull(
                DATABASE.client.sql("select * from fill_fact").fetch().all().collectList().block());
    }

    private static Map<String, Object> one(String sql) {
        return Objects.requireNonNull(DATABASE.client.sql(sql).fetch().one().block());
    }
}
