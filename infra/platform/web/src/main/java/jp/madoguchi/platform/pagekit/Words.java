package jp.madoguchi.platform.pagekit;

import jp.madoguchi.platform.text.TextBundle;

/** The fixed words of the page kit in the languages offered; what is not translated appears in Japanese. */
public final class Words {

    private static final TextBundle BUNDLE = TextBundle.beside(Words.class, "words");

    private Words() {}

    /** Reads the words, so that no event loop has to wait for their files. */
    public static void preload() {
        in("ja", "skip");
    }

    /**
     * @param key  key of the bundle {@code words}
     * @param args arguments of the message pattern
     * @throws IllegalArgumentException if the key does not exist (a mistake in a template)
     */
    public static String in(String language, String key, Object... args) {
        return BUNDLE.in(language, key, args);
    }
}
