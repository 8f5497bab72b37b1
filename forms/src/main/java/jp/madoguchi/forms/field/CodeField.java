package jp.madoguchi.forms.field;

import java.util.List;

import jp.madoguchi.forms.MessageKey;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.definition.QuestionKind;
import jp.madoguchi.forms.japanese.CorporateNumber;
import jp.madoguchi.forms.japanese.Digits;
import jp.madoguchi.forms.source.Hints;
import jp.madoguchi.forms.source.Part;
import jp.madoguchi.forms.definition.QuestionKind.CheckRule;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A number that names something: stored in half-width digits. */
record CodeField(QuestionKind.CodeNumber kind) implements QuestionField {

    /** Digits of a My Number (番号法施行令8条). */
    private static final int MY_NUMBER = 12;

    enum Message implements MessageKey {
        DIGITS, DIGITS_BETWEEN, CHECK_DIGIT
    }

    private static final Limit.Maybe<CheckRule> RULE = new Limit.Maybe<>("rule", Shape.oneOf(CheckRule.class));
    private static final Limit.Maybe<Integer> MIN_DIGITS = new Limit.Maybe<>("min-digits", Shape.whole(1, 30));
    private static final Limit.Maybe<Integer> MAX_DIGITS = new Limit.Maybe<>("max-digits", Shape.whole(1, 30));
    static final List<Limit<?>> LIMITS = List.of(MIN_DIGITS, MAX_DIGITS, RULE);

    @Override
    public KindName name() {
        return KindName.CODE_NUMBER;
    }

    static QuestionKind define(Part part) {
        var rule = RULE.read(part, CheckRule.NONE);
        int usual = rule == CheckRule.CORPORATE_NUMBER ? 13 : 1;
        int min = MIN_DIGITS.read(part, usual);
        int max = MAX_DIGITS.read(part, Math.max(min, usual));
        if (min > max) {
            part.wrong(Hints.over("min-digits", "max-digits"));
        }
        return new QuestionKind.CodeNumber(min, max, rule);
    }

    @Override
    public void write(ObjectNode limits) {
        limits.put("min-digits", kind.minDigits()).put("max-digits", kind.maxDigits());
        if (kind.rule() != CheckRule.NONE) {
            limits.put("rule", Part.printed(kind.rule()));
        }
    }

    @Override
    public Control control() {
        return Control.Line.digits().width(Control.Width.MEDIUM);
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
