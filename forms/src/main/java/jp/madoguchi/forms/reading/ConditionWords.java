package jp.madoguchi.forms.reading;

import java.time.Period;
import java.util.List;
import java.util.stream.Collectors;

import jp.madoguchi.forms.Language;
import jp.madoguchi.forms.QuestionId;
import jp.madoguchi.forms.condition.Condition;
import jp.madoguchi.forms.condition.Term;
import jp.madoguchi.forms.definition.Item;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.forms.definition.Question;
import jp.madoguchi.forms.field.Compared;
import jp.madoguchi.forms.field.QuestionField;

import org.jspecify.annotations.Nullable;

/**
 * Conditions as Japanese sentences, for designers and for clerks: 「配偶者はいますか」が「はい」のとき.
 */
public final class ConditionWords {

    private static final AnswerWords WORDS = new AnswerWords(Language.JA);

    private final Procedure procedure;

    private ConditionWords(Procedure procedure) {
        this.procedure = procedure;
    }

    /** 「…のとき」; 「いつも」 for {@link Condition#ALWAYS}. */
    public static String when(Procedure procedure, Condition condition) {
        return condition.equals(Condition.ALWAYS) ? "いつも" : new ConditionWords(procedure).say(condition) + "とき";
    }

    /** A clause that 「とき」 or 「こと」 can follow. */
    private String say(Condition condition) {
        return switch (condition) {
            case Condition.All(var of) when of.isEmpty() -> "どんな";
            case Condition.All(var of) when of.size() == 1 -> say(of.getFirst());
            case Condition.All(var of) -> joined(of, "、かつ、");
            case Condition.Any(var of) when of.isEmpty() -> "決して起こらない";
            case Condition.Any(var of) when of.size() == 1 -> say(of.getFirst());
            case Condition.Any(var of) -> joined(of, "、または、");
            case Condition.Not(Condition.Is is) -> label(is.question()) + "が" + values(is) + "でない";
            case Condition.Not(Condition.Answered(var question)) -> label(question) + "に答えていない";
            case Condition.Not(Condition.HeldBy held) ->
                label(held.account()) + "の名義が" + label(held.person()) + "と違う";
            case Condition.Not(Condition.Same same) -> label(same.question()) + "が" + label(same.as()) + "と違う";
            case Condition.Not(var of) -> "次に当てはまらない（" + say(of) + "）";
            case Condition.Answered(var question) -> label(question) + "に答えた";
            case Condition.Is is -> label(is.question()) + "が" + values(is) + "の";
            case Condition.HeldBy held -> label(held.account()) + "の名義が" + label(held.person()) + "と同じ";
            case Condition.Same same -> label(same.question()) + "が" + label(same.as()) + "と同じ";
            case Condition.Compare compare -> compare(compare);
        };
    }

    private String joined(List<Condition> of, String link) {
        return of.stream().map(each -> each instanceof Condition.All || each instanceof Condition.Any
                ? "（" + say(each) + "）"
                : say(each)).collect(Collectors.joining(link));
    }

    private String compare(Condition.Compare compare) {
        var left = say(compare.left());
        var right = say(compare.right());
        boolean days = isDay(compare.left()) || isDay(compare.right());
        return left + switch (compare.comparison()) {
            case LESS -> days ? "が" + right + "より前の" : "が" + right + "より少ない";
            case AT_MOST -> days ? "が" + right + "以前の" : "が" + right + "以下の";
            case EQUAL -> "が" + right + "と同じ";
            case DIFFERENT -> "が" + right + "と違う";
            case AT_LEAST -> days ? "が" + right + "以後の" : "が" + right + "以上の";
            case MORE -> days ? "が" + right + "より後の" : "が" + right + "より多い";
        };
    }

    private boolean isDay(Term term) {
        return switch (term) {
            case Term.Day _,Term.Today _,Term.Moved _,Term.YearStart _ -> true;
            case Term.OfAnswer(var question) -> procedure.item(question)
                    .filter(item -> item instanceof Question q
                            && QuestionField.of(q.kind()).comparedAs() == Compared.DAY)
                    .isPresent();
            case Term.Amount _,Term.AgeOn _,Term.Rows _,Term.Sum _,Term.Product _,Term.SumOver _,Term.Table _ -> false;
        };
    }

    private String say(Term term) {
        return switch (term) {
            case Term.OfAnswer(var question) -> label(question);
            case Term.Amount(var value) -> value.toPlainString();
            case Term.Day(var day) -> WORDS.day(day);
            case Term.Today _ -> "申請する日";
            case Term.Moved moved -> say(moved.day()) + "の" + period(moved.by());
            case Term.YearStart start -> say(start.day()) + "の年度の4月1日";
            case Term.AgeOn age -> (age.day() instanceof Term.Today ? "" : say(age.day()) + "の時点の") + say(age.birth())
                    + "から数えた年齢";
            case Term.Rows rows -> (rows.where().equals(Condition.ALWAYS) ? "" : say(rows.where()))
                    + label(rows.repeat()) + "の件数";
            case Term.Sum(var of) -> of.stream().map(this::say).collect(Collectors.joining("＋", "（", "）"));
            case Term.Product(var of) -> of.stream().map(this::say).collect(Collectors.joining("×"));
            case Term.SumOver sum -> (sum.where().equals(Condition.ALWAYS) ? "" : say(sum.where()))
                    + label(sum.repeat()) + "の" + say(sum.of()) + "の合計";
            case Term.Table table -> label(table.choice()) + "ごとの金額";
        };
    }

    private static String period(Period period) {
        boolean back = period.isNegative();
        var by = back ? period.negated() : period;
        var words = (by.getYears() == 0 ? "" : by.getYears() + "年") + (by.getMonths() == 0 ? "" : by.getMonths() + "か月")
                + (by.getDays() == 0 ? "" : by.getDays() + "日");
        return words.isEmpty() ? "当日" : words + (back ? "前" : "後");
    }

    private String label(QuestionId question) {
        return procedure.item(question).map(item -> "「" + item.label().ja() + "」").orElse("（なくなった質問 " + question + "）");
    }

    private String values(Condition.Is is) {
        return is.values().stream().map(value -> "「" + value(procedure.item(is.question()).orElse(null), value) + "」")
                .collect(Collectors.joining("か"));
    }

    private static String value(@Nullable Item item, String value) {
        if (!(item instanceof Question question)) {
            return value;
        }
        return QuestionField.of(question.kind()).word(value).ja();
    }
}
