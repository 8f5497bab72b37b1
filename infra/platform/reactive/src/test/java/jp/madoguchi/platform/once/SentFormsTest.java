package jp.madoguchi.platform.once;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import jp.madoguchi.platform.PortalDatabase;
import jp.madoguchi.testkit.MovableClock;
import jp.madoguchi.platform.once.SentForms.Claim;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

class SentFormsTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final URI THERE = URI.create("/tracking/1?sent#messages");
    private static final PortalDatabase DATABASE = new PortalDatabase();

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-20T01:00:00Z"));
    private final SentForms forms = new SentForms(DATABASE.client(), clock, LEASE);

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void oneOfManyIsTheFirstAndTheOthersGetItsAnswer() {
        var claims = atOnce("one");
        assertThat(claims).filteredOn(Claim.First.class::isInstance).hasSize(1);
        assertThat(claims).contains(new Claim.UnderWay());
        var holder = claims.stream().filter(Claim.First.class::isInstance).map(Claim.First.class::cast).findFirst()
                .orElseThrow().holder();

        forms.answered("one", holder, 303, THERE).block(TIMEOUT);
        forms.release("one", holder).block(TIMEOUT);

        assertThat(atOnce("one")).containsOnly(new Claim.Answered(303, THERE));
        assertThat(claim("another")).isInstanceOf(Claim.First.class);
    }

    @Test
    void whatFailedMayBeSentAgain() {
        forms.release("failed", first("failed")).block(TIMEOUT);
        assertThat(claim("failed")).isInstanceOf(Claim.First.class);
    }

    @Test
    void whatBrokeOffIsToldOnceAndMayThenBeSentAgain() {
        first("broken");
        assertThat(claim("broken")).isEqualTo(new Claim.UnderWay());
        theLeaseRunsOut("broken");
        var claims = atOnce("broken");
        assertThat(claims).containsOnlyOnce(new Claim.Lost());
        // Of those that asked at the same time, one may already be the next.
        if (claims.stream().noneMatch(Claim.First.class::isInstance)) {
            assertThat(claim("broken")).isInstanceOf(Claim.First.class);
        }
    }

    @Test
    void clocksOfNodesNeedNotAgree() {
        var ahead = new MovableClock(Instant.parse("2026-11-20T01:00:00Z"));
        ahead.pass(Duration.ofHours(20));
        var node = new SentForms(DATABASE.client(), ahead, LEASE);
        var holder = first("skewed");
        assertThat(node.claim("skewed").block(TIMEOUT)).isEqualTo(new Claim.UnderWay());
        var behind = new MovableClock(Instant.parse("2026-11-20T01:00:00Z"));
        behind.pass(Duration.ofHours(-20));
        theLeaseRunsOut("skewed");
        assertThat(new SentForms(DATABASE.client(), behind, LEASE).claim("skewed").block(TIMEOUT))
                .isEqualTo(new Claim.Lost());
        assertThat(forms.renew("skewed", holder).block(TIMEOUT)).isFalse();
    }

    @Test
    void whoIsHeardOfInTimeIsNotLost() {
        var holder = first("slow");
        theLeaseRunsOut("slow");
        assertThat(forms.renew("slow", holder).block(TIMEOUT)).isTrue();
        assertThat(claim("slow")).isEqualTo(new Claim.UnderWay());
    }

    @Test
    void whoseLeaseRanOutDoesNotSpeakForTheNext() {
        var late = first("late");
        theLeaseRunsOut("late");
        assertThat(claim("late")).isEqualTo(new Claim.Lost());
        var next = first("late");

        assertThat(forms.renew("late", late).block(TIMEOUT)).isFalse();
        forms.answered("late", late, 303, URI.create("/the-late-one")).block(TIMEOUT);
        forms.release("late", late).block(TIMEOUT);
        assertThat(claim("late")).isEqualTo(new Claim.UnderWay());

        forms.answered("late", next, 303, THERE).block(TIMEOUT);
        assertThat(claim("late")).isEqualTo(new Claim.Answered(303, THERE));
        theLeaseRunsOut("late");
        assertThat(claim("late")).isEqualTo(new Claim.Answered(303, THERE));
    }

    @Test
    void programsOfTheReleaseBeforeAreWaitedFor() {
        DATABASE.client()
                .sql("insert into sent_form (key_hash, claimed_at, expires_at) values ('old node', now(), now())")
                .then().block(TIMEOUT);
        assertThat(claim("old node")).isEqualTo(new Claim.UnderWay());
        theLeaseRunsOut("old node");
        assertThat(claim("old node")).isEqualTo(new Claim.Lost());
    }

    @Test
    void areForgottenAfterADay() {
        forms.answered("old", first("old"), 303, THERE).block(TIMEOUT);
        clock.pass(Duration.ofDays(1));
        first("new");
        forms.removeExpired().block(TIMEOUT);
        assertThat(claim("old")).isInstanceOf(Claim.First.class);
        assertThat(claim("new")).isEqualTo(new Claim.UnderWay());
    }

    private Claim claim(String key) {
        return Objects.requireNonNull(forms.claim(key).block(TIMEOUT));
    }

    private UUID first(String key) {
        assertThat(claim(key)).isInstanceOf(Claim.First.class);
        return Objects.requireNonNull(DATABASE.client().sql("select holder from sent_form where key_hash = :key")
                .bind("key", key).mapValue(UUID.class).one().block(TIMEOUT));
    }

    private static void theLeaseRunsOut(String key) {
        DATABASE.client().sql("update sent_form set lease_until = now() where key_hash = :key").bind("key", key).then()
                .block(TIMEOUT);
    }

    private List<Claim> atOnce(String key) {
        return Objects.requireNonNull(
                Flux.range(0, 16).flatMap(n -> forms.claim(key), 8).collectList().block(TIMEOUT));
    }
}
