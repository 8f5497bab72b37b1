package jp.madoguchi.forms.file;

import java.util.List;

import jp.madoguchi.forms.definition.Procedure;

/**
 * Reading and writing definitions: YAML for people, canonical JSON for machines and for the content hash.
 */
public final class DefinitionFile {

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
        throw new UnsupportedOperationException();
    }

    /** @throws InvalidDefinition for anything that is not a definition, whatever it is */
    public static Procedure readJson(String canonicalJson) {
        throw new UnsupportedOperationException();
    }

    /** Canonical: keys in a fixed order, no white space, defaults left out; readJson(writeJson(p)) equals p. */
    public static String writeJson(Procedure procedure) {
        throw new UnsupportedOperationException();
    }

    public static ContentHash hash(Procedure procedure) {
        throw new UnsupportedOperationException();
    }
}
