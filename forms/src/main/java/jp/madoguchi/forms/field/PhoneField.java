package jp.madoguchi.forms.field;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;

import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.japanese.Digits;

import org.jspecify.annotations.Nullable;

/** A telephone number in Japan; kept as it was typed. */
record PhoneField() implements Field {

    private static final int LENGTH = 40;
    private static final Pattern EXTENSION = Pattern
            .compile("(?i)[(\\[]?(?:内線|内|ext\\.?|x|#)[.:番号)]*[0-9]{1,6}番?[)\\]]?$");
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
        if (value.codePointCount(0, value.length()) > LENGTH || !FORM.matcher(digits(value)).matches()) {
            flaws.add("", "phone",
                    "「{0}」は0から始まる10桁か11桁の日本の電話番号を1つだけ入力してください（例：078-331-8181、内線があれば 078-331-8181 内線123）。",
                    "Please enter one Japanese telephone number of 10 or 11 digits beginning with 0 as “{0}” (such as 078-331-8181, or +81 78-331-8181).");
        }
    }

    /** The number as dialled within Japan, without its extension: +81 is the 0, and 「+81 (0)78」 means the same. */
    private static String digits(String value) {
        var text = Digits.compact(Normalizer.normalize(value, Normalizer.Form.NFKC)).replace(".", "").replace("・", "")
                .replaceFirst("^(?i)(?:tel|電話)[:.]?", "");
        text = EXTENSION.matcher(text).replaceFirst("").replaceAll("[()/]", "");
        return text.startsWith("+81")
                ? "0" + text.substring(3).replaceFirst("^0", "")
                : text.startsWith("0081") ? "0" + text.substring(4).replaceFirst("^0", "") : text;
    }

    @Override
    public Typed print(Answer answer) {
        return answer instanceof Answer.Text(String value) ? Typed.of(value) : Typed.NOTHING;
    }
}
