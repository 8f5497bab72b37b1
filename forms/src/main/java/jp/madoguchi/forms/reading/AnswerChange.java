package jp.madoguchi.forms.reading;

import java.util.List;

import jp.madoguchi.forms.FieldPath;
import jp.madoguchi.forms.answer.Answers;
import jp.madoguchi.forms.definition.Procedure;

/**
 * One answer that differs between two documents of the same version.
 *
 * @param section the title of the page or row it stands in
 * @param before as read, empty where there was none
 * @param after as read, empty where there is none any more
 */
public record AnswerChange(FieldPath path, String section, String label, String before, String after) {

    /** All differences, in the form's order; files differ by their SHA-256. */
    public static List<AnswerChange> between(Procedure procedure, Answers before, Answers after) {
        return Differences.between(procedure, before, after);
    }
}
