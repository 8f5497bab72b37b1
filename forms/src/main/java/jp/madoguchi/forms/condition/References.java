package jp.madoguchi.forms.condition;

import java.util.LinkedHashSet;
import java.util.Set;

import jp.madoguchi.forms.QuestionId;

/**
 * The questions that conditions speak of.
 */
public final class References {

    private References() {}

    /** Every question and repeat mentioned, in order. */
    public static Set<QuestionId> of(Condition condition) {
        var found = new LinkedHashSet<QuestionId>();
        collect(condition, true, found);
        return found;
    }

    /** The questions whose values are compared; conditions on the rows of a repeat set aside. */
    public static Set<QuestionId> compared(Condition condition) {
        var found = new LinkedHashSet<QuestionId>();
        collect(condition, false, found);
        return found;
    }

    private static void collect(Condition condition, boolean all, Set<QuestionId> found) {
        switch (condition) {
            case Condition.All(var of) -> of.forEach(each -> collect(each, all, found));
            case Condition.Any(var of) -> of.forEach(each -> collect(each, all, found));
            case Condition.Not(var of) -> collect(of, all, found);
            case Condition.Answered(var question) -> add(question, all, found);
            case Condition.Is is -> add(is.question(), all, found);
            case Condition.HeldBy(var account, var person) -> {
                add(account, all, found);
                add(person, all, found);
            }
            case Condition.Same same -> {
                add(same.question(), all, found);
                add(same.as(), all, found);
            }
            case Condition.Compare compare -> {
                collect(compare.left(), all, found);
                collect(compare.right(), all, found);
            }
        }
    }

    private static void collect(Term term, boolean all, Set<QuestionId> found) {
        switch (term) {
            case Term.OfAnswer(var question) -> found.add(question);
            case Term.Moved moved -> collect(moved.day(), all, found);
            case Term.YearStart start -> collect(start.day(), all, found);
            case Term.AgeOn age -> {
                collect(age.birth(), all, found);
                collect(age.day(), all, found);
            }
            case Term.Rows rows -> {
                if (all) {
                    found.add(rows.repeat());
                    collect(rows.where(), true, found);
                }
            }
            case Term.Sum(var of) -> of.forEach(each -> collect(each, all, found));
            case Term.Product(var of) -> of.forEach(each -> collect(each, all, found));
            case Term.SumOver sum -> {
                if (all) {
                    found.add(sum.repeat());
                    collect(sum.of(), true, found);
                    collect(sum.where(), true, found);
                }
            }
            case Term.Table table -> found.add(table.choice());
            case Term.Amount _,Term.Day _,Term.Today _ -> {
            }
        }
    }

    private static void add(QuestionId question, boolean all, Set<QuestionId> found) {
        if (all) {
            found.add(question);
        }
    }
}
