package jp.madoguchi.platform.content;

import java.nio.charset.StandardCharsets;
import java.text.BreakIterator;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jp.madoguchi.forms.japanese.MyNumber;

/**
 * A file's name as it may be shown, sent and saved: without folders, control characters and marks that turn the direction of writing (a
 * name must not look like another one), short enough for every file system, and ending as the content is, whatever the sender called it.
 */
public final class FileName {

    private static final int MOST_POINTS = 120;
    /** Of 255 that common file systems allow, some are left to programs that add to a name. */
    private static final int MOST_BYTES = 230;
    /** Composing would replace these by other characters, and a name by another name: U+FA19 神 by U+795E 神. */
    private static final Pattern COMPOSED = Pattern.compile("[^\\x{F900}-\\x{FAFF}\\x{2F800}-\\x{2FA1F}]+");
    /** Names of devices, which Windows does not open as files, whatever the ending. */
    private static final Pattern DEVICE = Pattern.compile("(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])( *\\..*)?");

    private FileName() {}

    /**
     * The name with the ending of its content: kept where it is right, in any case; added where it is not.
     *
     * @param mediaType as found from the content, such as {@code image/jpeg}; one that is unknown here gets {@code .bin}
     */
    public static String of(String sent, String mediaType) {
        var kind = ContentKind.ofMediaType(mediaType).orElse(ContentKind.OTHER);
        var name = visible(sent);
        int dot = name.lastIndexOf('.');
        var ending = dot > 0 ? name.substring(dot + 1) : "";
        return ending(kind).contains(ending.toLowerCase(Locale.ROOT))
                ? safe(name.substring(0, dot), name.substring(dot))
                : safe(name, "." + kind.extension());
    }

    private static Set<String> ending(ContentKind kind) {
        return switch (kind) {
            case JPEG -> Set.of("jpg", "jpeg");
            case HEIC -> Set.of("heic", "heif");
            default -> Set.of(kind.extension());
        };
    }

    /** The name as its sender knows it, to tell them of a file that is not taken. */
    public static String told(String sent) {
        var name = visible(sent);
        int dot = name.lastIndexOf('.');
        return dot > 0 && name.length() - dot <= 6
                ? safe(name.substring(0, dot), name.substring(dot))
                : safe(name, "");
    }

    /** Windows ignores dots and spaces at the end, so that what stands before them would be the ending. */
    private static String visible(String sent) {
        var name = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
        var allowed = name.codePoints().filter(FileName::isAllowed).mapToObj(Character::toString)
                .collect(Collectors.joining());
        // macOS sends names decomposed; composed they look the same and compare equal.
        // A My Number in it is no reason to refuse the file, but is not kept.
        return trimmed(MyNumber.hiddenIn(COMPOSED.matcher(allowed).replaceAll(
                found -> Matcher.quoteReplacement(Normalizer.normalize(found.group(), Normalizer.Form.NFC))).strip()));
    }

    private static String trimmed(String name) {
        int end = name.length();
        while (end > 0 && (name.charAt(end - 1) == '.' || isSpace(name.charAt(end - 1)))) {
            end--;
        }
        return name.substring(0, end);
    }

    private static boolean isSpace(char one) {
        return Character.isWhitespace(one) || Character.isSpaceChar(one);
    }

    private static String safe(String stem, String ending) {
        var cut = trimmed(shortened(stem, MOST_POINTS - ending.length(), MOST_BYTES - ending.length()));
        if (cut.chars().allMatch(c -> c == '.')) {
            return "file" + ending;
        }
        return (DEVICE.matcher(cut).matches() ? "_" : "") + cut + ending;
    }

    /** Cut between characters as people see them, so that neither a variant of 辻 nor a voiced mark loses its half. */
    private static String shortened(String name, int points, int bytes) {
        if (name.codePointCount(0, name.length()) <= points && bytes(name) <= bytes) {
            return name;
        }
        var characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(name);
        int end = 0;
        for (int next = characters.next(); next != BreakIterator.DONE; next = characters.next()) {
            if (name.codePointCount(0, next) > points || bytes(name.substring(0, next)) > bytes) {
                break;
            }
            end = next;
        }
        return name.substring(0, end);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
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
