package jp.madoguchi.forms.field;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;

import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.definition.QuestionKind;
import jp.madoguchi.forms.japanese.Digits;

import org.jspecify.annotations.Nullable;

record NumberField(QuestionKind.Number kind) implements Field {

    /** At most 15 digits in all: what every reader of the JSON document can hold without loss. */
    private static final int MOST_DIGITS = 15;
    private static final Pattern PLAIN = Pattern.compile("[+-]?([0-9]+|[0-9]{1,3}(,[0-9]{3})+)(\\.[0-9]+)?");

    @Override
    public List<String> parts() {
        return List.of("");
    }

    @Override
    public @Nullable Answer read(Typed typed, Flaws flaws) {
        var text = withoutUnit(Normalizer.normalize(typed.trimmed(""), Normalizer.Form.NFKC));
        if (!text.isEmpty() && text.length() > 1 && Digits.isHyphen(text.charAt(0))) {
            text = "-" + text.substring(1);
        }
        if (!PLAIN.matcher(text).matches()) {
            flaws.add("", "not-a-number", "「{0}」は数字で入力してください。", "Please enter “{0}” in digits.");
            return null;
        }
        if (text.chars().filter(c -> c >= '0' && c <= '9').count() > MOST_DIGITS) {
            flaws.add("", "too-long", "「{0}」は15桁までの数字で入力してください。", "Please keep “{0}” within 15 digits.");
            return null;
        }
        return new Answer.Number(plain(new BigDecimal(text.replace(",", ""))));
    }

    @Override
    public void check(Answer answer, Flaws flaws) {
        if (!(answer instanceof Answer.Number(BigDecimal value))) {
            Shapes.wrong(flaws);
            return;
        }
        if (Math.max(0, value.stripTrailingZeros().scale()) > kind.decimals()) {
            if (kind.decimals() == 0) {
                flaws.add("", "decimals", "「{0}」は小数を使わず、整数で入力してください。", "Please enter “{0}” as a whole number.");
            } else {
                flaws.add("", "decimals", "「{0}」は小数第%d位までで入力してください。".formatted(kind.decimals()),
                        "Please enter “{0}” with at most %d decimals.".formatted(kind.decimals()));
            }
        }
        var min = kind.min();
        if (min != null && value.compareTo(min) < 0) {
            flaws.add("", "too-small", "「{0}」は%s以上で入力してください。".formatted(min.toPlainString()),
                    "Please enter %s or more for “{0}”.".formatted(min.toPlainString()));
        }
        var max = kind.max();
        if (max != null && value.compareTo(max) > 0) {
            flaws.add("", "too-large", "「{0}」は%s以下で入力してください。".formatted(max.toPlainString()),
                    "Please enter %s or less for “{0}”.".formatted(max.toPlainString()));
        }
    }

    @Override
    public Typed print(Answer answer) {
        return answer instanceof Answer.Number(BigDecimal value) ? Typed.of(value.toPlainString()) : Typed.NOTHING;
    }

    /** One value, one form: 1.50 and 1.5 are the same answer. */
    private static BigDecimal plain(BigDecimal value) {
        var stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private String withoutUnit(String text) {
        var unit = kind.unit();
        if (unit == null) {
            return text;
        }
        var folded = Normalizer.normalize(unit.ja(), Normalizer.Form.NFKC);
        return text.endsWith(folded) ? Digits.trim(text.substring(0, text.length() - folded.length())) : text;
    }
}
