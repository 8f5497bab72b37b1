package jp.madoguchi.forms;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Guesses what somebody meant who wrote a name that does not exist.
 */
public final class Spelling {

    /** More letters than these make another word. */
    private static final int CLOSE = 2;

    private Spelling() {}

    /** The known name that is written almost so, full-width, capital and underlined letters set aside. */
    public static Optional<String> meant(String wrong, Collection<String> known) {
        // In a short name two letters are another word already, in a very short one every letter is.
        int close = wrong.length() < 3 ? 0 : wrong.length() < 5 ? 1 : CLOSE;
        if (wrong.length() > longest(known) + CLOSE) {
            return Optional.empty();
        }
        var plain = plain(wrong);
        return known.stream().filter(name -> Math.abs(name.length() - plain.length()) <= close)
                .map(name -> Map.entry(name, distance(plain, name))).filter(each -> each.getValue() <= close)
                .min(Comparator.comparingInt(Map.Entry::getValue)).map(Map.Entry::getKey);
    }

    private static int longest(Collection<String> known) {
        return known.stream().mapToInt(String::length).max().orElse(0);
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** How many letters must be put in, taken out, changed, or changed with their neighbour (optimal string alignment). */
    private static int distance(String a, String b) {
        var lines = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                lines[i][j] = i == 0 || j == 0 ? i + j : least(lines, a, b, i, j);
            }
        }
        return lines[a.length()][b.length()];
    }

    private static int least(int[][] lines, String a, String b, int i, int j) {
        int changed = lines[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int least = Math.min(changed, Math.min(lines[i - 1][j], lines[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(least, lines[i - 2][j - 2] + 1) : least;
    }
}
