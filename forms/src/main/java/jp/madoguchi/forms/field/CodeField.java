package jp.madoguchi.forms.field;

import java.util.List;

import jp.madoguchi.forms.MessageKey;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.definition.QuestionKind;
import jp.madoguchi.forms.japanese.CorporateNumber;
import jp.madoguchi.forms.japanese.Digits;

import org.jspecify.annotations.Nullable;

/** A number that names something: stored in half-width digits. */
record CodeField(QuestionKind.CodeNumber kind) implements QuestionField {

    /** Digits of a My Number (番号法施行令8条). */
    private static final int MY_NUMBER = 12;

    enum Message implements MessageKey {
        DIGITS, DIGITS_BETWEEN, CHECK_DIGIT
    }

    @Override
    public KindName name() {
        return KindName.CODE_NUMBER;
    }

    @Override
    public boolean takesText() {
        return true;
    }

    @Override
    public boolean isOneLine() {
        return true;
    }

    @Override
    public boolean isShapedLikeMyNumber() {
        return kind.minDigits() == MY_NUMBER && kind.maxDigits() == MY_NUMBER;
    }

    @Override
    public Compared comparedAs() {
        return Compared.TEXT;
    }

    @Override
    public boolean tellsApart() {
        return true;
    }

    @Override
    public List<String> parts() {
        return List.of("");
    }

    @Override
    public @Nullable Answer read(Typed typed, Flaws flaws) {
        return new Answer.Text(Digits.compact(typed.trimmed("")));
    }

    @Override
    public void check(Answer answer, Flaws flaws) {
        if (!(answer instanceof Answer.Text(String value))) {
            AnyField.wrong(flaws);
            return;
        }
        if (!Digits.areOnly(value, kind.minDigits(), kind.maxDigits())) {
            boolean exact = kind.minDigits() == kind.maxDigits();
            flaws.add("", "digits", exact ? Message.DIGITS : Message.DIGITS_BETWEEN, kind.minDigits(),
                    kind.maxDigits());
            return;
        }
        boolean right = switch (kind.rule()) {
            case NONE -> true;
            case CORPORATE_NUMBER -> CorporateNumber.isValid(value);
        };
        if (!right) {
            flaws.add("", "check-digit", Message.CHECK_DIGIT);
        }
    }

    @Override
    public Typed print(Answer answer) {
        return answer instanceof Answer.Text(String value) ? Typed.of(value) : Typed.NOTHING;
    }
}
