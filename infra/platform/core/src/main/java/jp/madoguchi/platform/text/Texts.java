package jp.madoguchi.platform.text;

import jp.madoguchi.forms.Language;
import jp.madoguchi.forms.Localized;

/** The texts of a bundle in one language. */
public record Texts(TextBundle bundle, String language) {

    /** Words from elsewhere in this language. */
    public String say(Localized words) {
        return words.in(Language.ofTag(language).orElse(Language.JA));
    }

    /** @throws IllegalArgumentException if there is no such key */
    public String say(String key, Object... args) {
        return bundle.in(language, key, args);
    }
}
