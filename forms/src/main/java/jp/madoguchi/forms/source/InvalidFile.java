package jp.madoguchi.forms.source;

import java.util.List;

/** A file cannot be read as what it should be; every problem names its place. */
public final class InvalidFile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public InvalidFile(List<Problem> problems) {
        super(problems.toString());
        this.problems = List.copyOf(problems);
    }

    /**
     * What is wrong in a file and where.
     *
     * @param line from 1
     * @param column from 1
     * @param path of the part, as in {@code offices[0].kind}; empty for the file itself
     * @param reason in Japanese, with what to write instead
     */
    public record Problem(int line, int column, String path, String reason) {}

    public List<Problem> problems() {
        return problems;
    }
}
