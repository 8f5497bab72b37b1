package jp.madoguchi.forms.field;

import java.util.List;

import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.definition.QuestionKind;
import jp.madoguchi.forms.japanese.CorporateNumber;
import jp.madoguchi.forms.japanese.Digits;

import org.jspecify.annotations.Nullable;

/** A number that names something: stored in half-width digits. */
record CodeField(QuestionKind.CodeNumber kind) implements Field {

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
            Shapes.wrong(flaws);
            return;
        }
        if (!Digits.areOnly(value, kind.minDigits(), kind.maxDigits())) {
            var ja = kind.minDigits() == kind.maxDigits()
                    ? kind.maxDigits() + "桁"
                    : kind.minDigits() + "桁から" + kind.maxDigits() + "桁まで";
            var en = kind.minDigits() == kind.maxDigits()
                    ? kind.maxDigits() + " digits"
                    : kind.minDigits() + " to " + kind.maxDigits() + " digits";
            flaws.add("", "digits", "「{0}」は" + ja + "の数字で入力してください。", "Please enter “{0}” in " + en + ".");
            return;
        }
        boolean right = switch (kind.rule()) {
            case NONE -> true;
            case CORPORATE_NUMBER -> CorporateNumber.isValid(value);
        };
        if (!right) {
            flaws.add("", "check-digit", "「{0}」の数字を確かめてください。番号の検査数字が合いません。",
                    "Please check the digits of “{0}”; its check digit does not fit.");
        }
    }

    @Override
    public Typed print(Answer answer) {
        return answer instanceof Answer.Text(String value) ? Typed.of(value) : Typed.NOTHING;
    }
}
