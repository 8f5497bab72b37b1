package jp.madoguchi.platform.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import jp.madoguchi.platform.PortalDatabase;
import jp.madoguchi.testkit.MovableClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextImpl;
import reactor.core.publisher.Mono;

class PostgresSessionsTest {

    private record Somebody(String name) {

        Authentication signedIn() {
            return UsernamePasswordAuthenticationToken.authenticated(name, null, List.of());
        }
    }

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final PortalDatabase DATABASE = new PortalDatabase();

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-20T01:00:00Z"));
    private final PostgresSessions sessions = new PostgresSessions(DATABASE.client(),
            new SessionJson(List.of(new AttributeForm<>("somebody", SecurityContextImpl.class, Somebody.class,
                    context -> new Somebody(Objects.requireNonNull(context.getAuthentication()).getName()),
                    somebody -> new SecurityContextImpl(somebody.signedIn())))),
            new SessionSettings("TEST",
                    Duration.ofMinutes(30), Duration.ofHours(12), Duration.ofSeconds(30), false),
            clock);

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void keepsWhatWasPutIn() {
        StoredSession session = saved("draft", "髙橋");

        StoredSession read = read(session.getId());

        assertThat(read.<String>getAttribute("draft")).isEqualTo("髙橋");
        assertThat(count("id_hash = '" + session.getId() + "'")).as("the id itself is not in the table").isZero();
    }

    @Test
    void writesNothingWhenNothingChanged() {
        StoredSession session = saved("a", "1");
        StoredSession read = read(session.getId());
        read.setLastAccessedTime(clock.instant().plusSeconds(10));
        sessions.save(read).block(TIMEOUT);
        assertThat(read(session.getId()).getLastAccessedTime()).isEqualTo(session.getLastAccessedTime());

        clock.pass(Duration.ofSeconds(40));
        read.setLastAccessedTime(clock.instant());
        sessions.save(read).block(TIMEOUT);

        assertThat(read(session.getId()).getLastAccessedTime()).isEqualTo(clock.instant());
    }

    @Test
    void keepsTheChangesOfTwoRequestsAtOnce() {
        String id = saved("a", "1").getId();
        StoredSession one = read(id);
        StoredSession two = read(id);
        one.setAttribute("b", "2");
        two.setAttribute("c", "3");
        two.removeAttribute("a");

        sessions.save(one).block(TIMEOUT);
        sessions.save(two).block(TIMEOUT);

        StoredSession both = read(id);
        assertThat(both.getAttributeNames()).containsExactlyInAnyOrder("b", "c");
    }

    @Test
    void movesToANewIdAndForgetsTheOld() {
        StoredSession session = read(saved("a", "1").getId());
        String old = session.getId();

        session.changeSessionId();
        sessions.save(session).block(TIMEOUT);

        assertThat(sessions.findById(old).block(TIMEOUT)).isNull();
        assertThat(read(session.getId()).<String>getAttribute("a")).isEqualTo("1");
    }

    @Test
    void endsAfterIdleTimeAndAfterTheLongestTime() {
        StoredSession idle = saved("a", "1");
        clock.pass(Duration.ofMinutes(31));
        assertThat(sessions.findById(idle.getId()).block(TIMEOUT)).isNull();

        StoredSession busy = saved("a", "1");
        for (int n = 0; n < 36; n++) {
            clock.pass(Duration.ofMinutes(20));
            sessions.findById(busy.getId()).doOnNext(found -> found.setLastAccessedTime(clock.instant()))
                    .flatMap(sessions::save).block(TIMEOUT);
        }
        assertThat(sessions.findById(busy.getId()).block(TIMEOUT)).isNull();
        assertThat(sessions.removeExpired().block(TIMEOUT)).isGreaterThanOrEqualTo(2);
    }

    @Test
    void doesNotComeBackAfterSigningOutElsewhere() {
        StoredSession session = saved("a", "1");
        StoredSession other = read(session.getId());
        other.setAttribute("late", "x");

        sessions.deleteById(session.getId()).block(TIMEOUT);
        sessions.save(other).block(TIMEOUT);

        assertThat(sessions.findById(session.getId()).block(TIMEOUT)).isNull();
    }

    @Test
    void endsAllSessionsOfOnePerson() {
        StoredSession session = Objects.requireNonNull(sessions.createSession().block(TIMEOUT));
        session.setAttribute("SPRING_SECURITY_CONTEXT",
                new SecurityContextImpl(new Somebody("hanako").signedIn()));
        sessions.save(session).block(TIMEOUT);

        assertThat(sessions.endAllOf("hanako").block(TIMEOUT)).isEqualTo(1);
        assertThat(sessions.findById(session.getId()).block(TIMEOUT)).isNull();
    }

    @Test
    void dropsWhatItCannotRead() {
        StoredSession session = saved("a", "1");
        DATABASE.client().sql("update http_session set content = 'nonsense'::bytea where id_hash = :id")
                .bind("id", SessionIds.hash(session.getId())).then().block(TIMEOUT);

        assertThat(sessions.findById(session.getId()).block(TIMEOUT)).isNull();
        assertThat(count("id_hash = '" + SessionIds.hash(session.getId()) + "'")).isZero();
    }

    /** Until the last node of the older release has gone, both serve the same visitors. */
    @Test
    void leavesTheSessionOfANewerReleaseAlone() {
        StoredSession session = saved("a", "1");
        DATABASE.client()
                .sql("update http_session set content = '{\"v\":2,\"attributes\":{}}'::bytea where id_hash = :id")
                .bind("id", SessionIds.hash(session.getId())).then().block(TIMEOUT);

        assertThat(sessions.findById(session.getId()).block(TIMEOUT)).isNull();
        assertThat(count("id_hash = '" + SessionIds.hash(session.getId()) + "'")).isOne();
    }

    private StoredSession saved(String name, String value) {
        return Objects.requireNonNull(sessions.createSession().flatMap(session -> {
            session.setAttribute(name, value);
            return sessions.save(session).then(Mono.just(session));
        }).block(TIMEOUT));
    }

    private StoredSession read(String id) {
        return Objects.requireNonNull(sessions.findById(id).block(TIMEOUT));
    }

    private static long count(String where) {
        return Objects.requireNonNull(DATABASE.client().sql("select count(*) from http_session where " + where)
                .map(row -> Objects.requireNonNull(row.get(0, Long.class))).one().block(TIMEOUT));
    }
}
