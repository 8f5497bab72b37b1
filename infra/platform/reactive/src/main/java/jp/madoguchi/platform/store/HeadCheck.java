package jp.madoguchi.platform.store;

/** Looks at the first bytes of what is being stored and names its media type, or refuses it. */
@FunctionalInterface
public interface HeadCheck {

    /** How many bytes from the start a check gets to see, fewer when the content is shorter. */
    int HEAD_BYTES = 8192;

    /**
     * @return the media type to store the content under
     * @throws jp.madoguchi.platform.problem.Refusal when such content is not taken; nothing is stored then
     */
    String contentType(byte[] head);
}
