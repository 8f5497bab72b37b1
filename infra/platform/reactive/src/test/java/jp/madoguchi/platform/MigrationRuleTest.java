package jp.madoguchi.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import jp.madoguchi.testkit.structure.Migrations;
import org.junit.jupiter.api.Test;

class MigrationRuleTest {

    /** The newest migration from before the rule. */
    private static final String BASELINE = "0.40";

    @Test
    void theReleaseBeforeCanWorkOnTheSchemaOfThisOne() {
        assertThat(Migrations.ofThisProject().breaking(Path.of("src/main/resources/db/platform"), BASELINE)).isEmpty();
    }
}
