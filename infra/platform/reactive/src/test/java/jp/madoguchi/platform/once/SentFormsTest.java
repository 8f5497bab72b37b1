package jp.madoguchi.platform.once;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import jp.madoguchi.platform.PortalDatabase;
import jp.madoguchi.testkit.MovableClock;
import jp.madoguchi.platform.once.SentForms.Claim;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

class SentFormsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final URI THERE = URI.create("/tracking/1?sent#messages");
    private static final PortalDatabase DATABASE = new PortalDatabase();

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-20T01:00:00Z"));
    private final SentForms forms = new SentForms(DATABASE.client(), clock);

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void oneOfManyIsTheFirstAndTheOthersGetItsAnswer() {
        assertThat(atOnce("one")).containsOnlyOnce(new Claim.First()).contains(new Claim.UnderWay());

        forms.answered("one", 303, THERE).block(PATIENCE);
        forms.release("one").block(PATIENCE);

        assertThat(atOnce("one")).containsOnly(new Claim.Answered(303, THERE));
        assertThat(claim("another")).isEqualTo(new Claim.First());
    }

    @Test
    void whatFailedMayBeSentAgain() {
        claim("failed");
        forms.release("failed").block(PATIENCE);
        assertThat(claim("failed")).isEqualTo(new Claim.First());
    }

    @Test
    void whatBrokeOffIsToldOnceAndMayThenBeSentAgain() {
        claim("broken");
        clock.pass(Duration.ofMinutes(5));
        assertThat(atOnce("broken")).containsOnlyOnce(new Claim.Lost());
        forms.release("broken").block(PATIENCE);
        assertThat(claim("broken")).isEqualTo(new Claim.First());
    }

    @Test
    void areForgottenAfterADay() {
        claim("old");
        forms.answered("old", 303, THERE).block(PATIENCE);
        clock.pass(Duration.ofDays(1));
        claim("new");
        forms.removeExpired().block(PATIENCE);
        assertThat(claim("old")).isEqualTo(new Claim.First());
        assertThat(claim("new")).isEqualTo(new Claim.UnderWay());
    }

    private Claim claim(String key) {
        return Objects.requireNonNull(forms.claim(key).block(PATIENCE));
    }

    private List<Claim> atOnce(String key) {
        return Objects.requireNonNull(
                Flux.range(0, 16).flatMap(n -> forms.claim(key), 8).collectList().block(PATIENCE));
    }
}
