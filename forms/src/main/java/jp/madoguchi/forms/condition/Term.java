package jp.madoguchi.forms.condition;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;

import jp.madoguchi.forms.QuestionId;

import org.jspecify.annotations.Nullable;

/**
 * A value worked out from the answers: an amount or a day. Unknown wherever an answer it needs is hidden or missing.
 */
public sealed interface Term {

    /** The answer to a number or date question, or the first day of the month answered to a month question. */
    record OfAnswer(QuestionId question) implements Term {}

    record Amount(BigDecimal value) implements Term {}

    record Day(LocalDate value) implements Term {}

    /** The day of filling in, in the city's time zone. */
    record Today() implements Term {}

    /** A day moved by a period, which may be negative. */
    record Moved(Term day, Period by) implements Term {}

    /** The first day, 1 April, of the fiscal year (年度) in which a day lies. */
    record YearStart(Term day) implements Term {}

    /** The age in whole years on a day (年齢計算法). */
    record AgeOn(Term birth, Term day) implements Term {}

    /** How many rows of a repeat meet a condition; 0 where the repeat is hidden. */
    record Rows(QuestionId repeat, Condition where) implements Term {}

    /** The sum of amounts; unknown if one of them is. */
    record Sum(List<Term> of) implements Term {
        public Sum {
            of = List.copyOf(of);
        }
    }

    /** The product of amounts; unknown if one of them is. */
    record Product(List<Term> of) implements Term {
        public Product {
            of = List.copyOf(of);
        }
    }

    /** The sum of an amount over the rows of a repeat that meet a condition; rows where it is unknown count as 0. */
    record SumOver(QuestionId repeat, Term of, Condition where) implements Term {}

    /**
     * An amount by the option chosen, looked up in a table; the sum of them where several are chosen.
     *
     * @param otherwise for options that the table does not hold; null makes them unknown
     */
    record Table(QuestionId choice, Map<String, BigDecimal> amounts, @Nullable BigDecimal otherwise) implements Term {
        public Table {
            amounts = Map.copyOf(amounts);
        }
    }
}
