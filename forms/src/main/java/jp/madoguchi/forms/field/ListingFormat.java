package jp.madoguchi.forms.field;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import jp.madoguchi.forms.definition.Listing;
import jp.madoguchi.forms.definition.Listing.Entry;
import jp.madoguchi.forms.definition.Listing.Group;
import jp.madoguchi.forms.source.Hints;
import jp.madoguchi.forms.source.LocalizedJson;
import jp.madoguchi.forms.source.Part;

import tools.jackson.databind.node.ObjectNode;

/**
 * The long list of a question, its groups and entries, as a definition file has it.
 */
final class ListingFormat {

    private static final String EXAMPLE = "{code: a, label: 名前}";

    private static final Limit.Maybe<List<Group>> GROUPS = new Limit.Maybe<>("groups",
            Shape.mapping(List.of(OptionFormat.CODE, OptionFormat.LABEL), ListingFormat::group).listed());
    private static final Limit.Maybe<String> GROUP = new Limit.Maybe<>("group", Shape.TEXT);
    private static final Limit.Maybe<List<String>> WORDS = new Limit.Maybe<>("words",
            new Shape<>(ListingFormat::words, node -> {
                var either = node.putArray("anyOf");
                Shape.TEXT.schema().accept(either.addObject());
                Shape.TEXT.listed().schema().accept(either.addObject());
            }));
    private static final Shape<Entry> ENTRY = Shape
            .mapping(List.of(OptionFormat.CODE, OptionFormat.LABEL, GROUP, WORDS), ListingFormat::entry);
    /** Its entries are read when the groups are known. */
    private static final Limit.Needed<Part> LIST = new Limit.Needed<>("list",
            new Shape<>(Function.identity(), ENTRY.listed().schema()
                    .andThen(node -> node.put("minItems", 1).put("maxItems", Listing.MOST))));
    static final List<Limit<?>> LIMITS = List.of(GROUPS, LIST);

    private ListingFormat() {}

    static Listing read(Part part) {
        var groups = GROUPS.read(part, List.of());
        var known = new HashSet<String>();
        groups.forEach(group -> once(group.code(), known, "groups", part));
        var found = LIST.read(part);
        var codes = new HashSet<String>();
        var entries = found.elements(each -> {
            var entry = ENTRY.reading().apply(each);
            known(entry, known, each);
            once(entry.code(), codes, "list", each);
            return entry;
        });
        if (found.isSequence() && entries.isEmpty()) {
            found.wrong("一覧（list）に、少なくとも一つ書いてください（例：" + EXAMPLE + "）。");
        }
        if (entries.size() > Listing.MOST) {
            found.wrong("一覧（list）に書けるのは " + Listing.MOST + " 件までです。減らすか、質問を分けてください。");
            entries = entries.subList(0, Listing.MOST);
        }
        return new Listing(groups, entries);
    }

    static void write(ObjectNode limits, Listing listing) {
        if (!listing.groups().isEmpty()) {
            var groups = limits.putArray("groups");
            listing.groups().forEach(
                    group -> LocalizedJson.put(groups.addObject().put("code", group.code()), "label", group.label()));
        }
        var list = limits.putArray("list");
        listing.entries().forEach(entry -> {
            var each = list.addObject().put("code", entry.code());
            LocalizedJson.put(each, "label", entry.label());
            if (entry.group() != null) {
                each.put("group", entry.group());
            }
            if (entry.words().size() == 1) {
                each.put("words", entry.words().getFirst());
            } else if (!entry.words().isEmpty()) {
                var words = each.putArray("words");
                entry.words().forEach(words::add);
            }
        });
    }

    private static Group group(Part part) {
        return new Group(OptionFormat.CODE.read(part.like(EXAMPLE)), OptionFormat.LABEL.read(part));
    }

    private static Entry entry(Part part) {
        return new Entry(OptionFormat.CODE.read(part.like(EXAMPLE)), OptionFormat.LABEL.read(part), GROUP.read(part),
                WORDS.read(part, List.of()));
    }

    private static List<String> words(Part part) {
        return part.isSequence() ? part.elements(Part::text) : List.of(part.text());
    }

    private static void known(Entry entry, Set<String> groups, Part part) {
        var group = entry.group();
        if (group != null && !groups.contains(group)) {
            part.need(GROUP.key()).wrong(Hints.quoted(group) + "という code のグループは groups にありません。"
                    + Hints.meant(group, groups) + "groups に書き足すか、code を直してください。");
        }
    }

    private static void once(String code, Set<String> codes, String what, Part part) {
        if (OptionFormat.isCode(code) && !codes.add(code)) {
            part.wrong(what + " に code" + Hints.quoted(code) + "が二つあります。どちらかを別の code にしてください。");
        }
    }
}
