package jp.madoguchi.forms.source;

/** Takes what is wrong in a file, while the rest of it is still read. */
@FunctionalInterface
public interface ProblemSink {

    /**
     * @param path of the part, as in {@code pages[0].questions[2].max}; empty for the file itself
     * @param reason in Japanese, with what to write instead
     */
    void add(Place place, String path, String reason);
}
