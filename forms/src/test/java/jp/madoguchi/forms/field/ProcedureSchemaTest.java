package jp.madoguchi.forms.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import jp.madoguchi.forms.catalogue.SampleCatalogue;
import jp.madoguchi.forms.file.DefinitionFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON Schema for editors is what the code says, and takes every definition file there is. */
class ProcedureSchemaTest {

    private static final String COMMAND = "mvn -q -pl forms test -Dtest=ProcedureSchemaTest -Dmadoguchi.schema=write";
    private static final Path RESOURCES = Path.of("src", "main", "resources");
    private static final JsonMapper JSON = JsonMapper.shared();

    @Test
    void saysOfEveryKindWhatTheKindSaysOfItself() throws IOException {
        if ("write".equals(System.getProperty("madoguchi.schema"))) {
            Files.writeString(ProcedureSchema.FILE, ProcedureSchema.text());
        }
        assertThat(Files.readString(ProcedureSchema.FILE))
                .withFailMessage("%s is not what the code says; to have it written: %s", ProcedureSchema.FILE, COMMAND)
                .isEqualTo(ProcedureSchema.text());
    }

    @Test
    void isASchema() throws IOException {
        assertThat(ProcedureSchema.check(
                ProcedureSchema
                        .part(JSON.createObjectNode().put("$ref", "https://json-schema.org/draft/2020-12/schema")),
                ProcedureSchema.tree())).isEmpty();
    }

    static Stream<Path> procedures() throws IOException {
        return Files.list(RESOURCES.resolve("catalogue"));
    }

    @ParameterizedTest
    @MethodSource("procedures")
    void takesTheSampleProcedures(Path file) throws IOException {
        assertThat(ProcedureSchema.check(ProcedureSchema.whole(), yaml(Files.readString(file)))).isEmpty();
    }

    /** Keys and values that the samples may lack in YAML are all there in the canonical form. */
    @Test
    void takesWhatTheCodeWrites() throws IOException {
        for (var procedure : SampleCatalogue.procedures()) {
            assertThat(ProcedureSchema.check(ProcedureSchema.whole(),
                    JSON.readTree(DefinitionFile.writeJson(procedure)))).as(procedure.id().value()).isEmpty();
        }
    }

    static Stream<Path> blocks() throws IOException {
        return Files.list(RESOURCES.resolve("blocks"));
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void takesTheQuestionsOfBlocks(Path file) throws IOException {
        var question = ProcedureSchema.part(JSON.createObjectNode().put("$ref", "#/$defs/question"));
        assertThat(yaml(Files.readString(file)).required("questions")).isNotEmpty()
                .allSatisfy(each -> assertThat(ProcedureSchema.check(question, each)).isEmpty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{id: q, kind: text, max: 5, label: 問い} | ",
            "{id: q, kind: text, max: 5, label: 問い, maks: 5} | maks",
            "{id: q, kind: text, max: 5, label: 問い, with-kana: true} | with-kana",
            "{id: q, kind: text, label: 問い} | max", "{id: q, kind: text, max: 0, label: 問い} | max",
            "{id: q, kind: tekst, label: 問い} | kind", "{id: q, label: 問い} | kind",
            "{id: q, kind: time, label: 問い, required: perhaps} | required",
            "'{id: r, kind: repeat, label: 行, questions: [{id: q, kind: text, label: 問い}]}' | max",
            "'{id: r, kind: repeat, label: 行, questions: [], max: 401}' | max"})
    void tellsMistakes(String item, String named) throws IOException {
        var schema = ProcedureSchema.part(JSON.createObjectNode().put("$ref", "#/$defs/item"));
        var told = ProcedureSchema.check(schema, yaml(item));
        if (named == null) {
            assertThat(told).isEmpty();
        } else {
            assertThat(told).first().asString().contains(named);
        }
    }

    /** By the program's own reader of YAML and its schema. */
    private static JsonNode yaml(String text) {
        return JSON.valueToTree(new Load(LoadSettings.builder().build()).loadFromString(text));
    }
}
