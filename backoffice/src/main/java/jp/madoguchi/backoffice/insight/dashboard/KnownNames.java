package jp.madoguchi.backoffice.insight.dashboard;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.madoguchi.forms.ProcedureId;
import jp.madoguchi.forms.definition.Item;
import jp.madoguchi.forms.definition.Page;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.forms.definition.Question;
import jp.madoguchi.forms.definition.Repeat;

/**
 * What procedures, offices, pages and questions are called. What has no name here is called by its id or code.
 *
 * @param titles per procedure id
 * @param bureaus per procedure id
 * @param offices per code
 * @param definitions the newest published versions, per procedure id
 */
public record KnownNames(Map<ProcedureId, String> titles, Map<ProcedureId, String> bureaus, Map<String, String> offices,
        Map<ProcedureId, Procedure> definitions) {

    public String title(ProcedureId procedure) {
        return titles.getOrDefault(procedure, procedure.value());
    }

    /** Empty where nobody knows whose procedure it is. */
    public String bureau(ProcedureId procedure) {
        return bureaus.getOrDefault(procedure, "");
    }

    public String office(String code) {
        return offices.getOrDefault(code, code);
    }

    /** Pages in the order of the form; empty where the definition is not here. */
    public List<Page> pages(ProcedureId procedure) {
        var definition = definitions.get(procedure);
        return definition == null ? List.of() : definition.pages();
    }

    public String page(ProcedureId procedure, String page) {
        return pages(procedure).stream().filter(known -> known.id().value().equals(page))
                .map(known -> known.title().ja()).findFirst().orElse(page);
    }

    /** @param question a question's id, or the path of one within a repeat */
    public String question(ProcedureId procedure, String question) {
        var id = question.substring(question.lastIndexOf('.') + 1);
        return pages(procedure).stream().flatMap(page -> page.items().stream()).flatMap(KnownNames::withParts)
                .filter(item -> item.id().value().equals(id)).map(item -> item.label().ja()).findFirst()
                .orElse(question);
    }

    private static Stream<Item> withParts(Item item) {
        return switch (item) {
            case Question question -> Stream.of(question);
            case Repeat repeat ->
                Stream.concat(Stream.of(repeat), repeat.items().stream().flatMap(KnownNames::withParts));
        };
    }
}
