package jp.madoguchi.forms.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The samples speak of one made-up city. A real one is named by its addresses alone, because postal codes are those of the whole
 * country; 神戸 is a family name too.
 */
class SampleCityTest {

    private static final Pattern REAL_CITY = Pattern.compile("神戸市|兵庫県|(?<!Hanako )\\bKobe\\b");

    @Test
    void theCatalogueNamesTheMadeUpCityOnly() {
        assertThat(SampleCatalogue.procedures()).isNotEmpty()
                .allSatisfy(procedure -> assertThat(REAL_CITY.matcher(procedure.toString()).results()
                        .map(found -> found.group()).toList()).as(procedure.id().value()).isEmpty());
        assertThat(SampleCatalogue.procedures()).anySatisfy(
                procedure -> assertThat(procedure.toString()).contains("まどぐち市", "Madoguchi City"));
    }

    @Test
    void soDoMessagesTemplatesAndDocumentation() throws IOException {
        var root = Path.of("..").toRealPath();
        try (Stream<Path> files = Stream.of("forms", "portal", "backoffice", "infra", "docs", "README.md")
                .map(root::resolve)
                .flatMap(SampleCityTest::within)) {
            List<Path> shown = files.filter(SampleCityTest::isShown).toList();
            assertThat(shown).hasSizeGreaterThan(100).allSatisfy(file -> assertThat(
                    REAL_CITY.matcher(Files.readString(file)).results().map(found -> found.group()).toList())
                    .as(file.toString()).isEmpty());
        }
    }

    private static Stream<Path> within(Path place) {
        try {
            return Files.walk(place);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private static boolean isShown(Path file) {
        var name = file.toString();
        // Its file says itself whose addresses the made-up city borrows, so that postal codes find them.
        return !name.contains("/target/") && !name.endsWith("/cities/madoguchi.yaml")
                && (name.contains("/src/main/") && name.matches(".*\\.(properties|jte|yaml|yml)")
                        || name.endsWith(".md"));
    }
}
