package jp.madoguchi.platform.pdf;

import java.util.List;
import java.util.Locale;

/**
 * A character that no face at hand can draw as it was written, for whoever sends the paper out: the paper itself says so only to whom it
 * reaches.
 *
 * @param character as written, with its variation selector where that is what cannot be followed
 * @param printed what stands on the paper in its place
 * @param places where on the paper, in its order
 */
public record Replaced(String character, String printed, List<String> places) {

    public Replaced {
        places = List.copyOf(places);
    }

    /** Its code points, such as U+20BB7. */
    public String codes() {
        return String.join(" ", character.codePoints()
                .mapToObj(point -> String.format(Locale.ROOT, "U+%04X", point)).toList());
    }
}
