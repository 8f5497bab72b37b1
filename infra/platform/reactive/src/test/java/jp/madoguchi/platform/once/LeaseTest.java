package jp.madoguchi.platform.once;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import jp.madoguchi.platform.PortalDatabase;
import jp.madoguchi.testkit.MovableClock;
import jp.madoguchi.platform.once.SentForms.Claim;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** The work on a form that was sent, seen from two nodes. */
class LeaseTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration LASTS = Duration.ofSeconds(3);
    private static final PortalDatabase DATABASE = new PortalDatabase();

    private final SentForms forms = new SentForms(DATABASE.client(),
            new MovableClock(Instant.parse("2026-11-20T01:00:00Z")), LASTS);
    private final SentForms otherNode = new SentForms(DATABASE.client(),
            new MovableClock(Instant.parse("2026-11-20T01:00:00Z")), LASTS);
    /** So often that a busy machine may miss many. */
    private final Lease lease = new Lease(forms, Duration.ofMillis(100));
    private final Sinks.Empty<Void> end = Sinks.empty();

    @AfterEach
    void endTheWork() {
        end.tryEmitEmpty();
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void workThatTakesLongerThanALeaseIsUnderWayAllTheTime() {
        begin("long");
        var first = "(select lease_until - interval '3 seconds' from sent_form where key_hash = 'long')";
        owner("create table begun as select " + first + " as at");
        await().atMost(TIMEOUT).until(() -> {
            assertThat(claim("long")).isEqualTo(new Claim.UnderWay());
            return is("select now() > at + interval '7 seconds' from begun");
        });
    }

    @Test
    void aProgramThatStopsIsSoonNotWaitedForAnyMore() {
        begin("crash").dispose();
        await().atMost(TIMEOUT).until(() -> claim("crash"), new Claim.Lost()::equals);
    }

    @Test
    void aRenewalThatFailsIsTriedAgain() {
        begin("unlucky");
        owner("revoke update on sent_form from " + DATABASE.login().username());
        await().atMost(TIMEOUT)
                .until(() -> is("select lease_until <= now() from sent_form where key_hash = 'unlucky'"));
        owner("grant update on sent_form to " + DATABASE.login().username());
        await().atMost(TIMEOUT)
                .until(() -> is("select lease_until > now() from sent_form where key_hash = 'unlucky'"));
        assertThat(claim("unlucky")).isEqualTo(new Claim.UnderWay());
    }

    @Test
    void whatTheWorkEndsInIsNotHidden() {
        assertThat(lease.during(Mono.empty(), "ended", UUID.randomUUID()).block(TIMEOUT)).isNull();
        assertThatThrownBy(() -> lease.during(Mono.error(new IllegalStateException("the work failed")), "failed",
                UUID.randomUUID()).block(TIMEOUT)).hasMessage("the work failed");
    }

    /** The form is claimed, and its work goes on until the test ends. */
    private Disposable begin(String key) {
        var first = (Claim.First) Objects.requireNonNull(forms.claim(key).block(TIMEOUT));
        return lease.during(end.asMono(), key, first.holder()).subscribe();
    }

    private Claim claim(String key) {
        return Objects.requireNonNull(otherNode.claim(key).block(TIMEOUT));
    }

    private static boolean is(String question) {
        try (var connection = DriverManager.getConnection(DATABASE.login().jdbcUrl(),
                DATABASE.login().owner().username(),
                DATABASE.login().owner().password());
                var rows = connection.createStatement().executeQuery(question)) {
            return rows.next() && rows.getBoolean(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void owner(String statement) {
        try (var connection = DriverManager.getConnection(DATABASE.login().jdbcUrl(),
                DATABASE.login().owner().username(),
                DATABASE.login().owner().password()); var sql = connection.createStatement()) {
            sql.execute(statement);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
