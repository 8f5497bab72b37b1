package jp.madoguchi.forms.publishing;

import jp.madoguchi.forms.definition.QuestionKind;
import jp.madoguchi.forms.field.QuestionField;
import jp.madoguchi.forms.field.KindName;

/**
 * What {@code kind} says of a question, a repeat or a procedure, as designers call it.
 */
final class KindWords {

    private KindWords() {}

    static String of(QuestionKind kind) {
        return QuestionField.of(kind).name().word();
    }

    static String of(String kind) {
        return KindName.of(kind).map(KindName::word).orElseGet(() -> switch (kind) {
            case "repeat" -> "繰り返し";
            case "application" -> "申請";
            case "notification" -> "届出";
            case "other" -> "そのほか";
            default -> kind;
        });
    }
}
