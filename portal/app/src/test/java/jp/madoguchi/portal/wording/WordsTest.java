package jp.madoguchi.portal.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every page and mail of the portal can be read whole in every language that is offered. */
class WordsTest {

    private static final String JAPANESE = "words";
    private static final String EASY = "words_ja-x-easy";
    private static final Pattern ARGUMENT = Pattern.compile("\\{\\d}");
    private static final Pattern READING = Pattern.compile("（[ぁ-んー]+）");
    private static final Pattern KANJI = Pattern.compile("\\p{IsHan}");

    @ParameterizedTest
    @ValueSource(strings = {"words_en", EASY})
    void nothingIsMissing(String translation) {
        assertThat(new TreeSet<>(read(translation).keySet())).isEqualTo(new TreeSet<>(read(JAPANESE).keySet()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"words_en", EASY})
    void everyTextSaysWhatTheJapaneseOneSays(String translation) {
        var translated = read(translation);
        read(JAPANESE).forEach((key, text) -> assertThat(arguments(translated.getOrDefault(key, ""))).as(key)
                .isSubsetOf(arguments(text)));
    }

    /** Who reads easy Japanese is told each day, number and name too. */
    @Test
    void easyJapaneseLeavesNothingOut() {
        var easy = read(EASY);
        read(JAPANESE).forEach((key, text) -> assertThat(arguments(easy.getOrDefault(key, ""))).as(key)
                .isEqualTo(arguments(text)));
    }

    /** In a MessageFormat an apostrophe quotes; an unpaired one would swallow the places behind it. */
    @Test
    void noApostropheSwallowsAPlace() {
        assertThat(read(EASY)).allSatisfy((key, text) -> assertThat(text).as(key).doesNotContain("'"));
    }

    /** A sentence of ordinary Japanese that was copied shows by its polite forms, and by kanji without readings. */
    @Test
    void easyJapaneseIsNotOrdinaryJapanese() {
        var ordinary = read(JAPANESE);
        read(EASY).forEach((key, text) -> {
            assertThat(text).as(key).doesNotContain("お手数", "ご確認", "ご利用", "いただ", "お使い", "お待ち", "場合は、", "ください。\n\nお");
            if (text.length() > 20 && KANJI.matcher(text).find()) {
                assertThat(text).as(key).containsPattern(READING).isNotEqualTo(ordinary.get(key));
            }
        });
    }

    private static TreeSet<String> arguments(String text) {
        return new TreeSet<>(ARGUMENT.matcher(text).results().map(MatchResult::group).toList());
    }

    /** Without the names of what happens in a life: procedures name it in Japanese, so only translations have them. */
    private static Map<String, String> read(String name) {
        var texts = new Properties();
        try (var in = Wording.class.getResourceAsStream(name + ".properties");
                var reader = new InputStreamReader(Objects.requireNonNull(in, name), StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return texts.stringPropertyNames().stream().filter(key -> !key.startsWith("event."))
                .collect(Collectors.toMap(key -> key, texts::getProperty));
    }
}
