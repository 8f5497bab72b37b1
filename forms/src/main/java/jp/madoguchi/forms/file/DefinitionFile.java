package jp.madoguchi.forms.file;

import jp.madoguchi.forms.Sha256;
import jp.madoguchi.forms.definition.Block;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.forms.source.InvalidFile;
import jp.madoguchi.forms.source.JsonTree;
import jp.madoguchi.forms.source.Problems;
import jp.madoguchi.forms.source.YamlTree;

/**
 * Reading and writing definitions: YAML for people, canonical JSON for machines and for the content hash.
 */
public final class DefinitionFile {

    /** The longest file that is read, in UTF-16 units. */
    public static final int MOST_CHARACTERS = Problems.MOST_CHARACTERS;

    private DefinitionFile() {}

    /** @throws InvalidFile for anything that is not a definition, whatever it is */
    public static Procedure readYaml(String yaml) {
        return ProcedurePart.read(YamlTree.read(yaml));
    }

    /** @throws InvalidFile for anything that is not a definition, whatever it is */
    public static Procedure readJson(String canonicalJson) {
        return ProcedurePart.read(JsonTree.read(canonicalJson));
    }

    /** Canonical: keys in a fixed order, no white space, defaults left out; readJson(writeJson(p)) equals p. */
    public static String writeJson(Procedure procedure) {
        return ProcedureJson.write(procedure).toString();
    }

    /** @throws InvalidFile for anything that is not a block of questions, whatever it is */
    public static Block readBlockYaml(String yaml) {
        return BlockPart.read(YamlTree.read(yaml));
    }

    /** @throws InvalidFile for anything that is not a block of questions, whatever it is */
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
