package jp.madoguchi.forms.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayDeque;

import jp.madoguchi.forms.Language;
import jp.madoguchi.forms.SampleForms;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.forms.file.DefinitionFile;
import jp.madoguchi.forms.filling.Filling;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SampleCatalogueTests {

    static java.util.List<Procedure> procedures() {
        return SampleCatalogue.procedures();
    }

    @ParameterizedTest
    @MethodSource("procedures")
    void everyProcedureSurvivesTheWayThroughCanonicalJson(Procedure procedure) {
        var json = DefinitionFile.writeJson(procedure);

        assertThat(DefinitionFile.readJson(json)).isEqualTo(procedure);
        assertThat(DefinitionFile.readYaml(json)).as("JSON is YAML").isEqualTo(procedure);
        assertThat(DefinitionFile.hash(DefinitionFile.readJson(json))).isEqualTo(DefinitionFile.hash(procedure));
    }

    @ParameterizedTest
    @MethodSource("procedures")
    void anEmptyApplicationCannotBeSubmittedAndSaysWhy(Procedure procedure) {
        var filling = Filling.begin(procedure, LocalDate.of(2026, 11, 20));

        assertThat(filling.checkAll()).isNotEmpty().allSatisfy(
                finding -> assertThat(finding.message().ja()).contains("「").endsWith("。"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"juminhyo", "jido-teate", "kokuho-dattai"})
    void theMostUsedSpeakEasyJapaneseThroughout(String id) {
        var procedure = SampleForms.fromCatalogue(id);
        assertThat(procedure.languages()).contains(Language.EASY_JA);

        var texts = new ArrayDeque<JsonNode>();
        texts.add(JsonMapper.shared().readTree(DefinitionFile.writeJson(procedure)));
        while (!texts.isEmpty()) {
            var node = texts.poll();
            if (node.has("en")) {
                assertThat(node.has("ja-x-easy")).as(node.path("ja").asString()).isTrue();
            }
            node.forEach(texts::add);
        }
    }
}
