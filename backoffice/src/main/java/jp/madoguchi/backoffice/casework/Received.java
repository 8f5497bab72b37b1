package jp.madoguchi.backoffice.casework;

import java.util.List;
import java.util.UUID;

/**
 * What came in with an event, as the event vouches for it.
 *
 * @param revision number of the answers
 * @param answers seal of the document of answers, see {@link Seal}
 * @param files that came for the first time
 */
public record Received(int revision, String answers, List<File> files) {

    public Received {
        files = List.copyOf(files);
    }

    /**
     * @param sha256 of the bytes, lower-case hex
     * @param entry seal of what is said about them, see {@link #entry}
     */
    public record File(UUID id, String sha256, String entry) {}

    /** What is said about a file, as one text. */
    static String entry(String question, String name, long bytes, String mediaType) {
        return String.join("\n", question, name, Long.toString(bytes), mediaType);
    }
}
