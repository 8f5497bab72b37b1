package jp.madoguchi.platform.pdf;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills {@code {{name}}} in the text of a letter. */
public final class Placeholders {

    private static final Pattern MARK = Pattern.compile("\\{\\{\\s*([^{}]+?)\\s*}}");

    private Placeholders() {}

    /**
     * The text with every mark filled in.
     *
     * @throws IllegalArgumentException naming the mark, when there is no value for it: a letter with a hole must not go out
     */
    public static String fill(String text, Map<String, String> values) {
        return MARK.matcher(text).replaceAll(mark -> {
            String value = values.get(mark.group(1));
            if (value == null) {
                throw new IllegalArgumentException("no value for {{" + mark.group(1) + "}}");
            }
            return Matcher.quoteReplacement(value);
        });
    }
}
