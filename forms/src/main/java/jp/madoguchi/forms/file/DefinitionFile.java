package jp.madoguchi.forms.file;

import java.util.List;

import jp.madoguchi.forms.Sha256;
import jp.madoguchi.forms.definition.Block;
import jp.madoguchi.forms.definition.Procedure;

/**
 * Reading and writing definitions: YAML for people, canonical JSON for machines and for the content hash.
 */
public final class DefinitionFile {

    /** The longest file that is read, in UTF-16 units: the longest of the sample catalogue fifteen times over. */
    public static final int MOST_CHARACTERS = 1_000_000;

    private DefinitionFile() {}

    /** What is wrong in a file and where; line and column from 1. */
    public record Problem(int line, int column, String path, String reason) {}

    /** The file is no definition; every problem names its place. */
    public static final class InvalidDefinition extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient List<Problem> problems;

        public InvalidDefinition(List<Problem> problems) {
            super(problems.toString());
            this.problems = List.copyOf(problems);
        }

        public List<Problem> problems() {
            return problems;
        }
    }

    /** @throws InvalidDefinition for anything that is not a definition, whatever it is */
    public static Procedure readYaml(String yaml) {
        return ProcedurePart.read(YamlTree.read(yaml));
    }

    /** @throws InvalidDefinition for anything that is not a definition, whatever it is */
    public static Procedure readJson(String canonicalJson) {
        return ProcedurePart.read(JsonTree.read(canonicalJson));
    }

    /** Canonical: keys in a fixed order, no white space, defaults left out; readJson(writeJson(p)) equals p. */
    public static String writeJson(Procedure procedure) {
        return ProcedureJson.write(procedure).toString();
    }

    /** @throws InvalidDefinition for anything that is not a block of questions, whatever it is */
    public static Block readBlockYaml(String yaml) {
        return BlockPart.read(YamlTree.read(yaml));
    }

    /** @throws InvalidDefinition for anything that is not a block of questions, whatever it is */
    public static Block readBlockJson(String canonicalJson) {
        return BlockPart.read(JsonTree.read(canonicalJson));
    }

    /** Canonical, as {@link #writeJson(Procedure)}. */
    public static String writeJson(Block block) {
        return BlockJson.write(block).toString();
    }

    public static ContentHash hash(Procedure procedure) {
        return new ContentHash(Sha256.hex(writeJson(procedure)));
    }
}
