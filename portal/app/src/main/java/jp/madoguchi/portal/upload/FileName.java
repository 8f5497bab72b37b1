package jp.madoguchi.portal.upload;

import java.text.Normalizer;
import java.util.stream.Collectors;

/**
 * A file's name as it may be shown and sent: without folders, control characters and marks that turn the direction of
 * writing (a name must not look like another one), at most 120 code points; the ending is kept.
 */
public final class FileName {

    private static final int MOST = 120;

    private FileName() {}

    public static String clean(String sent) {
        var name = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
        // macOS sends names decomposed; composed they look the same and compare equal.
        var visible = Normalizer.normalize(name, Normalizer.Form.NFC).codePoints().filter(FileName::isAllowed)
                .mapToObj(Character::toString).collect(Collectors.joining()).strip();
        if (visible.isEmpty() || visible.chars().allMatch(c -> c == '.')) {
            return "file";
        }
        int length = visible.codePointCount(0, visible.length());
        if (length <= MOST) {
            return visible;
        }
        int dot = visible.lastIndexOf('.');
        var ending = dot > 0 && visible.length() - dot <= 6 ? visible.substring(dot) : "";
        return visible.substring(0, visible.offsetByCodePoints(0, MOST - ending.length())) + ending;
    }

    private static boolean isAllowed(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR, Character.UNASSIGNED ->
                false;
            default -> "\"<>|*?:".indexOf(point) < 0;
        };
    }
}
