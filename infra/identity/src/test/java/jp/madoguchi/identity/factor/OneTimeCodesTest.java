package jp.madoguchi.identity.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OneTimeCodesTest {

    /** The secret of RFC 6238, appendix B, in Base32. */
    private static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    /** The last six of the eight digits in RFC 6238, appendix B. */
    @ParameterizedTest
    @CsvSource({"59,287082", "1111111109,081804", "1111111111,050471", "1234567890,005924", "2000000000,279037",
            "20000000000,353130"})
    void codesAreThoseOfTheStandard(long seconds, String code) {
        assertThat(OneTimeCodes.at(SECRET, seconds / 30)).isEqualTo(code);
        assertThat(OneTimeCodes.step(SECRET, code, Instant.ofEpochSecond(seconds))).hasValue(seconds / 30);
    }

    @Test
    void aClockMayBeOffByOneStepEitherWayAndNoMore() {
        Instant now = Instant.ofEpochSecond(1_234_567_890);
        long step = 1_234_567_890 / 30;
        for (long off = -3; off <= 3; off++) {
            var found = OneTimeCodes.step(SECRET, OneTimeCodes.at(SECRET, step + off), now);
            if (Math.abs(off) <= 1) {
                assertThat(found).as("%d steps", off).hasValue(step + off);
            } else {
                assertThat(found).as("%d steps", off).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"287082", " 287 082 ", "２８７０８２", "287-082", "２８７　０８２"})
    void codesAreReadAsPeopleTypeThem(String typed) {
        assertThat(OneTimeCodes.step(SECRET, typed, Instant.ofEpochSecond(59))).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "28708", "2870820", "abcdef", "287082\u0000", "94287082", "💯💯💯"})
    void nothingElseIsACode(String typed) {
        assertThat(OneTimeCodes.step(SECRET, typed, Instant.ofEpochSecond(59))).isEmpty();
    }

    @Test
    void secretsHave160RandomBits() {
        assertThat(OneTimeCodes.newSecret()).matches("[A-Z2-7]{32}").isNotEqualTo(OneTimeCodes.newSecret());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a1b2-c3d4-e5f0", "A1B2C3D4E5F0", "a1b2 c3d4 e5fo", "ａ１ｂ２－ｃ３ｄ４－ｅ５ｆ０", "aIb2‐c3d4ーe5f0",
            "alb2-c3d4-e5fO"})
    void recoveryCodesAreReadAsPeopleTypeThem(String typed) {
        assertThat(RecoveryCodes.normal(typed)).isEqualTo("a1b2c3d4e5f0");
    }
}
