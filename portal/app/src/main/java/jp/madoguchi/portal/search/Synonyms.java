package jp.madoguchi.portal.search;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.madoguchi.forms.japanese.SearchKey;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;

/**
 * What people say and what the office calls it, as the city keeps the list: a line {@code everyday, other => official,
 * other} for each meaning; a line with nothing behind the arrow names words that tell nothing about what is wanted
 * (手続き, 方法). Lines that begin with {@code #} are remarks. Words of a single procedure stand in its definition
 * ({@code keywords}) instead.
 */
public final class Synonyms {

    private final Map<String, List<String>> official = new HashMap<>();
    private final Set<String> empty = new HashSet<>();
    private final Map<String, List<String>> inAnyForm = new HashMap<>();
    private int mostWords;
    private int longest;

    private Synonyms() {}

    /**
     * @throws IllegalArgumentException naming the line that cannot be read
     * @throws IOException if the file cannot be read
     */
    public static Synonyms read(Resource file) throws IOException {
        var read = new Synonyms();
        int number = 0;
        for (var line : file.getContentAsString(StandardCharsets.UTF_8).lines().toList()) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            int arrow = line.indexOf("=>");
            if (arrow < 1) {
                throw new IllegalArgumentException(file.getDescription() + ", line " + number
                        + ": expected 'everyday, words => official, words'");
            }
            read.add(parts(line.substring(0, arrow)), parts(line.substring(arrow + 2)));
        }
        return read;
    }

    private static List<String> parts(String side) {
        return Arrays.stream(side.split(",")).map(Typed::plain).filter(part -> !part.isEmpty()).toList();
    }

    private void add(List<String> everyday, List<String> meant) {
        for (var words : everyday) {
            var key = SearchKey.of(words);
            longest = Math.max(longest, key.length());
            if (meant.isEmpty()) {
                empty.add(key);
            } else {
                official.computeIfAbsent(key, none -> new ArrayList<>()).addAll(meant);
                addInAnyForm(Words.bases(words), meant);
            }
        }
    }

    private void addInAnyForm(String bases, List<String> meant) {
        int words = bases.split(" ").length;
        if (words > 1) {
            mostWords = Math.max(mostWords, words);
            var known = inAnyForm.computeIfAbsent(bases, none -> new ArrayList<>());
            meant.stream().filter(word -> !known.contains(word)).forEach(known::add);
        }
    }

    /** How many words, without particles and endings, its longest expression has. */
    int mostWords() {
        return mostWords;
    }

    /**
     * What is meant by an expression of several words in whatever form: 会社を辞めた is 会社辞めました, too.
     *
     * @param bases base forms, parted by spaces
     */
    @Nullable
    List<String> meantInAnyForm(String bases) {
        return inAnyForm.get(bases);
    }

    /** UTF-16 length of the longest everyday expression. */
    int longest() {
        return longest;
    }

    /** What is meant by it; null where the list does not have it. */
    @Nullable
    List<String> meant(String key) {
        return official.get(key);
    }

    /** Whether it tells nothing about what is wanted. */
    boolean tellsNothing(String key) {
        return empty.contains(key);
    }
}
