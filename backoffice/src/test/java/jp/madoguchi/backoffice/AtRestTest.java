package jp.madoguchi.backoffice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;

/** With nothing to do the back office looks for work now and then, and does not ask the database without a pause. */
class AtRestTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final Duration WATCHED = Duration.ofSeconds(5);
    /** All rounds in the background together ask a few times a second at most, what the start left among it; what waits is woken. */
    private static final long MOST = 5 * 10;

    @Test
    void leavesTheDatabaseInPeace() {
        try (var office = TestOffice.open()) {
            await().atMost(TIMEOUT).until(office::hasPublishedAll);
            await().atMost(TIMEOUT).until(() -> count(office, "count(*) from dispatch where sent_at is null") == 0);
            long before = transactions(office);
            var since = System.nanoTime();
            await().atMost(TIMEOUT).until(() -> System.nanoTime() - since > WATCHED.toNanos());

            assertThat(transactions(office) - before).isBetween(1L, MOST);
        }
    }

    private static long transactions(TestOffice office) {
        return count(office, "xact_commit from pg_stat_database where datname = current_database()");
    }

    private static long count(TestOffice office, String what) {
        return Objects.requireNonNull(office.bean(DatabaseClient.class).sql("select " + what)
                .map(row -> row.get(0, Long.class)).one().block(TIMEOUT));
    }
}
