package jp.madoguchi.forms.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import jp.madoguchi.forms.publishing.PublicationChecks;

import org.junit.jupiter.api.Test;

/** The manual's first procedure is one that works. */
class ManualTest {

    @Test
    void theFirstProcedureOfTheManualMayBePublished() throws IOException {
        var manual = Files.readString(Path.of("..", "docs", "form-language.md"));
        var from = manual.indexOf("```yaml\n") + "```yaml\n".length();
        var procedure = DefinitionFile.readYaml(manual.substring(from, manual.indexOf("```", from)));

        assertThat(PublicationChecks.mayBePublished(procedure)).isTrue();
    }
}
