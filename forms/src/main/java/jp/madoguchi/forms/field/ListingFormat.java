package jp.madoguchi.forms.field;

import java.util.HashSet;
import java.util.List;

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

    private ListingFormat() {}

    static Listing read(Part part) {
        var groups = part.list("groups", each -> {
            var group = new Group(OptionFormat.code(each.like("{code: a, label: 名前}").need("code")),
                    each.need("label").localized());
            each.done();
            return group;
        });
        var known = new HashSet<String>();
        groups.forEach(group -> once(group.code(), known, "groups", part));
        var found = part.need("list");
        var codes = new HashSet<String>();
        var entries = found.elements(each -> entry(each, known, codes));
        if (found.isSequence() && entries.isEmpty()) {
            found.wrong("一覧（list）に、少なくとも一つ書いてください（例：{code: a, label: 名前}）。");
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

    private static Entry entry(Part part, HashSet<String> groups, HashSet<String> codes) {
        var group = part.maybe("group", Part::text);
        if (group != null && !groups.contains(group)) {
            part.need("group").wrong(Hints.quoted(group) + "という code のグループは groups にありません。"
                    + Hints.meant(group, groups) + "groups に書き足すか、code を直してください。");
        }
        var entry = new Entry(OptionFormat.code(part.like("{code: a, label: 名前}").need("code")),
                part.need("label").localized(), group,
                part.or("words", List.of(), words -> words.isSequence()
                        ? words.elements(Part::text)
                        : List.of(words.text())));
        part.done();
        once(entry.code(), codes, "list", part);
        return entry;
    }

    private static void once(String code, HashSet<String> codes, String what, Part part) {
        if (OptionFormat.isCode(code) && !codes.add(code)) {
            part.wrong(what + " に code" + Hints.quoted(code) + "が二つあります。どちらかを別の code にしてください。");
        }
    }
}
