package jp.madoguchi.forms.answer;

import jp.madoguchi.forms.definition.Procedure;

import tools.jackson.databind.JsonNode;

/**
 * Answers as one JSON document keyed by question id; each value's shape follows its question's kind.
 */
public final class AnswersJson {

    private AnswersJson() {}

    public static JsonNode write(Answers answers) {
        throw new UnsupportedOperationException();
    }

    /**
     * Reads a document of the procedure's version. Unknown ids and values of another shape are refused.
     *
     * @throws AnswersFormatException naming the path and what is wrong
     */
    public static Answers read(Procedure procedure, JsonNode document) {
        throw new UnsupportedOperationException();
    }
}
