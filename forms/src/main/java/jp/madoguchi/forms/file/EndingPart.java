package jp.madoguchi.forms.file;

import java.net.URI;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import jp.madoguchi.forms.PageId;
import jp.madoguchi.forms.ProcedureId;
import jp.madoguchi.forms.QuestionId;
import jp.madoguchi.forms.definition.Ending;
import jp.madoguchi.forms.definition.Ending.OtherPerson;
import jp.madoguchi.forms.definition.Ending.Way;
import jp.madoguchi.forms.source.Part;
import jp.madoguchi.forms.source.LocalizedJson;

import tools.jackson.databind.node.ObjectNode;

/**
 * Reads and writes the ways that lead elsewhere.
 */
final class EndingPart {

    private static final URI NOWHERE = URI.create("https://example.jp/");

    private EndingPart() {}

    static Ending read(Part part) {
        var ending = new Ending(part.need("id").name(QuestionId::isValid, id -> id),
                part.need("after").name(PageId::isValid, PageId::new), ConditionPart.read(part.need("when")),
                part.maybe("title", Part::localized), part.need("reason").localized(),
                part.need("instead").localized(), part.list("ways", EndingPart::way),
                part.maybe("other-person", EndingPart::other));
        part.done();
        return ending;
    }

    private static Way way(Part part) {
        part.like("{procedure: 手続きの id} か {label: …, url: https://…}");
        Way way = part.has("procedure")
                ? new Way.Online(part.need("procedure").name(ProcedureId::isValid, ProcedureId::new))
                : new Way.Elsewhere(part.need("label").localized(), address(part.need("url")));
        part.done();
        return way;
    }

    /** Only what a browser opens without a warning, and nothing that would run as a script. */
    private static URI address(Part part) {
        return Objects.requireNonNullElse(part.guarded(() -> {
            var address = URI.create(part.text());
            if (!"https".equals(address.getScheme()) || address.getHost() == null || address.getUserInfo() != null) {
                throw new IllegalArgumentException("no https address");
            }
            return address;
        }, "https:// で始まるページのアドレスを書いてください。"), NOWHERE);
    }

    private static OtherPerson other(Part part) {
        part.like("{label: …, swap: {質問の id: 相手の質問の id}}");
        var other = new OtherPerson(part.need("label").localized(), map(part.need("swap"), Part::question),
                part.or("set", Map.of(), each -> map(each, Part::text)), part.list("without", Part::question));
        part.done();
        return other;
    }

    private static <T> Map<QuestionId, T> map(Part part, Function<Part, T> read) {
        var found = new LinkedHashMap<QuestionId, T>();
        part.keys().forEach(key -> {
            var value = read.apply(part.need(key));
            if (QuestionId.isValid(key)) {
                found.put(new QuestionId(key), value);
            } else {
                part.need(key).wrong("「" + key + "」は質問の id ではありません。");
            }
        });
        part.done();
        return found;
    }

    static void write(ObjectNode node, Ending ending) {
        node.put("id", ending.id()).put("after", ending.after().value());
        node.set("when", ConditionJson.write(ending.when()));
        LocalizedJson.put(node, "title", ending.title());
        LocalizedJson.put(node, "reason", ending.reason());
        LocalizedJson.put(node, "instead", ending.instead());
        if (!ending.ways().isEmpty()) {
            var ways = node.putArray("ways");
            ending.ways().forEach(way -> {
                var each = ways.addObject();
                switch (way) {
                    case Way.Online(var procedure) -> each.put("procedure", procedure.value());
                    case Way.Elsewhere(var label, var address) -> {
                        LocalizedJson.put(each, "label", label);
                        each.put("url", address.toString());
                    }
                }
            });
        }
        var other = ending.other();
        if (other != null) {
            var person = node.putObject("other-person");
            LocalizedJson.put(person, "label", other.label());
            sorted(person.putObject("swap"), other.swap(), QuestionId::value);
            if (!other.set().isEmpty()) {
                sorted(person.putObject("set"), other.set(), code -> code);
            }
            if (!other.without().isEmpty()) {
                var without = person.putArray("without");
                other.without().forEach(question -> without.add(question.value()));
            }
        }
    }

    private static <T> void sorted(ObjectNode node, Map<QuestionId, T> map, Function<T, String> print) {
        map.entrySet().stream().sorted(Comparator.comparing(entry -> entry.getKey().value()))
                .forEach(entry -> node.put(entry.getKey().value(), print.apply(entry.getValue())));
    }
}
