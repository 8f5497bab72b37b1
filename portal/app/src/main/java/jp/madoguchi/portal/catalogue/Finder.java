package jp.madoguchi.portal.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.forms.japanese.SearchKey;

/**
 * Finds procedures by words and by life event. A thousand procedures are searched in memory in well under a millisecond each.
 */
public final class Finder {

    private static final int LONGEST = 100;

    private Finder() {}

    /** Those that hold every word; a title that holds them comes first. */
    public static List<Edition> find(List<Edition> all, String words, String lifeEvent) {
        var keys = Arrays.stream(shortened(words).split("[\\s\\u3000]+")).map(SearchKey::of)
                .filter(key -> !key.isEmpty())
                .toList();
        return all.stream()
                .filter(edition -> lifeEvent.isEmpty() || edition.procedure().lifeEvents().contains(lifeEvent))
                .filter(edition -> {
                    var text = SearchKey.of(text(edition.procedure()));
                    return keys.stream().allMatch(text::contains);
                }).sorted(java.util.Comparator.comparing(edition -> !inTitle(edition, keys))).toList();
    }

    /** Life events that lead somewhere, each once, in the order of the catalogue. */
    public static List<String> lifeEvents(List<Edition> all) {
        return all.stream().flatMap(edition -> edition.procedure().lifeEvents().stream()).distinct().sorted().toList();
    }

    static String shortened(String words) {
        return words.codePointCount(0, words.length()) <= LONGEST
                ? words
                : words.substring(0, words.offsetByCodePoints(0, LONGEST));
    }

    private static boolean inTitle(Edition edition, List<String> keys) {
        var title = SearchKey.of(String.join(" ", edition.procedure().title().texts().values()));
        return keys.stream().allMatch(title::contains);
    }

    private static String text(Procedure procedure) {
        return Stream.of(procedure.title().texts().values(), procedure.summary().texts().values(), procedure.keywords(),
                procedure.lifeEvents()).flatMap(java.util.Collection::stream)
                .collect(java.util.stream.Collectors.joining(" "));
    }
}
