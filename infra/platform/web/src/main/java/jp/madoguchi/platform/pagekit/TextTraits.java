package jp.madoguchi.platform.pagekit;

import org.jspecify.annotations.Nullable;

/**
 * How a one-line text field behaves.
 *
 * @param type         HTML input type: text, email, tel, password, search
 * @param inputmode    keyboard of a phone, or {@code null}
 * @param autocomplete autofill token (HTML, WCAG 1.3.5), or {@code null}
 * @param width        expected length: full, medium, short, tiny
 * @param unit         word after the field, empty for none
 */
public record TextTraits(String type, @Nullable String inputmode, @Nullable String autocomplete, String width,
        String unit) {

    public static final TextTraits TEXT = new TextTraits("text", null, null, "full", "");
    public static final TextTraits NUMBER = new TextTraits("text", "numeric", null, "short", "");
    public static final TextTraits DECIMAL = new TextTraits("text", "decimal", null, "short", "");
    public static final TextTraits PHONE = new TextTraits("tel", "tel", "tel", "medium", "");
    public static final TextTraits MAIL = new TextTraits("email", "email", "email", "full", "");
    public static final TextTraits NEW_PASSWORD = new TextTraits("password", null, "new-password", "medium", "");
    public static final TextTraits PASSWORD = new TextTraits("password", null, "current-password", "medium", "");
    public static final TextTraits SEARCH = new TextTraits("search", null, null, "full", "");

    /** The browser's own calendar; posted as {@code 2026-12-24}. */
    public static final TextTraits DATE = new TextTraits("date", null, null, "medium", "");

    public TextTraits autocomplete(@Nullable String token) {
        return new TextTraits(type, inputmode, token, width, unit);
    }

    public TextTraits width(String newWidth) {
        return new TextTraits(type, inputmode, autocomplete, newWidth, unit);
    }

    public TextTraits unit(String newUnit) {
        return new TextTraits(type, inputmode, autocomplete, width, newUnit);
    }

    /** A text field as long as what may be typed into it lets expect. */
    public static TextTraits lasting(int characters) {
        return characters <= 10 ? TEXT.width("short") : characters <= 24 ? TEXT.width("medium") : TEXT;
    }
}
