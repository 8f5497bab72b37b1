package jp.madoguchi.forms.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.forms.file.DefinitionFile;

/**
 * The procedures that come with the house, as samples: their figures are for the city to replace.
 */
public final class SampleCatalogue {

    private static final List<String> NAMES = List.of("jido-teate", "kokuho-dattai", "inu-toroku", "juminhyo",
            "inkan-shomei", "kazei-shomei", "tenshutsu", "kokuho-kanyu", "yokaigo-nintei", "okuyami", "seikatsu-hogo",
            "kyufukin", "hoiku-riyo", "shuro-shomei", "sosaihi-kokuho", "sosaihi-koki", "kokuho-soshitsu",
            "koki-soshitsu", "kaigo-soshitsu", "setainushi-henko", "inkan-henkan", "sozokunin-daihyo");

    private SampleCatalogue() {}

    /** Read once; procedures do not change. */
    private static final class Shelf {

        static final List<Procedure> PROCEDURES = NAMES.stream().map(SampleCatalogue::yaml)
                .map(DefinitionFile::readYaml).toList();
    }

    public static List<Procedure> procedures() {
        return Shelf.PROCEDURES;
    }

    /** The file of a procedure as it was written. */
    private static String yaml(String name) {
        try (var in = SampleCatalogue.class.getResourceAsStream("/catalogue/" + name + ".yaml")) {
            if (in == null) {
                throw new IllegalStateException("no catalogue file " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
