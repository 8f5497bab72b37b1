package jp.madoguchi.backoffice.insight.announcement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import jp.madoguchi.backoffice.TestOffice;
import jp.madoguchi.backoffice.insight.facts.Facts;
import jp.madoguchi.backoffice.insight.rollup.FreshRollups;
import jp.madoguchi.exchange.FillEvent;
import jp.madoguchi.exchange.FillEvent.Type;
import jp.madoguchi.exchange.ProcedureFigures;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Residents read how long a procedure really takes, once enough have gone through it. */
class AnnouncementsTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(40);

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
    void tellsWhatChangedOnceAndNothingOfAFew() {
        handIn("jido-teate", 9);
        assertThat(told()).isZero();

        handIn("jido-teate", 3);
        handIn("not-published", 20);
        assertThat(told()).isEqualTo(1);
        await().atMost(TIMEOUT).until(() -> office.portal().figures().containsKey("jido-teate"));
        var figures = Objects.requireNonNull(office.portal().figures().get("jido-teate"));
        assertThat(figures.working()).isNull();
        assertThat(figures.filling()).isNotNull().satisfies(spread -> {
            assertThat(spread.n()).as("in tens").isEqualTo(10);
            // Right to one per cent, begun seconds whole.
            assertThat(spread.median()).isBetween(60L, 61L);
            assertThat(spread.p90()).isBetween(60L, 61L);
        });
        assertThat(told()).as("nothing new").isZero();

        handIn("jido-teate", 1);
        assertThat(told()).as("a single one is no news").isZero();
        handIn("jido-teate", 7);
        assertThat(told()).isEqualTo(1);
        await().atMost(TIMEOUT).until(() -> filled(office.portal().figures().get("jido-teate")) == 20);
        assertThat(office.portal().figures()).containsOnlyKeys("jido-teate");
    }

    private static long filled(@Nullable ProcedureFigures figures) {
        return figures == null || figures.filling() == null ? 0 : figures.filling().n();
    }

    private static long told() {
        FreshRollups.of(office);
        return Objects.requireNonNull(office.bean(Announcements.class).tell().block(TIMEOUT));
    }

    private static void handIn(String procedure, int times) {
        var steps = new ArrayList<FillEvent>();
        for (int i = 0; i < times; i++) {
            var fill = UUID.randomUUID();
            steps.add(step(procedure, fill, Type.OPENED, null));
            steps.add(step(procedure, fill, Type.PAGE_SAVED, 60_000));
            steps.add(step(procedure, fill, Type.SUBMITTED, null));
        }
        Facts.of(office).keep(steps);
    }

    private static FillEvent step(String procedure, UUID fill, Type type, @Nullable Integer activeMs) {
        return new FillEvent(UUID.randomUUID(), fill, Instant.now(), type, procedure, 1,
                type == Type.PAGE_SAVED ? "claimant" : null, List.of(), activeMs,
                true, FillEvent.Device.PHONE, "ja", FillEvent.Channel.ONLINE);
    }
}
