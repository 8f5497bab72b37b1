package jp.madoguchi.backoffice.reform.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import gg.jte.Content;
import jp.madoguchi.backoffice.reform.InventoryEntry;
import jp.madoguchi.backoffice.reform.Way;
import jp.madoguchi.platform.pagekit.Controls;
import jp.madoguchi.platform.pagekit.Field;
import jp.madoguchi.platform.pagekit.Option;
import jp.madoguchi.platform.pagekit.TextTraits;
import org.jspecify.annotations.Nullable;

/**
 * One page of the register.
 *
 * @param rows those on this page, largest volume first
 * @param found how many match
 * @param next what follows the last row; empty where nothing does
 */
public record RegisterPage(Search search, List<InventoryEntry> rows, int found, int all, String next, boolean sample,
        List<String> bureaus, boolean mayChange) {

    private static final int ROWS = 50;
    private static final Comparator<InventoryEntry> LARGEST_FIRST = Comparator
            .comparingLong((InventoryEntry entry) -> entry.base().total()).reversed()
            .thenComparing(InventoryEntry::code);

    public RegisterPage {
        rows = List.copyOf(rows);
        bureaus = List.copyOf(bureaus);
    }

    /** @param after register number of the row before this page; empty for the first page */
    public record Search(String words, String bureau, @Nullable Way way, String after) {

        static Search of(@Nullable String words, @Nullable String bureau, @Nullable String way,
                @Nullable String after) {
            return new Search(words == null ? "" : words.strip(), bureau == null ? "" : bureau,
                    Arrays.stream(Way.values()).filter(known -> known.name().equals(way)).findFirst().orElse(null),
                    after == null ? "" : after);
        }

        boolean matches(InventoryEntry entry) {
            return (bureau.isEmpty() || entry.bureau().equals(bureau)) && (way == null || entry.way() == way)
                    && (words.isEmpty() || folded(entry.code() + " " + entry.title()).contains(folded(words)));
        }

        private static String folded(String text) {
            return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).replace(" ", "");
        }

        String query(String newAfter) {
            return "?words=" + encoded(words) + "&bureau=" + encoded(bureau) + "&way=" + (way == null ? "" : way.name())
                    + (newAfter.isEmpty() ? "" : "&after=" + encoded(newAfter));
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    }

    static RegisterPage of(List<InventoryEntry> register, Search search, boolean mayChange) {
        var found = register.stream().filter(search::matches).sorted(LARGEST_FIRST).toList();
        var after = register.stream().filter(entry -> entry.code().equals(search.after())).findFirst();
        var rest = after.map(
                before -> found.stream().filter(entry -> LARGEST_FIRST.compare(entry, before) > 0).toList())
                .orElse(found);
        var rows = rest.stream().limit(ROWS).toList();
        var next = rest.size() > ROWS ? search.query(rows.getLast().code()) : "";
        return new RegisterPage(search, rows, found.size(), register.size(), next,
                register.stream().anyMatch(InventoryEntry::sample),
                register.stream().map(InventoryEntry::bureau).distinct().sorted().toList(), mayChange);
    }

    public String first() {
        return search.after().isEmpty() ? "" : search.query("");
    }

    public Content words() {
        return Controls.text(Field.silent("words", "手続名・手続番号"), search.words(), TextTraits.SEARCH.width("medium"));
    }

    public Content bureau() {
        return Controls.select(Field.silent("bureau", "局"),
                bureaus.stream().map(name -> Option.of(name, name)).toList(),
                search.bureau(), "全局");
    }

    public Content way() {
        var way = search.way();
        return Controls.select(Field.silent("way", "提供方法"),
                Arrays.stream(Way.values()).map(each -> Option.of(each.name(), each.label())).toList(),
                way == null ? "" : way.name(), "すべて");
    }
}
