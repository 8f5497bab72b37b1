package jp.madoguchi.forms.definition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import jp.madoguchi.forms.Localized;
import jp.madoguchi.forms.japanese.SearchKey;

import org.jspecify.annotations.Nullable;

/**
 * A list too long to look through, such as the nurseries of a city: its entries are found by words. Immutable.
 */
public final class Listing {

    /** The most entries. */
    public static final int MOST = 5_000;
    /** Beyond so many code points nothing more of what was typed is searched for. */
    private static final int LONGEST_QUERY = 100;
    private static final String APART = "|";

    private final List<Group> groups;
    private final List<Entry> entries;
    private final Map<String, Entry> byCode = new HashMap<>();
    private volatile String @Nullable [] keys;

    /**
     * One heading of the list.
     *
     * @param code stable; letters, digits, hyphens
     */
    public record Group(String code, Localized label) {}

    /**
     * One thing to choose.
     *
     * @param code stable; stored and used in conditions; letters, digits, hyphens
     * @param label a name; stays Japanese where it is not translated
     * @param group the code of a group, or null
     * @param words what it is also found by: its kana, its town
     */
    public record Entry(String code, Localized label, @Nullable String group, List<String> words) {
        public Entry {
            words = List.copyOf(words);
        }
    }

    /**
     * What a search led to.
     *
     * @param entries the first of them, the best first, else in the order of the list
     * @param total how many there are in all
     */
    public record Found(List<Entry> entries, int total) {

        public static final Found NOTHING = new Found(List.of(), 0);

        public Found {
            entries = List.copyOf(entries);
        }
    }

    /** @throws IllegalArgumentException beyond {@link #MOST} entries */
    public Listing(List<Group> groups, List<Entry> entries) {
        if (entries.size() > MOST) {
            throw new IllegalArgumentException("more than " + MOST + " entries");
        }
        this.groups = List.copyOf(groups);
        this.entries = List.copyOf(entries);
        entries.forEach(entry -> byCode.putIfAbsent(entry.code(), entry));
    }

    public List<Group> groups() {
        return groups;
    }

    public List<Entry> entries() {
        return entries;
    }

    public Optional<Entry> entry(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** The group that an entry stands in. */
    public Optional<Group> groupOf(Entry entry) {
        return groups.stream().filter(group -> group.code().equals(entry.group())).findFirst();
    }

    /**
     * The entries that hold every word, in whatever width, kana or case it is typed; those with names that begin with the
     * words come first.
     *
     * @param typed words, separated by spaces; nothing is found by nothing
     */
    public Found search(String typed, int most) {
        var query = typed.codePointCount(0, typed.length()) <= LONGEST_QUERY
                ? typed
                : typed.substring(0, typed.offsetByCodePoints(0, LONGEST_QUERY));
        var words = Arrays.stream(query.split("[\\s\\u3000]+")).map(SearchKey::of).filter(word -> !word.isEmpty())
                .toList();
        if (words.isEmpty()) {
            return Found.NOTHING;
        }
        var texts = keys();
        var whole = new ArrayList<Entry>();
        var within = new ArrayList<Entry>();
        for (int i = 0; i < texts.length; i++) {
            var text = texts[i];
            if (words.stream().allMatch(text::contains)) {
                // 「灘区」 means 灘区 before 東灘区.
                boolean begins = words.stream().allMatch(word -> text.contains(APART + word));
                (begins ? whole : within).add(entries.get(i));
            }
        }
        int total = whole.size() + within.size();
        return new Found(Stream.concat(whole.stream(), within.stream()).limit(most).toList(), total);
    }

    private String[] keys() {
        var known = keys;
        if (known == null) {
            known = entries.stream().map(entry -> SearchKey.of(text(entry))).toArray(String[]::new);
            keys = known;
        }
        return known;
    }

    /** Every name behind a stroke of its own. */
    private String text(Entry entry) {
        var text = new StringBuilder(APART + entry.code());
        entry.label().texts().values().forEach(label -> text.append(APART).append(label));
        entry.words().forEach(word -> text.append(APART).append(word));
        groupOf(entry)
                .ifPresent(group -> group.label().texts().values().forEach(label -> text.append(APART).append(label)));
        return text.toString();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Listing listing && groups.equals(listing.groups) && entries.equals(listing.entries);
    }

    @Override
    public int hashCode() {
        return 31 * groups.hashCode() + entries.size();
    }

    @Override
    public String toString() {
        return "Listing of " + entries.size();
    }
}
