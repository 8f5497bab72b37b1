package jp.madoguchi.platform.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import jp.madoguchi.platform.PortalDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two nodes of a program that hear each other through their database. */
class DatabaseSignalsTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final String LISTENING = "from pg_stat_activity where pid <> pg_backend_pid() "
            + "and datname = current_database() and (query like 'listen%' or query like 'notify%')";

    private PortalDatabase database;
    private DatabaseSignals one;
    private DatabaseSignals other;
    private DatabaseSignals.Signal arrival;
    private final AtomicInteger heard = new AtomicInteger();
    private final AtomicInteger heardOfElse = new AtomicInteger();

    @BeforeEach
    void listen() {
        database = new PortalDatabase();
        one = new DatabaseSignals(database.connections());
        other = new DatabaseSignals(database.connections());
        arrival = one.on("arrival");
        one.on("else");
        other.on("arrival").raised().subscribe(raised -> heard.incrementAndGet());
        other.on("else").raised().subscribe(raised -> heardOfElse.incrementAndGet());
        one.start();
        other.start();
        // Whoever begins to listen looks first.
        await().atMost(TIMEOUT).until(() -> count("count(*) " + LISTENING) == 2 && heard.get() > 0);
    }

    @AfterEach
    void close() {
        one.stop();
        other.stop();
        database.close();
    }

    @Test
    void aSignalIsHeardOnTheOtherNode() {
        int before = heard.get();
        int beforeElse = heardOfElse.get();

        for (int time = 0; time < 100; time++) {
            arrival.raise();
        }

        await().atMost(TIMEOUT).until(() -> heard.get() > before);
        assertThat(heard.get() - before).as("those of a moment are told at once").isLessThan(100);
        assertThat(heardOfElse).hasValue(beforeElse);
    }

    @Test
    void itsOwnNodeHearsItWhateverTheDatabaseDoes() {
        one.stop();
        var own = new AtomicInteger();
        arrival.raised().subscribe(raised -> own.incrementAndGet());

        arrival.raise();

        assertThat(own).hasValue(1);
    }

    @Test
    void aNodeThatLostItsConnectionComesBackAndLooks() {
        int before = heardOfElse.get();

        assertThat(count("count(*) filter (where pg_terminate_backend(pid)) " + LISTENING)).isEqualTo(2);

        await().atMost(TIMEOUT).until(() -> heardOfElse.get() > before);
        await().atMost(TIMEOUT).until(() -> count("count(*) " + LISTENING) == 2);
        int back = heard.get();
        arrival.raise();
        await().atMost(TIMEOUT).until(() -> heard.get() > back);
    }

    private long count(String what) {
        Long counted = database.client().sql("select " + what).map(row -> row.get(0, Long.class)).one().block(TIMEOUT);
        return counted == null ? 0 : counted;
    }
}
