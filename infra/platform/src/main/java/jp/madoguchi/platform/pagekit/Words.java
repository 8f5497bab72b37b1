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

/** The fixed words of the page kit in the languages of the portal; what is not translated appears in Japanese. */
public final class Words {

    /** A language the portal can be read in, named in itself. */
    public record Language(String code, String name) {}

    public static final List<Language> LANGUAGES = List.of(new Language("ja", "日本語"), new Language("en", "English"));

    /** Read once when the app starts: pages are drawn on event loops, where no file may be opened. */
    private static final Map<String, Map<String, String>> BUNDLES = LANGUAGES.stream()
            .collect(Collectors.toUnmodifiableMap(Language::code, language -> read(language.code())));

    private Words() {}

    /** Whether the portal can be read in this language. */
    public static boolean speaks(String language) {
        return BUNDLES.containsKey(language);
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
