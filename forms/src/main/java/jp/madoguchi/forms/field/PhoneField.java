package jp.madoguchi.forms.field;

import java.util.List;
import java.util.regex.Pattern;

import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.japanese.Digits;

import org.jspecify.annotations.Nullable;

/** A telephone number in Japan; kept as it was typed. */
record PhoneField() implements Field {

    private static final Pattern FORM = Pattern.compile("0[1-9][0-9]{8}|0[25-9]0[0-9]{8}|0800[0-9]{7}");

    @Override
    public List<String> parts() {
        return List.of("");
    }

    @Override
    public @Nullable Answer read(Typed typed, Flaws flaws) {
        return new Answer.Text(typed.trimmed(""));
    }

    @Override
    public void check(Answer answer, Flaws flaws) {
        if (!(answer instanceof Answer.Text(String value))) {
            Shapes.wrong(flaws);
            return;
        }
        var digits = Digits.compact(value).replaceAll("[()（）]", "");
        if (value.length() > 30 || !FORM.matcher(digits).matches()) {
            flaws.add("", "phone", "「{0}」は0から始まる10桁か11桁の電話番号を入力してください（例：078-331-8181）。",
                    "Please enter “{0}” as a Japanese telephone number of 10 or 11 digits beginning with 0.");
        }
    }

    @Override
    public Typed print(Answer answer) {
        return answer instanceof Answer.Text(String value) ? Typed.of(value) : Typed.NOTHING;
    }
}
