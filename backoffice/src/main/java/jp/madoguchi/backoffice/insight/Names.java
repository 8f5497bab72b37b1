package jp.madoguchi.backoffice.insight;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jp.madoguchi.backoffice.reform.Register;
import jp.madoguchi.forms.definition.Item;
import jp.madoguchi.forms.definition.Page;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.forms.definition.Question;
import jp.madoguchi.forms.definition.Repeat;
import jp.madoguchi.forms.file.DefinitionFile;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What procedures, pages and questions are called, by their newest published version. */
@Component
class Names {

    private final DatabaseClient database;
    private final Register register;

    Names(DatabaseClient database, Register register) {
        this.database = database;
        this.register = register;
    }

    /**
     * @param titles per procedure id
     * @param bureaus per procedure id
     */
    record Known(Map<String, String> titles, Map<String, String> bureaus, Map<String, String> offices,
            Map<String, Procedure> definitions) {

        String title(String procedure) {
            return titles.getOrDefault(procedure, procedure);
        }

        String bureau(String procedure) {
            return bureaus.getOrDefault(procedure, "");
        }

        String office(String code) {
            return offices.getOrDefault(code, code);
        }

        /** Pages in the order of the form; empty where the definition is not here. */
        List<Page> pages(String procedure) {
            var definition = definitions.get(procedure);
            return definition == null ? List.of() : definition.pages();
        }

        String page(String procedure, String page) {
            return pages(procedure).stream().filter(known -> known.id().value().equals(page))
                    .map(known -> known.title().ja()).findFirst().orElse(page);
        }

        /** @param question a question's id, or the path of one within a repeat */
        String question(String procedure, String question) {
            var id = question.substring(question.lastIndexOf('.') + 1);
            return pages(procedure).stream().flatMap(page -> page.items().stream()).flatMap(Known::withParts)
                    .filter(item -> item.id().value().equals(id)).map(item -> item.label().ja()).findFirst()
                    .orElse(question);
        }

        private static Stream<Item> withParts(Item item) {
            return switch (item) {
                case Question question -> Stream.of(question);
                case Repeat repeat ->
                    Stream.concat(Stream.of(repeat), repeat.items().stream().flatMap(Known::withParts));
            };
        }
    }

    Mono<Known> known() {
        return OneByOne.of(definitions(), register.served(), offices()).map(found -> {
            var titles = new HashMap<String, String>();
            var bureaus = new HashMap<String, String>();
            found.getT1().forEach((id, definition) -> {
                titles.put(id, definition.title().ja());
                bureaus.put(id, definition.bureau());
            });
            found.getT2().forEach((id, served) -> {
                titles.putIfAbsent(id, served.title());
                // The register decides whose procedure it is: filters and coverage go by it.
                bureaus.put(id, served.bureau());
            });
            return new Known(titles, bureaus, found.getT3(), found.getT1());
        });
    }

    private Mono<Map<String, Procedure>> definitions() {
        return database.sql("""
                select distinct on (procedure_id) procedure_id, definition from procedure_version
                order by procedure_id, version desc
                """).map(row -> Map.entry(row.get("procedure_id", String.class),
                DefinitionFile.readJson(row.get("definition", String.class)))).all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private Mono<Map<String, String>> offices() {
        return database.sql("select code, name from office")
                .map(row -> Map.entry(row.get("code", String.class), row.get("name", String.class))).all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }
}
