package jp.madoguchi.identity.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionJsonTest {

    record Ferry(String pier, Instant leaves) {
        Ferry {
            Objects.requireNonNull(pier);
        }
    }

    /** As a later release has it. */
    record LaterFerry(String pier, Instant leaves, @Nullable String ship) {}

    private static final Instant LEAVES = Instant.parse("2026-11-20T01:02:03Z");

    private final SessionJson json = new SessionJson(List.of(new SessionValue("ferry", 1, Ferry.class)));
    private final SessionJson later = new SessionJson(List.of(new SessionValue("ferry", 1, LaterFerry.class)));

    @Test
    void namesTheKindAndTheVersionAndNoClass() {
        assertThat(json.write(new Ferry("中突堤", LEAVES))).asString(UTF_8)
                .isEqualTo("{\"kind\":\"ferry\",\"v\":1,\"pier\":\"中突堤\",\"leaves\":\"2026-11-20T01:02:03Z\"}");
    }

    @Test
    void twoReleasesReadEachOther() {
        assertThat(json.read(later.write(new LaterFerry("中突堤", LEAVES, "はやぶさ")))).isEqualTo(new Ferry("中突堤", LEAVES));
        assertThat(later.read(json.write(new Ferry("中突堤", LEAVES))))
                .isEqualTo(new LaterFerry("中突堤", LEAVES, null));
    }

    /** The magic bytes of a serialised Java object among them. */
    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "nonsense", "\u00ac\u00ed\u0000\u0005t\u0000\u0001x",
            "{\"kind\":\"ferry\"}",
            "{\"kind\":\"ferry\",\"v\":2,\"pier\":\"中突堤\",\"leaves\":\"2026-11-20T01:02:03Z\"}",
            "{\"kind\":\"train\",\"v\":1,\"pier\":\"中突堤\"}", "{\"kind\":\"ferry\",\"v\":1}",
            "{\"kind\":\"ferry\",\"v\":1,\"pier\":\"中突堤\",\"leaves\":\"someday\"}",
            "{\"kind\":\"ferry\",\"v\":1,\"pier\":{\"@class\":\"java.lang.String\"}}"})
    void whatItDoesNotUnderstandIsAbsent(String content) {
        assertThat(json.read(content.getBytes(UTF_8))).isNull();
    }

    @Test
    void refusesWhatNoRoomBrought() {
        assertThatIllegalArgumentException().isThrownBy(() -> json.write("text")).withMessageContaining("String");
        assertThatIllegalStateException().isThrownBy(() -> new SessionJson(
                List.of(new SessionValue("x", 1, Ferry.class), new SessionValue("x", 1, LaterFerry.class))));
    }
}
