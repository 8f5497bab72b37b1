package jp.madoguchi.identity.page;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import jp.madoguchi.forms.Language;
import jp.madoguchi.forms.Localized;

/** The words of this app in one language; what is not translated appears in Japanese. */
public record Texts(String language) {

    private static final ResourceBundle.Control JAPANESE_FIRST = ResourceBundle.Control
            .getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    /** Words from elsewhere in the language of the page. */
    public String say(Localized words) {
        return words.in(Language.ofTag(language).orElse(Language.JA));
    }

    /** @throws java.util.MissingResourceException if there is no such key */
    public String say(String key, Object... args) {
        ResourceBundle bundle = ResourceBundle.getBundle("jp.madoguchi.identity.texts", Locale.forLanguageTag(language),
                JAPANESE_FIRST);
        String pattern = bundle.getString(key);
        return args.length == 0 ? pattern : new MessageFormat(pattern, Locale.forLanguageTag(language)).format(args);
    }
}
