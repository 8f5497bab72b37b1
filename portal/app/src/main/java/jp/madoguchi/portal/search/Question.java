package jp.madoguchi.portal.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jp.madoguchi.forms.japanese.SearchKey;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is looking for: the things meant, each by every name it may go by.
 *
 * @param typed as it stands in the box
 * @param things in the order typed; none where only words were typed that tell nothing
 */
record Question(Typed typed, List<Thing> things) {

    /**
     * @param names the words typed first, then what the office calls it
     */
    record Thing(List<String> names) {}

    static Question read(Typed typed, Synonyms synonyms) {
        var text = typed.text();
        var words = Words.of(text);
        var things = new ArrayList<Thing>();
        int covered = 0;
        for (int at = 0; at < text.length();) {
            int asListed = longest(text, at, words, synonyms);
            var inAnyForm = longestInAnyForm(at, words, synonyms);
            int end = inAnyForm == null ? asListed : Math.max(asListed, inAnyForm.end());
            if (end > at) {
                things.addAll(between(text, words, covered, at, synonyms));
                var said = text.substring(at, end);
                var meant = inAnyForm != null && inAnyForm.end() > asListed
                        ? inAnyForm.meant()
                        : synonyms.meant(SearchKey.of(said));
                if (meant != null) {
                    var names = new ArrayList<>(List.of(said));
                    names.addAll(meant);
                    things.add(new Thing(names));
                }
                at = end;
                covered = end;
            } else {
                at++;
            }
        }
        things.addAll(between(text, words, covered, text.length(), synonyms));
        return new Question(typed, List.copyOf(things));
    }

    /** Where the longest expression of the list that begins here ends; here, where none does. */
    private static int longest(String text, int at, List<Words.Word> words, Synonyms synonyms) {
        for (int end = Math.min(text.length(), at + synonyms.longest()); end > at; end--) {
            var key = SearchKey.of(text.substring(at, end));
            if ((synonyms.meant(key) != null || synonyms.tellsNothing(key))
                    && (end - at > 2 || fits(text, words, at, end))) {
                return end;
            }
        }
        return at;
    }

    private record Expression(List<String> meant, int end) {}

    /** The longest expression of the list that begins with the word here, whatever its particles and endings; null if none does. */
    private static @Nullable Expression longestInAnyForm(int at, List<Words.Word> words, Synonyms synonyms) {
        int first = 0;
        while (first < words.size() && words.get(first).start() < at) {
            first++;
        }
        if (first == words.size() || words.get(first).start() != at) {
            return null;
        }
        for (int last = Math.min(words.size(), first + synonyms.mostWords()); last > first + 1; last--) {
            var run = words.subList(first, last);
            var meant = synonyms.meantInAnyForm(run.stream().map(Words.Word::base).collect(Collectors.joining(" ")));
            if (meant != null) {
                return new Expression(meant, run.getLast().end());
            }
        }
        return null;
    }

    /** A short expression must be whole words, and not the end of something else in hiragana: いぬ is not meant in せたいぬし. */
    private static boolean fits(String text, List<Words.Word> words, int start, int end) {
        boolean goesOn = start > 0 && isHiragana(text.charAt(start)) && isHiragana(text.charAt(start - 1));
        return !goesOn && words.stream().noneMatch(
                word -> word.start() < start && word.end() > start || word.start() < end && word.end() > end);
    }

    private static boolean isHiragana(char at) {
        return at >= 'ぁ' && at <= 'ん';
    }

    private static List<Thing> between(String text, List<Words.Word> words, int start, int end, Synonyms synonyms) {
        var things = new ArrayList<Thing>();
        for (var word : words) {
            if (word.start() >= start && word.end() <= end) {
                var key = SearchKey.of(word.base());
                var meant = synonyms.meant(key);
                if (!synonyms.tellsNothing(key)) {
                    var names = new ArrayList<>(List.of(text.substring(word.start(), word.end())));
                    if (meant != null) {
                        names.addAll(meant);
                    }
                    things.add(new Thing(names));
                }
            }
        }
        return things;
    }

    /** Base forms of all that may be meant. */
    Set<String> bases() {
        return things.stream().flatMap(thing -> thing.names().stream()).flatMap(name -> Words.of(name).stream())
                .map(Words.Word::base).collect(Collectors.toCollection(TreeSet::new));
    }
}
