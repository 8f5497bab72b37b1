package jp.madoguchi.testkit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Reads the forms of a page as our page kit writes them: where they go, and what they send besides what is typed. */
public final class PostForms {

    private static final Pattern FORM = Pattern.compile("<form method=\"post\" action=\"([^\"]+)\"[^>]*>(.*?)</form>",
            Pattern.DOTALL);
    private static final Pattern HIDDEN = Pattern
            .compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private PostForms() {}

    /**
     * A form of a page.
     *
     * @param action where it goes, as the page says it
     * @param hidden its hidden fields, in their order
     */
    public record PostForm(String action, Map<String, String> hidden) {}

    /** The first form of the page whose action is one of these. */
    public static Optional<PostForm> find(String html, Predicate<String> action) {
        return FORM.matcher(html).results().filter(form -> action.test(form.group(1))).findFirst()
                .map(form -> new PostForm(form.group(1), hidden(form.group(2))));
    }

    /** The CSRF token that every form of the page sends; empty where it has no form. */
    public static Optional<String> token(String html) {
        return TOKEN.matcher(html).results().findFirst().map(found -> found.group(1));
    }

    /** The second group of what was found, an attribute, as text. */
    public static String value(MatchResult found) {
        return found.group(2).replace("&#34;", "\"").replace("&#39;", "'").replace("&lt;", "<").replace("&gt;", ">")
                .replace("&amp;", "&");
    }

    /** Pairs of names and values as fields. */
    public static Map<String, List<String>> fields(Map<String, String> single) {
        var fields = new LinkedHashMap<String, List<String>>();
        single.forEach((name, value) -> fields.put(name, List.of(value)));
        return fields;
    }

    private static Map<String, String> hidden(String form) {
        var hidden = new LinkedHashMap<String, String>();
        HIDDEN.matcher(form).results().forEach(found -> hidden.putIfAbsent(found.group(1), value(found)));
        return hidden;
    }
}
