package jp.madoguchi.forms;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A language the portal can speak. Japanese is the language of record; every other one falls back to it.
 */
public enum Language {

    JA("ja"), EASY_JA("ja-x-easy"), EN("en"), ZH("zh-Hans"), KO("ko"), VI("vi");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** The BCP 47 tag used in definitions, URLs and the {@code lang} attribute ({@code ja-x-easy} is やさしい日本語). */
    public String tag() {
        return tag;
    }

    public Locale locale() {
        return Locale.forLanguageTag(tag);
    }

    /** Of all languages, Japanese first. */
    public static List<String> tags() {
        return Arrays.stream(values()).map(Language::tag).toList();
    }

    public static Optional<Language> ofTag(String tag) {
        return Arrays.stream(values()).filter(language -> language.tag.equalsIgnoreCase(tag)).findFirst();
    }
}
