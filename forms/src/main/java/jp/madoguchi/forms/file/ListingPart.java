package jp.madoguchi.forms.file;

import java.util.HashSet;
import java.util.List;

import jp.madoguchi.forms.definition.Listing;
import jp.madoguchi.forms.definition.Listing.Entry;
import jp.madoguchi.forms.definition.Listing.Group;

/**
 * Reads the long list of a question: its groups and entries.
 */
final class ListingPart {

    private ListingPart() {}

    static Listing read(Part part) {
        var groups = part.list("groups", each -> {
            var group = new Group(KindPart.code(each.like("{code: a, label: 名前}").need("code")),
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

    private static Entry entry(Part part, HashSet<String> groups, HashSet<String> codes) {
        var group = part.maybe("group", Part::text);
        if (group != null && !groups.contains(group)) {
            part.need("group").wrong(Hints.quoted(group) + "という code のグループは groups にありません。"
                    + Hints.meant(group, groups) + "groups に書き足すか、code を直してください。");
        }
        var entry = new Entry(KindPart.code(part.like("{code: a, label: 名前}").need("code")),
                part.need("label").localized(), group,
                part.or("words", List.of(), words -> words.isSequence()
                        ? words.elements(Part::text)
                        : List.of(words.text())));
        part.done();
        once(entry.code(), codes, "list", part);
        return entry;
    }

    private static void once(String code, HashSet<String> codes, String what, Part part) {
        if (KindPart.isCode(code) && !codes.add(code)) {
            part.wrong(what + " に code" + Hints.quoted(code) + "が二つあります。どちらかを別の code にしてください。");
        }
    }
}
