package jp.madoguchi.forms;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * A text in one or more languages. Japanese is always present.
 *
 * @param texts the text per language; never without {@link Language#JA}
 */
public record Localized(Map<Language, String> texts) {

    public Localized {
        if (!texts.containsKey(Language.JA)) {
            throw new IllegalArgumentException("a localized text needs Japanese");
        }
        texts = Map.copyOf(texts);
    }

    public static Localized ja(String text) {
        return new Localized(Map.of(Language.JA, text));
    }

    public static Localized of(String ja, String en) {
        var texts = new EnumMap<Language, String>(Language.class);
        texts.put(Language.JA, ja);
        texts.put(Language.EN, en);
        return new Localized(texts);
    }

    /** The text in the language, or in Japanese where there is no translation. */
    public String in(Language language) {
        return texts.getOrDefault(language, ja());
    }

    public String ja() {
        return Objects.requireNonNull(texts.get(Language.JA));
    }

    /** Whether {@link #in} would answer in the language itself; pages mark a fallback with {@code lang="ja"}. */
    public boolean speaks(Language language) {
        return texts.containsKey(language);
    }
}
