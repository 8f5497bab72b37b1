package jp.madoguchi.forms.condition;

import java.util.function.UnaryOperator;

import jp.madoguchi.forms.QuestionId;

/**
 * Conditions that speak of the same questions under other ids.
 */
public final class Renamed {

    private Renamed() {}

    public static Condition condition(Condition condition, UnaryOperator<QuestionId> id) {
        return switch (condition) {
            case Condition.All(var of) -> new Condition.All(of.stream().map(each -> condition(each, id)).toList());
            case Condition.Any(var of) -> new Condition.Any(of.stream().map(each -> condition(each, id)).toList());
            case Condition.Not(var of) -> new Condition.Not(condition(of, id));
            case Condition.Answered(var question) -> new Condition.Answered(id.apply(question));
            case Condition.Is is -> new Condition.Is(id.apply(is.question()), is.values());
            case Condition.HeldBy(var account, var person) ->
                new Condition.HeldBy(id.apply(account), id.apply(person));
            case Condition.Same same -> new Condition.Same(id.apply(same.question()), id.apply(same.as()));
            case Condition.Compare compare ->
                new Condition.Compare(term(compare.left(), id), compare.comparison(), term(compare.right(), id));
        };
    }

    public static Term term(Term term, UnaryOperator<QuestionId> id) {
        return switch (term) {
            case Term.OfAnswer(var question) -> new Term.OfAnswer(id.apply(question));
            case Term.Moved moved -> new Term.Moved(term(moved.day(), id), moved.by());
            case Term.YearStart start -> new Term.YearStart(term(start.day(), id));
            case Term.AgeOn age -> new Term.AgeOn(term(age.birth(), id), term(age.day(), id));
            case Term.Rows rows -> new Term.Rows(id.apply(rows.repeat()), condition(rows.where(), id));
            case Term.Sum(var of) -> new Term.Sum(of.stream().map(each -> term(each, id)).toList());
            case Term.Product(var of) -> new Term.Product(of.stream().map(each -> term(each, id)).toList());
            case Term.SumOver sum ->
                new Term.SumOver(id.apply(sum.repeat()), term(sum.of(), id), condition(sum.where(), id));
            case Term.Table table -> new Term.Table(id.apply(table.choice()), table.amounts(), table.otherwise());
            case Term.Amount _,Term.Day _,Term.Today _ -> term;
        };
    }
}
