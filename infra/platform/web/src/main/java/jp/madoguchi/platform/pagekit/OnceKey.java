package jp.madoguchi.platform.pagekit;

import java.util.regex.Pattern;

import jp.madoguchi.platform.token.SecretToken;

/** The key by which one form on one rendering of a page is known when it comes back, however often. */
public final class OnceKey {

    /** The hidden field that carries it. */
    public static final String FIELD = "_once";

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{22,64}");

    private OnceKey() {}

    /** A key for one form; 256 random bits. */
    public static String create() {
        return SecretToken.create().value();
    }

    /** Whether this has the shape of a key. */
    public static boolean isOne(String sent) {
        return SHAPE.matcher(sent).matches();
    }
}
