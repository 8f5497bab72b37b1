package jp.madoguchi.forms.field;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import jp.madoguchi.forms.Language;
import jp.madoguchi.forms.MessageKey;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.definition.QuestionKind;
import jp.madoguchi.forms.japanese.Digits;
import jp.madoguchi.forms.source.Hints;
import jp.madoguchi.forms.source.Part;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Whole yen: 「30,000」, 「３万円」, 「¥30000」. */
record MoneyField(QuestionKind.Money kind) implements QuestionField {

    enum Message implements MessageKey {
        NO_AMOUNT, TOO_SMALL, TOO_LARGE, UNIT, READING
    }

    private static final Pattern AMOUNT = Pattern.compile(
            "([+-]?)\\\\?([0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,15})?(?:(万)([0-9]{1,4}|[0-9],[0-9]{3})?)?");

    private static final Shape<Long> YEN = new Shape<>(MoneyField::yen, node -> node.put("type", "integer")
            .put("minimum", -QuestionKind.Money.MOST).put("maximum", QuestionKind.Money.MOST));
    private static final Limit.Maybe<Long> MIN = new Limit.Maybe<>("min", YEN);
    private static final Limit.Maybe<Long> MAX = new Limit.Maybe<>("max", YEN);
    static final List<Limit<?>> LIMITS = List.of(MIN, MAX);

    @Override
    public KindName name() {
        return KindName.MONEY;
    }

    static QuestionKind define(Part part) {
        long min = MIN.read(part, 0L);
        long max = MAX.read(part, QuestionKind.Money.MOST);
        if (min > max) {
            part.wrong(Hints.over("min", "max"));
        }
        return new QuestionKind.Money(min, max);
    }

    private static long yen(Part part) {
        var value = part.number();
        if (value.scale() > 0 || value.abs().compareTo(BigDecimal.valueOf(QuestionKind.Money.MOST)) > 0) {
            part.wrong(Hints.wholeYen(QuestionKind.Money.MOST));
            return 0;
        }
        return value.longValue();
    }

    @Override
    public void write(ObjectNode limits) {
        if (kind.min() != 0) {
            limits.put("min", kind.min());
        }
        if (kind.max() != QuestionKind.Money.MOST) {
            limits.put("max", kind.max());
        }
    }

    @Override
    public Control control() {
        return Control.Line.digits().width(Control.Width.MEDIUM).unit(Message.UNIT.text());
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
    public List<String> parts() {
        return List.of("");
    }

    @Override
    public @Nullable Answer read(Typed typed, Flaws flaws) {
        var text = Normalizer.normalize(typed.trimmed(""), Normalizer.Form.NFKC).replace('¥', '\\');
        if (text.length() > 1 && Digits.isHyphen(text.charAt(0))) {
            text = "-" + text.substring(1);
        }
        text = without(without(text, "円"), "yen").strip();
        var match = AMOUNT.matcher(text);
        if (!match.matches() || match.group(2) == null) {
            flaws.add("", "not-an-amount", Message.NO_AMOUNT);
            return null;
        }
        var amount = new BigDecimal(match.group(2).replace(",", ""));
        if (match.group(3) != null) {
            var rest = match.group(4);
            amount = amount.movePointRight(4)
                    .add(rest == null ? BigDecimal.ZERO : new BigDecimal(rest.replace(",", "")));
        }
        return new Answer.Number((match.group(1).equals("-") ? amount.negate() : amount).setScale(0));
    }

    @Override
    public void check(Answer answer, Flaws flaws) {
        if (!(answer instanceof Answer.Number(BigDecimal value)) || value.stripTrailingZeros().scale() > 0) {
            AnyField.wrong(flaws);
        } else if (value.compareTo(BigDecimal.valueOf(kind.min())) < 0) {
            flaws.add("", "too-small", Message.TOO_SMALL, grouped(kind.min()));
        } else if (value.compareTo(BigDecimal.valueOf(kind.max())) > 0) {
            flaws.add("", "too-large", Message.TOO_LARGE, grouped(kind.max()));
        }
    }

    @Override
    public String figure(BigDecimal value, Language language) {
        return Message.READING.text(AnyField.grouped(value)).in(language);
    }

    @Override
    public Typed print(Answer answer) {
        return answer instanceof Answer.Number(BigDecimal value)
                ? Typed.of(value.scale() > 0
                        ? value.toPlainString()
                        : String.format(Locale.ROOT, "%,d", value.toBigInteger()))
                : Typed.NOTHING;
    }

    private static String grouped(long yen) {
        return String.format(Locale.ROOT, "%,d", yen);
    }

    private static String without(String text, String unit) {
        return text.toLowerCase(Locale.ROOT).endsWith(unit) ? text.substring(0, text.length() - unit.length()) : text;
    }
}
