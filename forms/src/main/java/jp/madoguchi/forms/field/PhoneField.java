package jp.madoguchi.forms.field;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;

import jp.madoguchi.forms.MessageKey;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.japanese.Digits;

import org.jspecify.annotations.Nullable;

/** A telephone number in Japan; kept as it was typed. */
record PhoneField() implements QuestionField {

    enum Message implements MessageKey {
        NO_NUMBER
    }

    private static final int LENGTH = 40;
    private static final Pattern EXTENSION = Pattern
            .compile("(?i)[(\\[]?(?:内線|内|ext\\.?|x|#)[.:番号)]*[0-9]{1,6}番?[)\\]]?$");
    private static final Pattern FORM = Pattern.compile("0[1-9][0-9]{8}|0[25-9]0[0-9]{8}|0800[0-9]{7}");

    @Override
    public KindName name() {
        return KindName.PHONE;
    }

    @Override
    public Control control() {
        return Control.Line.phone();
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
    public boolean tellsApart() {
        return true;
    }

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
            AnyField.wrong(flaws);
            return;
        }
        if (value.codePointCount(0, value.length()) > LENGTH || !FORM.matcher(digits(value)).matches()) {
            flaws.add("", "phone", Message.NO_NUMBER);
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
