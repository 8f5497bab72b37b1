package jp.madoguchi.forms.filling;

import org.jspecify.annotations.Nullable;

/**
 * Which office works an application, or why no office follows from its answers.
 *
 * @param office its code; null where a person has to decide
 * @param reason in Japanese, for that person; empty where there is an office
 */
public record Route(@Nullable String office, String reason) {

    static Route to(String office) {
        return new Route(office, "");
    }

    static Route unclear(String reason) {
        return new Route(null, reason);
    }
}
