package jp.madoguchi.forms.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

import jp.madoguchi.forms.catalogue.SampleCatalogue;
import jp.madoguchi.forms.publishing.PublicationChecks;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The manual's first procedure is one that works. */
class ManualTest {

    @Test
    void theFirstProcedureOfTheManualMayBePublished() throws IOException {
        var manual = Files.readString(Path.of("..", "docs", "form-language.md"));
        var from = manual.indexOf("```yaml\n") + "```yaml\n".length();
        var procedure = DefinitionFile.readYaml(manual.substring(from, manual.indexOf("```", from)));

        assertThat(PublicationChecks.mayBePublished(procedure)).isTrue();
    }

    @Test
    void theSchemaForEditorsKnowsEveryKeyInUse() throws IOException {
        var schema = Files.readString(Path.of("..", "docs", "procedure.schema.json"));
        var keys = new TreeSet<String>();
        for (var procedure : SampleCatalogue.procedures()) {
            collect(JsonMapper.shared().readTree(DefinitionFile.writeJson(procedure)), keys);
        }

        assertThat(keys).filteredOn(key -> key.matches("[a-z][a-z-]*")).hasSizeGreaterThan(70)
                .allSatisfy(key -> assertThat(schema).contains("\"" + key + "\": "));
    }

    private static void collect(JsonNode node, TreeSet<String> keys) {
        node.properties().forEach(property -> {
            keys.add(property.getKey());
            // Below these stand towns, options and offices: keys that each procedure chooses for itself.
            if (!Set.of("by-town", "amounts", "offices", "carries", "swap", "set").contains(property.getKey())) {
                collect(property.getValue(), keys);
            }
        });
        if (node.isArray()) {
            node.forEach(element -> collect(element, keys));
        }
    }
}
