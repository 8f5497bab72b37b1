package jp.madoguchi.forms.answer;

/**
 * The document is not one of answers to this procedure.
 */
public final class AnswersFormatException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public AnswersFormatException(String path, String reason) {
        super(path + ": " + reason);
    }
}
