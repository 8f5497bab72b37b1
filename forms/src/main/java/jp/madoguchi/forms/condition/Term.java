package jp.madoguchi.forms.condition;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;

import jp.madoguchi.forms.QuestionId;

/**
 * A value worked out from the answers: an amount or a day. Unknown wherever an answer it needs is hidden or missing.
 */
public sealed interface Term {

    /** The answer to a number or date question. */
    record OfAnswer(QuestionId question) implements Term {}

    record Amount(BigDecimal value) implements Term {}

    record Day(LocalDate value) implements Term {}

    /** The day of filling in, in the city's time zone. */
    record Today() implements Term {}

    /** A day moved by a period, which may be negative. */
    record Moved(Term day, Period by) implements Term {}

    /** The age in whole years on a day (年齢計算法). */
    record AgeOn(Term birth, Term day) implements Term {}

    /** How many rows of a repeat meet a condition; 0 where the repeat is hidden. */
    record Rows(QuestionId repeat, Condition where) implements Term {}
}
