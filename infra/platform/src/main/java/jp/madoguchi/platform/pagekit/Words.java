package jp.madoguchi.platform.pagekit;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/** The fixed words of the page kit in the languages of the portal; what is not translated appears in Japanese. */
public final class Words {

    /** A language the portal can be read in, named in itself. */
    public record Language(String code, String name) {}

    public static final List<Language> LANGUAGES = List.of(new Language("ja", "日本語"), new Language("en", "English"),
            new Language("ja-x-easy", "やさしい日本語"));

    /** Primary languages (RFC 5646) that readers ask for, and what is closest to them here. */
    private static final Map<String, String> CLOSEST = Map.of("ja", "ja", "en", "en");

    /** Read once when the app starts: pages are drawn on event loops, where no file may be opened. */
    private static final Map<String, Map<String, String>> BUNDLES = LANGUAGES.stream()
            .collect(Collectors.toUnmodifiableMap(Language::code, language -> read(language.code())));

    private Words() {}

    /** Whether the portal can be read in this language. */
    public static boolean speaks(String language) {
        return BUNDLES.containsKey(language);
    }

    /**
     * What a reader wants.
     *
     * @param language one of those offered
     * @param foreign  whether the reader asked for others only, which the page should say
     */
    public record Wish(String language, boolean foreign) {}

    /**
     * The language for a reader: the one chosen, else the first of the browser's that is offered (RFC 9110, 12.5.4), else Japanese.
     *
     * @param chosen   by the reader before, null for nothing
     * @param accepted value of {@code Accept-Language}, null for none; one that cannot be read counts as none
     */
    public static Wish wished(@Nullable String chosen, @Nullable String accepted) {
        if (chosen != null && speaks(chosen)) {
            return new Wish(chosen, false);
        }
        var ranges = ranges(accepted);
        for (var range : ranges) {
            var tag = range.getRange();
            if (range.getWeight() > 0 && tag.equals("*")) {
                return new Wish("ja", false);
            }
            var closest = CLOSEST.get(tag.split("-", 2)[0]);
            if (range.getWeight() > 0 && closest != null) {
                return new Wish(speaks(tag) ? tag : closest, false);
            }
        }
        return new Wish("ja", !ranges.isEmpty());
    }

    private static List<Locale.LanguageRange> ranges(@Nullable String accepted) {
        try {
            // Heaviest first; more than a browser sends is somebody's joke.
            return accepted == null || accepted.isBlank() || accepted.length() > 500
                    ? List.of()
                    : Locale.LanguageRange.parse(accepted);
        } catch (IllegalArgumentException unreadable) {
            return List.of();
        }
    }

    /**
     * @param key  key of the bundle {@code words}
     * @param args arguments of the message pattern
     * @throws IllegalArgumentException if the key does not exist (a mistake in a template)
     */
    public static String in(String language, String key, Object... args) {
        var pattern = BUNDLES.getOrDefault(language, Map.of()).get(key);
        if (pattern == null) {
            if (language.equals("ja")) {
                throw new IllegalArgumentException("no words for " + key);
            }
            return in("ja", key, args);
        }
        return args.length == 0 ? pattern : new MessageFormat(pattern, Locale.forLanguageTag(language)).format(args);
    }

    private static Map<String, String> read(String language) {
        var file = language.equals("ja") ? "words.properties" : "words_" + language + ".properties";
        var words = new Properties();
        try (var in = Objects.requireNonNull(Words.class.getResourceAsStream(file), file);
                var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            words.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return words.stringPropertyNames().stream()
                .collect(Collectors.toUnmodifiableMap(key -> key, words::getProperty));
    }
}
