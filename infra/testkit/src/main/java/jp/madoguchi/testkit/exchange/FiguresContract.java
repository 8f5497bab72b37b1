package jp.madoguchi.testkit.exchange;

import static jp.madoguchi.testkit.exchange.Caller.done;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;

import jp.madoguchi.exchange.PortalExchange;
import jp.madoguchi.exchange.ProcedureFigures;
import jp.madoguchi.exchange.ProcedureFigures.Spread;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@link PortalExchange#figures} promises. */
interface FiguresContract {

    String PROCEDURE = "jido-teate";
    Instant NOON = Instant.parse("2026-11-20T03:00:00Z");

    PortalExchange exchange();

    Subject subject();

    /** Puts a body as it is. */
    int statusOf(String path, String body);

    @Test
    default void theNewestFiguresAreTold() {
        var newest = figures(NOON.plusSeconds(60), new Spread(273, 594, 1_188), new Spread(310, 8, 16));
        done(exchange().figures(PROCEDURE, figures(NOON, new Spread(272, 60, 61), null)));
        done(exchange().figures(PROCEDURE, newest));
        assertThat(subject().tells(newest)).isTrue();

        done(exchange().figures(PROCEDURE, newest));
        done(exchange().figures(PROCEDURE, figures(NOON.plusSeconds(30), new Spread(271, 1, 2), null)));
        assertThat(subject().tells(newest)).as("after older ones").isTrue();

        var taken = figures(NOON.plusSeconds(90), null, null);
        done(exchange().figures(PROCEDURE, taken));
        assertThat(subject().tells(newest)).as("after there are none any more").isFalse();
        assertThat(subject().tells(taken)).isTrue();
    }

    @Test
    default void figuresOfWhatIsNotPublishedAreNotFound() {
        PortalExchangeContract.refused(404,
                exchange().figures("no-such-procedure", figures(NOON, new Spread(10, 1, 1), null)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"n\": 9, \"median\": 1, \"p90\": 1}", "{\"n\": 10, \"median\": -1, \"p90\": 1}",
            "{\"n\": 10, \"median\": 2, \"p90\": 1}", "\"many\""})
    default void figuresThatCannotBeAreRefused(String spread) {
        assertThat(statusOf("/procedures/" + PROCEDURE + "/figures",
                "{\"since\": \"2025-12-01\", \"asOf\": \"2027-01-01T00:00:00Z\", \"filling\": " + spread + "}"))
                .isEqualTo(400);
    }

    private static ProcedureFigures figures(Instant asOf, @Nullable Spread filling,
            @Nullable Spread working) {
        return new ProcedureFigures(LocalDate.of(2025, 12, 1), filling, working, asOf);
    }
}
