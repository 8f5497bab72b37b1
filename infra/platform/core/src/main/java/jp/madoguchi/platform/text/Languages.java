package jp.madoguchi.platform.text;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** The languages in which residents can read the pages, and which of them a reader wants. */
public final class Languages {

    /** A language, named in itself. */
    public record Language(String code, String name) {}

    public static final List<Language> OFFERED = List.of(new Language("ja", "日本語"), new Language("en", "English"),
            new Language("ja-x-easy", "やさしい日本語"));

    /** Primary languages (RFC 5646) that readers ask for, and what is closest to them here. */
    private static final Map<String, String> CLOSEST = Map.of("ja", "ja", "en", "en");

    private Languages() {}

    /** Whether pages can be read in this language. */
    public static boolean speaks(@Nullable String language) {
        return codes().anyMatch(code -> code.equals(language));
    }

    static Stream<String> codes() {
        return OFFERED.stream().map(Language::code);
    }

    /**
     * What a reader wants.
     *
     * @param language one of those offered
     * @param foreign  whether the reader asked for others only, which the page should say
     */
    public record Wish(String language, boolean foreign) {}

    /**
     * The language for a reader: the one chosen, else the first of the browser's that is offered (RFC 9110, 12.5.4), else Japanese.
     *
     * @param chosen   by the reader before, null for nothing
     * @param accepted value of {@code Accept-Language}, null for none; one that cannot be read counts as none
     */
    public static Wish wished(@Nullable String chosen, @Nullable String accepted) {
        if (chosen != null && speaks(chosen)) {
            return new Wish(chosen, false);
        }
        var ranges = ranges(accepted);
        for (var range : ranges) {
            var tag = range.getRange();
            if (range.getWeight() > 0 && tag.equals("*")) {
                return new Wish("ja", false);
            }
            var closest = CLOSEST.get(tag.split("-", 2)[0]);
            if (range.getWeight() > 0 && closest != null) {
                return new Wish(speaks(tag) ? tag : closest, false);
            }
        }
        return new Wish("ja", !ranges.isEmpty());
    }

    private static List<Locale.LanguageRange> ranges(@Nullable String accepted) {
        try {
            // Heaviest first; more than a browser sends is somebody's joke.
            return accepted == null || accepted.isBlank() || accepted.length() > 500
                    ? List.of()
                    : Locale.LanguageRange.parse(accepted);
        } catch (IllegalArgumentException unreadable) {
            return List.of();
        }
    }
}
