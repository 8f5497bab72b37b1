package jp.madoguchi.forms.publishing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.forms.file.DefinitionFile;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Two versions of a procedure compared in words. It works on the canonical form, so that it is empty exactly where the
 * content hashes are equal.
 */
public final class VersionComparison {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final Procedure before;
    private final Procedure after;
    private final List<Difference> differences = new ArrayList<>();

    private VersionComparison(Procedure before, Procedure after) {
        this.before = before;
        this.after = after;
    }

    /**
     * One difference.
     *
     * @param place in the words of the form: 「配偶者 → 配偶者の住所」; 「手続き全体」
     * @param what 「質問を追加」, 「必須かどうか」 …
     * @param before in words; empty where it was not there
     * @param after in words; empty where it is not there any more
     */
    public record Difference(String place, String what, String before, String after) {

        /** 「配偶者 → 住所：補足が「…」から「…」に変わりました。」 */
        public String sentence() {
            return place + "：" + change();
        }

        /** The same without the place. */
        public String change() {
            if (before.isEmpty()) {
                return what + "「" + after + "」を追加しました。";
            }
            return after.isEmpty()
                    ? what + "「" + before + "」をなくしました。"
                    : what + "が「" + before + "」から「" + after + "」に変わりました。";
        }
    }

    /** All differences in the order of the newer version. */
    public static List<Difference> between(Procedure before, Procedure after) {
        var comparison = new VersionComparison(before, after);
        comparison.object("手続き全体", MAPPER.readTree(DefinitionFile.writeJson(before)),
                MAPPER.readTree(DefinitionFile.writeJson(after)));
        return List.copyOf(comparison.differences);
    }

    private void object(String place, JsonNode old, JsonNode now) {
        for (var key : keys(old, now)) {
            var was = old.get(key);
            var is = now.get(key);
            if (was != null && was.equals(is)) {
                continue;
            }
            switch (key) {
                case "pages" -> members("", "ページ", was, is);
                case "questions" -> members(place, "質問", was, is);
                case "options", "groups", "list", "criteria", "endings", "rules", "deadlines", "follow-ups" ->
                    members(place, DifferenceWords.name(key), was, is);
                case "routing", "appeal", "notices", "legal-basis", "applicant", "standard-period", "open-period",
                        "fee", "bundle", "or-files", "child-allowance", "statutory", "extension", "deemed-refusal" ->
                    object(
                            place.equals("手続き全体") ? DifferenceWords.name(key) : place, orEmpty(was), orEmpty(is));
                default -> value(place, key, was, is);
            }
        }
    }

    /** Where both read the same, as conditions on two questions of one label do, the file's own text tells them apart. */
    private void value(String place, String key, @Nullable JsonNode was, @Nullable JsonNode is) {
        var old = DifferenceWords.say(key, was, before);
        var now = DifferenceWords.say(key, is, after);
        if (old.equals(now)) {
            old = old + "（" + was + "）";
            now = now + "（" + is + "）";
        }
        add(place, DifferenceWords.name(key), old, now);
    }

    /** Members that carry an id or code: added, gone, moved or changed within. */
    private void members(String place, String what, @Nullable JsonNode old, @Nullable JsonNode now) {
        var was = byId(old);
        var is = byId(now);
        int changes = differences.size();
        was.forEach((id, member) -> {
            if (!is.containsKey(id)) {
                add(place.isEmpty() ? "手続き全体" : place, what, DifferenceWords.title(member), "");
            }
        });
        is.forEach((id, member) -> {
            var former = was.get(id);
            if (former == null) {
                add(place.isEmpty() ? "手続き全体" : place, what, "", DifferenceWords.title(member));
            } else if (!former.equals(member)) {
                object(place.isEmpty() ? DifferenceWords.title(member) : place + " → " + DifferenceWords.title(member),
                        former, member);
            }
        });
        var common = was.keySet().stream().filter(is::containsKey).toList();
        var order = is.keySet().stream().filter(was::containsKey).toList();
        if (!common.equals(order)) {
            add(place.isEmpty() ? "手続き全体" : place, what + "の順", titles(common, was), titles(order, is));
        } else if (differences.size() == changes) {
            add(place.isEmpty() ? "手続き全体" : place, what, String.valueOf(old), String.valueOf(now));
        }
    }

    private void add(String place, String what, String old, String now) {
        differences.add(new Difference(place, what, old, now));
    }

    private static String titles(List<String> ids, Map<String, JsonNode> members) {
        return String.join("、", ids.stream().map(id -> DifferenceWords.title(orEmpty(members.get(id)))).toList());
    }

    private static Map<String, JsonNode> byId(@Nullable JsonNode members) {
        var byId = new LinkedHashMap<String, JsonNode>();
        if (members != null) {
            members.forEach(member -> byId.put(member.path("id").asString(member.path("code").asString("")), member));
        }
        return byId;
    }

    private static JsonNode orEmpty(@Nullable JsonNode node) {
        return node == null ? MAPPER.createObjectNode() : node;
    }

    private static Set<String> keys(JsonNode old, JsonNode now) {
        var keys = new LinkedHashSet<String>();
        now.propertyNames().forEach(keys::add);
        old.propertyNames().forEach(keys::add);
        return keys;
    }
}
