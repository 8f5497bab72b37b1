package jp.madoguchi.forms.field;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;

import jp.madoguchi.forms.Language;
import jp.madoguchi.forms.Localized;
import jp.madoguchi.forms.MessageKey;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.definition.QuestionKind;
import jp.madoguchi.forms.japanese.Digits;
import jp.madoguchi.forms.source.Part;
import jp.madoguchi.forms.source.LocalizedJson;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A number, with the unit that its writer gave it. */
record NumberField(QuestionKind.Number kind) implements QuestionField {

    enum Message implements MessageKey {
        NO_NUMBER, TOO_MANY_DIGITS, NOT_WHOLE, DECIMALS, TOO_SMALL, TOO_LARGE
    }

    /** At most 15 digits in all: what every reader of the JSON document can hold without loss. */
    private static final int MOST_DIGITS = 15;
    private static final Pattern PLAIN = Pattern.compile("[+-]?([0-9]+|[0-9]{1,3}(,[0-9]{3})+)(\\.[0-9]+)?");

    private static final Limit.Maybe<BigDecimal> MIN = new Limit.Maybe<>("min", Shape.NUMBER);
    private static final Limit.Maybe<BigDecimal> MAX = new Limit.Maybe<>("max", Shape.NUMBER);
    private static final Limit.Maybe<Integer> DECIMALS = new Limit.Maybe<>("decimals", Shape.whole(0, 10));
    private static final Limit.Maybe<Localized> UNIT = new Limit.Maybe<>("unit", Shape.LOCALIZED);
    static final List<Limit<?>> LIMITS = List.of(MIN, MAX, DECIMALS, UNIT);

    @Override
    public KindName name() {
        return KindName.NUMBER;
    }

    static QuestionKind define(Part part) {
        return new QuestionKind.Number(MIN.read(part), MAX.read(part), DECIMALS.read(part, 0), UNIT.read(part));
    }

    @Override
    public void write(ObjectNode limits) {
        if (kind.min() != null) {
            limits.put("min", kind.min());
        }
        if (kind.max() != null) {
            limits.put("max", kind.max());
        }
        if (kind.decimals() != 0) {
            limits.put("decimals", kind.decimals());
        }
        LocalizedJson.put(limits, "unit", kind.unit());
    }

    @Override
    public Control control() {
        return (kind.decimals() > 0 ? Control.Line.decimal() : Control.Line.digits()).unit(kind.unit());
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
    public Compared comparedAs() {
        return Compared.NUMBER;
    }

    @Override
    public List<Wording> wordings() {
        var unit = kind.unit();
        return unit == null ? List.of() : List.of(new Wording("単位", unit));
    }

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
            flaws.add("", "not-a-number", Message.NO_NUMBER);
            return null;
        }
        if (text.chars().filter(c -> c >= '0' && c <= '9').count() > MOST_DIGITS) {
            flaws.add("", "too-long", Message.TOO_MANY_DIGITS, MOST_DIGITS);
            return null;
        }
        return new Answer.Number(plain(new BigDecimal(text.replace(",", ""))));
    }

    @Override
    public void check(Answer answer, Flaws flaws) {
        if (!(answer instanceof Answer.Number(BigDecimal value))) {
            AnyField.wrong(flaws);
            return;
        }
        if (Math.max(0, value.stripTrailingZeros().scale()) > kind.decimals()) {
            flaws.add("", "decimals", kind.decimals() == 0 ? Message.NOT_WHOLE : Message.DECIMALS, kind.decimals());
        }
        var min = kind.min();
        if (min != null && value.compareTo(min) < 0) {
            flaws.add("", "too-small", Message.TOO_SMALL, min.toPlainString());
        }
        var max = kind.max();
        if (max != null && value.compareTo(max) > 0) {
            flaws.add("", "too-large", Message.TOO_LARGE, max.toPlainString());
        }
    }

    @Override
    public String figure(BigDecimal value, Language language) {
        var unit = kind.unit();
        boolean closed = language == Language.JA || language == Language.EASY_JA;
        return AnyField.grouped(value) + (unit == null ? "" : (closed ? "" : " ") + unit.in(language));
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
