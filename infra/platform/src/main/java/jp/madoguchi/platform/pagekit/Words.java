package jp.madoguchi.platform.pagekit;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** The fixed words of the page kit in the languages of the portal; what is not translated appears in Japanese. */
public final class Words {

    /** A language the portal can be read in, named in itself. */
    public record Language(String code, String name) {}

    public static final List<Language> LANGUAGES = List.of(new Language("ja", "日本語"), new Language("en", "English"));

    private static final ResourceBundle.Control JAPANESE_FIRST = ResourceBundle.Control
            .getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private Words() {}

    public static boolean speaks(String language) {
        return LANGUAGES.stream().anyMatch(known -> known.code().equals(language));
    }

    /**
     * @param key  key of the bundle {@code words}
     * @param args arguments of the message pattern
     * @throws MissingResourceException if the key does not exist (a mistake in a template)
     */
    public static String in(String language, String key, Object... args) {
        var bundle = ResourceBundle.getBundle("jp.madoguchi.platform.pagekit.words", Locale.forLanguageTag(language),
                JAPANESE_FIRST);
        var pattern = bundle.getString(key);
        return args.length == 0
                ? pattern
                : new MessageFormat(pattern, Locale.forLanguageTag(language)).format(args);
    }
}
