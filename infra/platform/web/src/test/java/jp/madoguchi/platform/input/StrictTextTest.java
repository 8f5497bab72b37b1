package jp.madoguchi.platform.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

import jp.madoguchi.platform.problem.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.MultiValueMap;

class StrictTextTest {

    @Test
    void readsWhatBrowsersSend() {
        var text = "𠮷野 と\r\n「+&=%」 🏳️‍🌈";
        assertThat(form("a=" + URLEncoder.encode(text, StandardCharsets.UTF_8) + "&b=&&c&a=2&=x")).containsExactly(
                java.util.Map.entry("a", List.of(text, "2")), java.util.Map.entry("b", List.of("")),
                java.util.Map.entry("c", List.of("")), java.util.Map.entry("", List.of("x")));
        assertThat(form("").size()).isZero();
        assertThat(form("a=b=c")).containsEntry("a", List.of("b=c"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "%1", "%zz", "%-1", "%00", "a%00b", "%C0%80", "%FF", "%E3%81", "%ED%A0%80",
            "%F4%90%80%80"})
    void refusesWhatCannotBeRead(String broken) {
        assertThatThrownBy(() -> form("text=" + broken)).isInstanceOf(Refusal.Malformed.class);
        assertThatThrownBy(() -> form("a=1&" + broken + "=1&b=2")).isInstanceOf(Refusal.Malformed.class);
        assertThatThrownBy(() -> StrictText.check("/cases/" + broken)).isInstanceOf(Refusal.Malformed.class);
    }

    @Test
    void aBareByteThatIsNoUtf8IsRefusedToo() {
        assertThatThrownBy(() -> StrictText.form(new byte[]{'a', '=', (byte) 0x82, (byte) 0xA0}))
                .isInstanceOf(Refusal.Malformed.class);
        assertThatThrownBy(() -> StrictText.form(new byte[]{'a', '=', 0})).isInstanceOf(Refusal.Malformed.class);
    }

    @Test
    void namesOfFilesAreOneVisibleLine() {
        assertThat(StrictText.fileName("台帳\u0000\r\n\u202E.csv")).isEqualTo("台帳.csv");
    }

    private static MultiValueMap<String, String> form(String body) {
        return StrictText.form(body.getBytes(StandardCharsets.UTF_8));
    }
}
