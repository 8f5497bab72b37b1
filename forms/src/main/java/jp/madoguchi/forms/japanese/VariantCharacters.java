package jp.madoguchi.forms.japanese;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** The table of characters that stand for one another in names (異体字); the data file states where it comes from. */
final class VariantCharacters {

    private static final Map<Integer, Integer> FOLDED = read();

    private VariantCharacters() {}

    /** The character that is compared in place of this one: 高 for 髙; itself where it has no variants. */
    static int fold(int point) {
        return FOLDED.getOrDefault(point, point);
    }

    private static Map<Integer, Integer> read() {
        var folded = new HashMap<Integer, Integer>();
        try (InputStream in = VariantCharacters.class.getResourceAsStream("variant-characters.txt")) {
            var text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> {
                int first = line.codePointAt(0);
                line.codePoints().filter(point -> point != ' ').forEach(point -> {
                    if (folded.put(point, first) != null) {
                        throw new IllegalStateException(
                                Character.toString(point) + " stands twice in variant-characters.txt");
                    }
                });
            });
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return Map.copyOf(folded);
    }
}
