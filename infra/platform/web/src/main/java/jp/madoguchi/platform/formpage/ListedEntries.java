package jp.madoguchi.platform.formpage;

import java.util.List;
import java.util.stream.Stream;

import jp.madoguchi.forms.Language;
import jp.madoguchi.forms.definition.Listing;
import jp.madoguchi.platform.pagekit.ListedChoice;
import jp.madoguchi.platform.pagekit.Option;

/**
 * What a search of a long list shows, in a page and to its script alike.
 *
 * @param total how many were found in all
 * @param found the first {@link ListedChoice#MOST} of them
 */
public record ListedEntries(int total, List<Entry> found) {

    public ListedEntries {
        found = List.copyOf(found);
    }

    /** @param label with the group it stands in */
    public record Entry(String code, String label) {}

    public static ListedEntries of(Listing list, String words, Language language) {
        var found = list.search(words, ListedChoice.MOST);
        return new ListedEntries(found.total(),
                found.entries().stream().map(entry -> entry(list, entry, language)).toList());
    }

    /** The entry chosen first, then what was found besides. */
    List<Option> options(Listing list, String chosen, Language language) {
        var first = list.entry(chosen).map(entry -> entry(list, entry, language)).stream();
        return Stream.concat(first, found.stream().filter(entry -> !entry.code().equals(chosen)))
                .map(entry -> Option.of(entry.code(), entry.label())).toList();
    }

    private static Entry entry(Listing list, Listing.Entry entry, Language language) {
        boolean japanese = language == Language.JA || language == Language.EASY_JA;
        var label = entry.label().in(language);
        return new Entry(entry.code(), list.groupOf(entry).map(group -> group.label().in(language))
                .map(group -> label + (japanese ? "（" + group + "）" : " (" + group + ")")).orElse(label));
    }
}
