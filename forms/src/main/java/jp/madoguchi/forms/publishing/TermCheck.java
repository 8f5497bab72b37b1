package jp.madoguchi.forms.publishing;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

import jp.madoguchi.forms.QuestionId;
import jp.madoguchi.forms.condition.Condition;
import jp.madoguchi.forms.condition.Term;
import jp.madoguchi.forms.definition.Question;
import jp.madoguchi.forms.field.Compared;
import jp.madoguchi.forms.field.QuestionField;
import jp.madoguchi.forms.publishing.Remarks.Place;

/**
 * Whether values are worked out from what they can be worked out from, and compared with their like: numbers with numbers,
 * days with days. At run time anything else is silently unknown, which no designer would find.
 */
final class TermCheck {

    /** What a value is; ages and counts are numbers. */
    enum Type {
        NUMBER("数"), DAY("日付");

        private final String words;

        Type(String words) {
            this.words = words;
        }
    }

    private final QuestionIndex index;
    private final Remarks remarks;
    private final ConditionCheck conditions;

    TermCheck(QuestionIndex index, Remarks remarks, ConditionCheck conditions) {
        this.index = index;
        this.remarks = remarks;
        this.conditions = conditions;
    }

    void compare(Condition.Compare compare, View view, Place place) {
        var left = type(compare.left(), view, place);
        var right = type(compare.right(), view, place);
        if (left.isPresent() && right.isPresent() && left.get() != right.get()) {
            remarks.block(place, "wrong-type",
                    "条件が、" + words(left.get(), compare.left()) + "と" + words(right.get(), compare.right())
                            + "を比べています。比べられないため、いつも成り立ちません。",
                    "数は数と、日付は日付と比べてください。誕生日から年齢を出すには age-of、日をずらすには move を使います。");
        }
    }

    /** @param role what the value is used as, in the words of the file */
    void need(Type type, Term term, String role, View view, Place place) {
        type(term, view, place).filter(found -> found != type)
                .ifPresent(found -> remarks.block(place, "wrong-type", role + " に" + words(found, term) + "を使っています。",
                        role + " には" + type.words + "を書いてください。"));
    }

    /** What the value is, after all in it was checked; empty where that was found to be wrong already. */
    private Optional<Type> type(Term term, View view, Place place) {
        return switch (term) {
            case Term.Amount _ -> Optional.of(Type.NUMBER);
            case Term.Day _,Term.Today _ -> Optional.of(Type.DAY);
            case Term.OfAnswer(var question) -> {
                conditions.reference(question, view, place);
                var kind = index.question(question).map(Question::kind).orElse(null);
                var compared = kind == null ? Compared.NOTHING : QuestionField.of(kind).comparedAs();
                if (compared == Compared.NUMBER) {
                    yield Optional.of(Type.NUMBER);
                }
                if (compared == Compared.DAY) {
                    yield Optional.of(Type.DAY);
                }
                conditions.fits(question, _ -> false, "数か日付か月", place);
                yield Optional.empty();
            }
            case Term.Moved moved -> {
                need(Type.DAY, moved.day(), "move", view, place);
                yield Optional.of(Type.DAY);
            }
            case Term.YearStart start -> {
                need(Type.DAY, start.day(), "fiscal-year-of", view, place);
                yield Optional.of(Type.DAY);
            }
            case Term.AgeOn age -> {
                need(Type.DAY, age.birth(), "age-of", view, place);
                need(Type.DAY, age.day(), "age-of の on", view, place);
                yield Optional.of(Type.NUMBER);
            }
            case Term.Rows rows -> {
                repeat(rows.repeat(), "rows-of", view, place);
                conditions.check(rows.where(), through(rows.repeat(), view), place);
                yield Optional.of(Type.NUMBER);
            }
            case Term.Sum(var of) -> numbers(of, "sum", view, place);
            case Term.Product(var of) -> numbers(of, "product", view, place);
            case Term.SumOver sum -> {
                repeat(sum.repeat(), "sum-over", view, place);
                need(Type.NUMBER, sum.of(), "sum-over の of", through(sum.repeat(), view), place);
                conditions.check(sum.where(), through(sum.repeat(), view), place);
                yield Optional.of(Type.NUMBER);
            }
            case Term.Table table -> {
                conditions.reference(table.choice(), view, place);
                table(table, place);
                yield Optional.of(Type.NUMBER);
            }
        };
    }

    private Optional<Type> numbers(List<Term> terms, String role, View view, Place place) {
        terms.forEach(each -> need(Type.NUMBER, each, role, view, place));
        return Optional.of(Type.NUMBER);
    }

    private void repeat(QuestionId id, String role, View view, Place place) {
        conditions.reference(id, view, place);
        index.question(id).ifPresent(question -> remarks.block(place, "wrong-kind",
                role + " に書いた「" + question.label().ja() + "」は繰り返しではありません。", role + " には繰り返しの id を書いてください。"));
    }

    private View through(QuestionId repeat, View view) {
        // With all the rows around it: that one of them is out of reach has been told of the repeat itself.
        var around = new LinkedHashSet<>(view.rows());
        around.addAll(index.rows(repeat));
        return view.through(repeat, List.copyOf(around));
    }

    private void table(Term.Table table, Place place) {
        var kind = index.question(table.choice()).map(Question::kind).orElse(null);
        if (kind == null || !QuestionField.of(kind).chooses()) {
            conditions.fits(table.choice(), _ -> false, "選ぶ形", place);
            return;
        }
        var codes = QuestionField.of(kind).codes();
        var label = index.label(table.choice());
        table.amounts().keySet().stream().filter(code -> !codes.contains(code)).sorted()
                .forEach(code -> remarks.block(place, "no-such-option",
                        "table に、「" + label + "」にない選択肢「" + code + "」があります。",
                        "amounts を直してください。選択肢は " + ConditionCheck.listed(codes) + " です。"));
        var gaps = codes.stream().filter(code -> !table.amounts().containsKey(code)).toList();
        if (table.otherwise() == null && !gaps.isEmpty()) {
            remarks.advise(place, "table-gap",
                    "table に「" + label + "」の選択肢（" + ConditionCheck.listed(gaps) + "）の数がありません。選ばれると、値が決まりません。",
                    "amounts に足すか、otherwise を書いてください。");
        }
    }

    private String words(Type type, Term term) {
        return type.words + "（" + switch (term) {
            case Term.Amount(var value) -> value.toPlainString();
            case Term.Day(var value) -> value.toString();
            case Term.Today _ -> "今日";
            case Term.OfAnswer(var question) -> "「" + index.label(question) + "」の答え";
            case Term.Moved _ -> "move でずらした日";
            case Term.YearStart _ -> "fiscal-year-of の日";
            case Term.AgeOn _ -> "age-of の年齢";
            case Term.Rows rows -> "「" + index.label(rows.repeat()) + "」の行の数";
            case Term.Sum _ -> "sum の合計";
            case Term.Product _ -> "product の積";
            case Term.SumOver sum -> "「" + index.label(sum.repeat()) + "」の合計";
            case Term.Table _ -> "table の数";
        } + "）";
    }
}
