package jp.madoguchi.platform.password;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The words of what is known about an owner, longest first. */
record OwnerWords(List<String> words) {

    /** Initials and {@code jp} stand in many words. */
    private static final int SHORTEST = 3;

    /** Of kanji and kana two are a name. */
    private static final int SHORTEST_JAPANESE = 2;

    /** With no more than a date around it a name is still that name. */
    private static final int DECORATION = 8;

    private static final Pattern APART = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    static OwnerWords of(String... details) {
        return new OwnerWords(Arrays.stream(details).map(PasswordWeakness::compared)
                .flatMap(detail -> Stream.concat(APART.splitAsStream(detail),
                        Stream.of(APART.matcher(detail).replaceAll(""))))
                .filter(OwnerWords::tells).distinct().sorted(Comparator.comparingInt(String::length).reversed())
                .toList());
    }

    /** Whether these words, and a few digits and marks, are all there is of a password. */
    boolean make(String password) {
        var rest = APART.matcher(password).replaceAll("");
        int whole = rest.length();
        for (var word : words) {
            rest = rest.replace(word, "");
        }
        return rest.length() < whole && rest.length() <= DECORATION && rest.codePoints().noneMatch(Character::isLetter);
    }

    private static boolean tells(String word) {
        return !word.isEmpty()
                && word.codePointCount(0, word.length()) >= (word.codePointAt(0) < 0x80 ? SHORTEST : SHORTEST_JAPANESE);
    }
}
