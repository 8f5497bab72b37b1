package jp.madoguchi.forms;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/**
 * The texts of messages. A language is spoken as soon as its file is there: {@code messages_ko.properties}. Read once, when the
 * first message is needed.
 */
final class MessageBundles {

    private static final Map<Language, ResourceBundle> BUNDLES = new EnumMap<>(Language.class);

    static {
        for (var language : Language.values()) {
            read(language).ifPresent(bundle -> BUNDLES.put(language, bundle));
        }
    }

    private MessageBundles() {}

    /** @throws IllegalArgumentException if not even Japanese has the text, a mistake in the program */
    static Localized text(String key, Object... values) {
        var texts = new EnumMap<Language, String>(Language.class);
        BUNDLES.forEach((language, bundle) -> {
            if (bundle.containsKey(key)) {
                texts.put(language, text(language, bundle.getString(key), values));
            }
        });
        return new Localized(texts);
    }

    static Map<Language, ResourceBundle> all() {
        return Map.copyOf(BUNDLES);
    }

    private static String text(Language language, String pattern, Object... values) {
        var words = Stream.of(values)
                .map(value -> value instanceof Localized localized ? localized.in(language) : value.toString())
                .toArray();
        return new MessageFormat(pattern, language.locale()).format(words);
    }

    private static Optional<ResourceBundle> read(Language language) {
        var file = language == Language.JA ? "messages.properties" : "messages_" + language.tag() + ".properties";
        try (var in = MessageBundles.class.getResourceAsStream(file)) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(new PropertyResourceBundle(new InputStreamReader(in, StandardCharsets.UTF_8)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
