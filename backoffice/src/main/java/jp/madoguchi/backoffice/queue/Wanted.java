package jp.madoguchi.backoffice.queue;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.madoguchi.forms.japanese.NameKey;
import jp.madoguchi.forms.japanese.TypedDay;

/**
 * What somebody who typed into the search box looks for: any of these ways of reading it.
 *
 * @param trouble what to type instead, where this can be looked for in no way; empty otherwise
 */
public record Wanted(List<Way> ways, String trouble) {

    /** One way of reading it: all of these pieces, and all of these words somewhere in the lines. */
    record Way(Set<String> grams, List<String> words) {
        Way {
            grams = Set.copyOf(grams);
            words = List.copyOf(words);
        }
    }

    private static final Pattern NUMBER = Pattern
            .compile("[+(]{0,2}[0-9][0-9\\s\u3000\\-.,()/\\p{Pd}\u2212\u30FC\u2500]*");
    private static final int SHORTEST_NUMBER = 4;
    private static final int MOST_WORDS = 8;

    public Wanted {
        ways = List.copyOf(ways);
    }

    public static Wanted of(String typed) {
        var ways = new ArrayList<Way>();
        TypedDay.read(typed).map(day -> SearchKeys.BIRTH + SearchKeys.written(day))
                .ifPresent(line -> ways.add(new Way(Set.of(line), List.of(line))));
        if (NUMBER.matcher(Normalizer.normalize(typed, Normalizer.Form.NFKC).strip()).matches()) {
            var digits = SearchKeys.domestic(typed);
            if (digits.length() >= SHORTEST_NUMBER) {
                ways.add(new Way(Grams.number(digits), List.of(digits)));
            }
            return new Wanted(ways, ways.isEmpty() ? "受付番号や電話番号は、続いた4桁以上で探してください。" : "");
        }
        var words = Stream.of(typed.split("[\\s\u3000]+")).map(NameKey::of).filter(word -> !word.isEmpty())
                .limit(MOST_WORDS).toList();
        var grams = new LinkedHashSet<String>();
        words.forEach(word -> grams.addAll(Grams.name(word)));
        if (!grams.isEmpty()) {
            ways.add(new Way(grams, words));
        }
        return new Wanted(ways, ways.isEmpty() ? "かなと英字は2文字以上、漢字は1文字以上で探してください。" : "");
    }
}
