package jp.madoguchi.forms.file;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;

import jp.madoguchi.forms.condition.Condition;
import jp.madoguchi.forms.condition.Condition.Comparison;
import jp.madoguchi.forms.condition.Term;

/**
 * Conditions and terms in files.
 */
final class ConditionPart {

    private ConditionPart() {}

    static Condition read(Part part) {
        Condition condition;
        if (part.has("all")) {
            condition = new Condition.All(part.need("all").elements(ConditionPart::read));
        } else if (part.has("any")) {
            condition = new Condition.Any(part.need("any").elements(ConditionPart::read));
        } else if (part.has("not")) {
            condition = new Condition.Not(read(part.need("not")));
        } else if (part.has("answered")) {
            condition = new Condition.Answered(part.need("answered").question());
        } else if (part.has("question")) {
            condition = new Condition.Is(part.need("question").question(), values(part.need("is")));
        } else if (part.has("account")) {
            condition = new Condition.HeldBy(part.need("account").question(), part.need("held-by").question());
        } else if (part.has("same")) {
            condition = new Condition.Same(part.need("same").question(), part.need("as").question());
        } else if (part.has("value")) {
            condition = new Condition.Compare(term(part.need("value")), comparison(part), term(part.need("than")));
        } else {
            if (part.isThere()) {
                part.wrong("条件は、question、answered、account、same、value、all、any、not のどれかで始めてください"
                        + "（例：{question: 質問の id, is: \"yes\"}）。");
            }
            return Condition.ALWAYS;
        }
        part.done();
        return condition;
    }

    private static List<String> values(Part part) {
        return part.isSequence() ? part.elements(Part::text) : List.of(part.text());
    }

    private static Comparison comparison(Part part) {
        var sign = part.need("is");
        var text = sign.text();
        for (var comparison : Comparison.values()) {
            if (comparison.sign().equals(text)) {
                return comparison;
            }
        }
        if (sign.isScalar()) {
            sign.wrong("比べ方は、引用符で囲んで \"<\"、\"<=\"、\"=\"、\"!=\"、\">=\"、\">\" のどれかにしてください。");
        }
        return Comparison.EQUAL;
    }

    static Term term(Part part) {
        if (!part.isMapping()) {
            return literal(part);
        }
        Term term;
        if (part.has("answer")) {
            term = new Term.OfAnswer(part.need("answer").question());
        } else if (part.has("move")) {
            term = new Term.Moved(term(part.need("move")), period(part.need("by")));
        } else if (part.has("fiscal-year-of")) {
            term = new Term.YearStart(term(part.need("fiscal-year-of")));
        } else if (part.has("age-of")) {
            term = new Term.AgeOn(term(part.need("age-of")), part.or("on", new Term.Today(), ConditionPart::term));
        } else if (part.has("rows-of")) {
            term = new Term.Rows(part.need("rows-of").question(),
                    part.or("where", Condition.ALWAYS, ConditionPart::read));
        } else if (part.has("sum")) {
            term = new Term.Sum(part.need("sum").elements(ConditionPart::term));
        } else if (part.has("product")) {
            term = new Term.Product(part.need("product").elements(ConditionPart::term));
        } else if (part.has("sum-over")) {
            term = new Term.SumOver(part.need("sum-over").question(), term(part.need("of")),
                    part.or("where", Condition.ALWAYS, ConditionPart::read));
        } else if (part.has("table")) {
            term = table(part);
        } else {
            part.wrong("比べる値は、数、年月日、today のどれかか、answer、move、fiscal-year-of、age-of、rows-of、sum、product、sum-over、table の"
                    + "どれかで始めてください（例：{answer: 質問の id}）。");
            return new Term.Today();
        }
        part.done();
        return term;
    }

    private static Term literal(Part part) {
        var text = part.text();
        if (!part.isThere() || text.equals("today")) {
            return new Term.Today();
        }
        if (text.matches("-?[0-9]{1,15}(\\.[0-9]{1,15})?")) {
            return new Term.Amount(part.number());
        }
        return new Term.Day(
                date(part, "ここには、数（例：18）、年月日（例：2026-04-01）、today のどれかを書いてください。答えと比べるなら {answer: 質問の id} と書きます。"));
    }

    private static Term table(Part part) {
        var amounts = new LinkedHashMap<String, BigDecimal>();
        var found = part.need("amounts");
        found.keys().forEach(code -> amounts.put(code, found.need(code).number()));
        found.done();
        return new Term.Table(part.need("table").question(), amounts, part.maybe("otherwise", Part::number));
    }

    static LocalDate date(Part part, String needed) {
        return Objects.requireNonNullElse(part.guarded(() -> LocalDate.parse(part.text()), needed), LocalDate.EPOCH);
    }

    static Period period(Part part) {
        return Objects
                .requireNonNullElse(part.guarded(() -> Period.parse(part.text()), "期間の書き方にしてください。P10M（10か月後）、"
                        + "-P14D（14日前）、P1Y6M（1年6か月後）のように書きます。"), Period.ZERO);
    }
}
