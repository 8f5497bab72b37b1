package jp.madoguchi.platform.pdf;

import java.text.Normalizer;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Common forms for characters of names that few faces hold (縮退). Only pairs that readers take for the same name; everything else is
 * printed as 〓 with its code, never guessed.
 */
final class ReducedForms {

    private static final Map<String, String> FORMS = Map.ofEntries(Map.entry("𠮷", "吉"), Map.entry("𣘺", "橋"),
            Map.entry("𡈽", "土"), Map.entry("𥔎", "崎"), Map.entry("𣳾", "泰"), Map.entry("𠀋", "丈"),
            Map.entry("𠮟", "叱"), Map.entry("𡌛", "塙"), Map.entry("𤄃", "濶"), Map.entry("𧦅", "訥"),
            Map.entry("𨉷", "躬"), Map.entry("𩵋", "魚"), Map.entry("𠫓", "去"), Map.entry("𦚰", "脇"),
            Map.entry("髙", "高"), Map.entry("﨑", "崎"), Map.entry("德", "徳"), Map.entry("濵", "浜"),
            Map.entry("\u2212", "－"), Map.entry("\u301c", "～"), Map.entry("\u00a5", "￥"),
            Map.entry("\u2010", "-"), Map.entry("\u2011", "-"), Map.entry("\u2015", "―"));

    private ReducedForms() {}

    /** What may stand for it, the nearest first; of a Latin letter with several marks (ễ) the same with fewer (ê, e). */
    static Stream<String> of(int character) {
        var known = FORMS.get(Character.toString(character));
        return known == null ? fewerMarks(character) : Stream.of(known);
    }

    private static Stream<String> fewerMarks(int character) {
        if (Character.UnicodeScript.of(character) != Character.UnicodeScript.LATIN) {
            return Stream.empty();
        }
        var letter = Normalizer.normalize(Character.toString(character), Normalizer.Form.NFD);
        return IntStream.iterate(letter.length() - 1, length -> length > 0, length -> length - 1)
                .mapToObj(length -> Normalizer.normalize(letter.substring(0, length), Normalizer.Form.NFC));
    }
}
