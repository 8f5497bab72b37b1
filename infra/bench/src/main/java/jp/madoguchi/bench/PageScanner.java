package jp.madoguchi.bench;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Reads the forms of a page in one pass, without making a tree of it: what a load client can afford. A page is text of one char a
 * byte (ISO-8859-1), so that nothing is decoded but the few values that are wanted.
 */
final class PageScanner {

    private static final String LINK = " href=\"";

    private final String page;
    private int at;

    private PageScanner(String page, int at) {
        this.page = page;
        this.at = at;
    }

    /**
     * A form.
     *
     * @param action where it goes, as the page says it; empty for the page's own address
     * @param controls fields and buttons in their order
     */
    record Form(String action, List<Control> controls) {}

    /**
     * A field or a button.
     *
     * @param kind the type of an {@code input} ({@code text} if it has none), or the name of another tag
     * @param value what a hidden field holds; empty for all others
     */
    record Control(String kind, String name, String value) {}

    /** The page's form at this place, counted from 0; none if the page has not so many. */
    static @Nullable Form form(String page, int place) {
        int at = -1;
        for (int i = 0; i <= place; i++) {
            at = page.indexOf("<form", at + 1);
            if (at < 0) {
                return null;
            }
        }
        return new PageScanner(page, at).form();
    }

    /** Where the page's links lead, in their order, as far as this pattern matches the whole of it. */
    static List<String> links(String page, Pattern wanted) {
        var links = new ArrayList<String>();
        for (int at = page.indexOf(LINK); at >= 0; at = page.indexOf(LINK, at)) {
            at += LINK.length();
            int end = page.indexOf('"', at);
            if (end >= 0 && wanted.matcher(page).region(at, end).matches()) {
                links.add(text(page.substring(at, end)));
            }
        }
        return links;
    }

    private Form form() {
        int open = at + "<form".length();
        at = tagEnd(open);
        var action = attribute(open, at, "action");
        var controls = new ArrayList<Control>();
        while ((at = page.indexOf('<', at)) >= 0 && !page.startsWith("</form", at)) {
            int name = at + 1;
            var tag = controlTag(name);
            if (tag == null) {
                at = name;
            } else {
                int attributes = name + tag.length();
                at = tagEnd(attributes);
                controls.add(control(tag, attributes, at));
            }
        }
        return new Form(action == null ? "" : action, controls);
    }

    private @Nullable String controlTag(int from) {
        return switch (from < page.length() ? page.charAt(from) : 0) {
            case 'i' -> isTag("input", from);
            case 's' -> isTag("select", from);
            case 't' -> isTag("textarea", from);
            case 'b' -> isTag("button", from);
            default -> null;
        };
    }

    private @Nullable String isTag(String tag, int from) {
        int end = from + tag.length();
        return page.startsWith(tag, from) && end < page.length()
                && (isBlank(page.charAt(end)) || page.charAt(end) == '>')
                        ? tag
                        : null;
    }

    private Control control(String tag, int from, int to) {
        var kind = tag;
        if (tag.equals("input")) {
            var type = attribute(from, to, "type");
            kind = type == null ? "text" : type;
        }
        var name = attribute(from, to, "name");
        var value = kind.equals("hidden") ? attribute(from, to, "value") : null;
        return new Control(kind, name == null ? "" : name, value == null ? "" : value);
    }

    /** Where the tag ends: the first {@code >} that stands in no value. */
    private int tagEnd(int from) {
        char quote = 0;
        for (int i = from; i < page.length(); i++) {
            char here = page.charAt(i);
            if (quote != 0) {
                quote = here == quote ? 0 : quote;
            } else if (here == '>') {
                return i;
            } else if (here == '"' || here == '\'') {
                quote = here;
            }
        }
        return page.length();
    }

    private @Nullable String attribute(int from, int to, String wanted) {
        int i = from;
        while (i < to) {
            while (i < to && (isBlank(page.charAt(i)) || page.charAt(i) == '/')) {
                i++;
            }
            int name = i;
            while (i < to && !isBlank(page.charAt(i)) && page.charAt(i) != '=') {
                i++;
            }
            boolean found = i - name == wanted.length() && page.startsWith(wanted, name);
            if (i >= to || page.charAt(i) != '=') {
                if (found) {
                    return "";
                }
                continue;
            }
            i++;
            int value = i;
            if (i < to && (page.charAt(i) == '"' || page.charAt(i) == '\'')) {
                value = i + 1;
                i = page.indexOf(page.charAt(i), value);
                if (i < 0 || i > to) {
                    return null;
                }
                if (found) {
                    return text(page.substring(value, i));
                }
                i++;
            } else {
                while (i < to && !isBlank(page.charAt(i))) {
                    i++;
                }
                if (found) {
                    return text(page.substring(value, i));
                }
            }
        }
        return null;
    }

    private static boolean isBlank(char here) {
        return here == ' ' || here == '\n' || here == '\r' || here == '\t';
    }

    /** What an attribute says: its bytes as UTF-8, with the references that templates write. */
    private static String text(String raw) {
        var text = isAscii(raw)
                ? raw
                : new String(raw.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        return text.indexOf('&') < 0
                ? text
                : text.replace("&#34;", "\"").replace("&quot;", "\"").replace("&#39;", "'").replace("&lt;", "<")
                        .replace("&gt;", ">").replace("&amp;", "&");
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(each -> each < 0x80);
    }
}
