package jp.madoguchi.platform.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SessionJsonTest {

    /** As it was first, and as a later release has it. */
    record Ferry(String pier, LocalDate day) {}

    record LaterFerry(String pier, LocalDate day, @Nullable String ship) {}

    private final SessionJson json = new SessionJson(List.of(AttributeForm.itself("ferry", Ferry.class)));
    private final SessionJson later = new SessionJson(List.of(AttributeForm.itself("ferry", LaterFerry.class),
            AttributeForm.itself("pier", Pier.class)));

    record Pier(String name) {}

    @Test
    void readsWhatVersionOneWrote() throws Exception {
        Attributes read = json.read(bytes("""
                {"v":1,"attributes":{"a":"髙橋","trip":{"pier":"中突堤","day":"2026-11-20","kind":"ferry"}}}
                """));

        assertThat(read.names()).containsExactlyInAnyOrder("a", "trip");
        assertThat(read.get("a")).isEqualTo("髙橋");
        assertThat(read.get("trip")).isEqualTo(new Ferry("中突堤", LocalDate.of(2026, 11, 20)));
    }

    @Test
    void anOlderNodeLeavesWhatItDoesNotKnowAsItIs() throws Exception {
        String written = """
                {"v":1,"since":{"n":1.50},"attributes":{"trip":{"pier":"中突堤","day":"2026-11-20","ship":"はやぶさ","kind":"ferry"},\
                "from":{"name":"新港","kind":"pier"}}}""";
        Attributes older = json.read(bytes(written));
        assertThat(older.get("trip")).isEqualTo(new Ferry("中突堤", LocalDate.of(2026, 11, 20)));
        assertThat(older.get("from")).isNull();
        assertThat(older.names()).containsExactly("trip");

        older.put("flash", "x");
        older.put("flash", null);

        assertThat(older.bytes()).asString(UTF_8).isEqualTo(written);
        Attributes newer = later.read(older.bytes());
        assertThat(newer.get("trip")).isEqualTo(new LaterFerry("中突堤", LocalDate.of(2026, 11, 20), "はやぶさ"));
        assertThat(newer.get("from")).isEqualTo(new Pier("新港"));
    }

    @Test
    void aNewerNodeDoesWithoutWhatAnOlderOneDidNotKnow() throws Exception {
        Attributes older = json.none();
        older.put("trip", new Ferry("中突堤", LocalDate.of(2026, 11, 20)));

        assertThat(later.read(older.bytes()).get("trip"))
                .isEqualTo(new LaterFerry("中突堤", LocalDate.of(2026, 11, 20), null));
    }

    @Test
    void whatCannotBeRevivedCountsAsAbsentAndStays() throws Exception {
        String written = """
                {"v":1,"attributes":{"trip":{"pier":"中突堤","day":"someday","kind":"ferry"}}}""";
        Attributes read = json.read(bytes(written));

        assertThat(read.get("trip")).isNull();
        assertThat(read.bytes()).asString(UTF_8).isEqualTo(written);
    }

    @Test
    void tellsANewerVersionFromNonsense() {
        assertThatThrownBy(() -> json.read(bytes("{\"v\":2,\"attributes\":{}}")))
                .isInstanceOf(SessionJson.TooNew.class);
        for (String nonsense : List.of("[]", "{}", "{\"v\":1}", "{\"v\":\"1\",\"attributes\":{}}",
                "{\"v\":1,\"attributes\":[]}")) {
            assertThatIllegalArgumentException().as(nonsense).isThrownBy(() -> json.read(bytes(nonsense)));
        }
    }

    @Test
    void keepsNothingWithoutAForm() {
        assertThatIllegalArgumentException().isThrownBy(() -> json.none().put("n", 1)).withMessageContaining("Integer");
        assertThatIllegalStateException().isThrownBy(
                () -> new SessionJson(
                        List.of(AttributeForm.itself("x", Pier.class), AttributeForm.itself("x", Ferry.class))));
    }

    @Test
    void writesNoMoreThanThereIs() {
        Attributes attributes = json.none();
        attributes.put("a", "1");

        assertThat(JsonMapper.shared().readTree(attributes.bytes()))
                .hasToString("{\"v\":1,\"attributes\":{\"a\":\"1\"}}");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
