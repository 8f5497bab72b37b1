package jp.madoguchi.platform.text;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/** Texts by key in the languages offered, one file of properties (UTF-8) per language; what is not translated appears in Japanese. */
public final class TextBundle {

    private static final String MAIN = "ja";

    /** Read once when the app starts: pages are drawn on event loops, where no file may be opened. */
    private final Map<String, Map<String, String>> byLanguage;

    private TextBundle(Map<String, Map<String, String>> byLanguage) {
        this.byLanguage = byLanguage;
    }

    /**
     * Reads {@code name.properties} (Japanese) and {@code name_en.properties} and so on, as far as they exist.
     *
     * @param beside a class in whose package the files stand
     * @throws NullPointerException if there is no Japanese file
     */
    public static TextBundle beside(Class<?> beside, String name) {
        return new TextBundle(Languages.codes()
                .collect(Collectors.toUnmodifiableMap(code -> code, code -> read(beside, name, code))));
    }

    /**
     * @param args arguments of the message pattern; without any the text is taken as it stands
     * @throws IllegalArgumentException if the key does not exist (a mistake in a page)
     */
    public String in(String language, String key, Object... args) {
        var pattern = byLanguage.getOrDefault(language, Map.of()).get(key);
        if (pattern == null) {
            if (language.equals(MAIN)) {
                throw new IllegalArgumentException("no text for " + key);
            }
            return in(MAIN, key, args);
        }
        return args.length == 0 ? pattern : new MessageFormat(pattern, Locale.forLanguageTag(language)).format(args);
    }

    /** The text in just this language; empty where nobody wrote it. */
    public Optional<String> find(String language, String key) {
        return Optional.ofNullable(byLanguage.getOrDefault(language, Map.of()).get(key));
    }

    private static Map<String, String> read(Class<?> beside, String name, String language) {
        var file = name + (language.equals(MAIN) ? "" : "_" + language) + ".properties";
        var texts = new Properties();
        try (var in = beside.getResourceAsStream(file)) {
            if (in == null && !language.equals(MAIN)) {
                return Map.of();
            }
            texts.load(new InputStreamReader(Objects.requireNonNull(in, file), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return texts.stringPropertyNames().stream()
                .collect(Collectors.toUnmodifiableMap(key -> key, texts::getProperty));
    }
}
