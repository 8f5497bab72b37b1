package jp.madoguchi.identity;

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
import java.util.stream.Stream;
import jp.madoguchi.platform.pagekit.Words;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page of this program can be read whole in every language that is offered. */
class TextsTest {

    private static final Pattern ARGUMENT = Pattern.compile("\\{\\d}");
    private static final Pattern READING = Pattern.compile("（[ぁ-んー]+）");
    private static final Pattern KANJI = Pattern.compile("\\p{IsHan}");

    static Stream<Arguments> translations() {
        return Stream.of("_en", "_ja-x-easy").flatMap(
                language -> Stream.of(Arguments.of(IdentitySettings.class, "texts", language),
                        Arguments.of(Words.class, "words", language)));
    }

    static Stream<Arguments> easy() {
        return Stream.of(Arguments.of(IdentitySettings.class, "texts"), Arguments.of(Words.class, "words"));
    }

    @ParameterizedTest
    @MethodSource("translations")
    void nothingIsMissing(Class<?> beside, String name, String language) {
        assertThat(new TreeSet<>(read(beside, name + language).keySet()))
                .isEqualTo(new TreeSet<>(read(beside, name).keySet()));
    }

    @ParameterizedTest
    @MethodSource("translations")
    void everyTextSaysWhatTheJapaneseOneSays(Class<?> beside, String name, String language) {
        var translated = read(beside, name + language);
        read(beside, name).forEach((key, text) -> assertThat(arguments(translated.getOrDefault(key, "")))
                .as(key).isSubsetOf(arguments(text)));
    }

    /** A sentence of ordinary Japanese that was copied shows by its polite forms, and by kanji without readings. */
    @ParameterizedTest
    @MethodSource("easy")
    void easyJapaneseIsNotOrdinaryJapanese(Class<?> beside, String name) {
        var ordinary = read(beside, name);
        read(beside, name + "_ja-x-easy").forEach((key, text) -> {
            assertThat(text).as(key).doesNotContain("お手数", "ご確認", "ご利用", "いただ", "お使い", "お待ち", "場合は、", "ください。\n\nお");
            if (text.length() > 20 && KANJI.matcher(text).find()) {
                assertThat(text).as(key).containsPattern(READING).isNotEqualTo(ordinary.get(key));
            }
        });
    }

    private static TreeSet<String> arguments(String text) {
        return new TreeSet<>(ARGUMENT.matcher(text).results().map(MatchResult::group).toList());
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Map<String, String> read(Class<?> beside, String name) {
        var texts = new Properties();
        try (var in = beside.getResourceAsStream(name + ".properties");
                var reader = new InputStreamReader(Objects.requireNonNull(in, name), StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return (Map) texts;
    }
}
