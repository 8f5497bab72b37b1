package jp.madoguchi.forms.filling;

import jp.madoguchi.forms.FieldPath;
import jp.madoguchi.forms.MessageKey;
import jp.madoguchi.forms.definition.Question;
import jp.madoguchi.forms.definition.Repeat;
import jp.madoguchi.forms.field.QuestionField;

/**
 * The findings that belong to the form as a whole rather than to one kind of question.
 */
final class Findings {

    private static final int LONGEST_NAME = 80;

    enum Message implements MessageKey {
        ASKED_NOW, CONFIRM, UNKNOWN_FIELD, UNKNOWN_PAGE, TOO_MANY_FIELDS, TOO_FEW_ROWS, TOO_MANY_ROWS, SAME_AS_BEFORE, FILLED_IN_ALREADY, NO_SUCH_PLACE
    }

    private Findings() {}

    static Finding required(FieldPath path, Question question) {
        var field = QuestionField.of(question.kind());
        return new Finding(path, path.field(field.firstPart()), "required", field.missing(question.label()));
    }

    /** Not an error of the applicant: an answer has opened a further question. */
    static Finding askedNow(FieldPath path, Question question) {
        return atFirstPart(path, question, "asked-now", Message.ASKED_NOW);
    }

    static Finding confirm(FieldPath path, Question question) {
        return atFirstPart(path, question, "confirm", Message.CONFIRM);
    }

    static Finding unknownField(FieldPath page, String field) {
        var shown = field.codePointCount(0, field.length()) > LONGEST_NAME
                ? field.substring(0, field.offsetByCodePoints(0, LONGEST_NAME)) + "…"
                : field;
        return new Finding(page, shown, "unknown-field", Message.UNKNOWN_FIELD.text());
    }

    static Finding unknownPage(FieldPath page) {
        return new Finding(page, "", "unknown-page", Message.UNKNOWN_PAGE.text());
    }

    static Finding tooManyFields(FieldPath page) {
        return new Finding(page, "", "too-many-fields", Message.TOO_MANY_FIELDS.text());
    }

    static Finding tooFewRows(FieldPath path, Repeat repeat) {
        return new Finding(path, path.toString(), "too-few-rows",
                Message.TOO_FEW_ROWS.text(repeat.label(), repeat.rowTitle(), repeat.min()));
    }

    static Finding tooManyRows(FieldPath path, Repeat repeat) {
        return new Finding(path, path.toString(), "too-many-rows",
                Message.TOO_MANY_ROWS.text(repeat.label(), repeat.max()));
    }

    static Finding sameAs(FieldPath path, Question question, Repeat repeat, int earlier) {
        return atFirstPart(path, question, "same-as-before", Message.SAME_AS_BEFORE, repeat.rowTitle(), earlier);
    }

    static Finding filledInAlready(FieldPath path, Question question) {
        return new Finding(path, path.toString(), "filled-in-already",
                Message.FILLED_IN_ALREADY.text(question.label()));
    }

    static Finding noSuchPlace(FieldPath path) {
        return new Finding(path, path.toString(), "unknown-field", Message.NO_SUCH_PLACE.text());
    }

    private static Finding atFirstPart(FieldPath path, Question question, String code, Message message,
            Object... values) {
        var all = new Object[values.length + 1];
        all[0] = question.label();
        System.arraycopy(values, 0, all, 1, values.length);
        return new Finding(path, path.field(QuestionField.of(question.kind()).firstPart()), code, message.text(all));
    }
}
