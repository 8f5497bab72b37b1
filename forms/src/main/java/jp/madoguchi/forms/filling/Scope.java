package jp.madoguchi.forms.filling;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;

import jp.madoguchi.forms.QuestionId;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.condition.Condition;
import jp.madoguchi.forms.condition.Term;
import jp.madoguchi.forms.definition.QuestionKind;
import jp.madoguchi.forms.japanese.Age;
import jp.madoguchi.forms.japanese.Digits;
import jp.madoguchi.forms.japanese.Kana;

import org.jspecify.annotations.Nullable;

/**
 * The answers that a condition can see: those of its own row first, then those of the row around it, then those outside of
 * repeats. Hidden answers are not among them.
 *
 * @param outer what can be seen from around the row, null outside of repeats
 * @param today null where the day of filling in is not known any more; comparisons with it are then false
 */
record Scope(Map<QuestionId, Answer> own, @Nullable Scope outer, @Nullable LocalDate today) {

    /** Beyond so many digits no amount of a form makes sense. */
    private static final int MOST_DIGITS = 60;

    Scope inRow(Map<QuestionId, Answer> answers) {
        return new Scope(answers, this, today);
    }

    /** The scope, this or one around it, in which the repeat stands. */
    private Scope around(QuestionId repeat) {
        return outer == null || own.containsKey(repeat) ? this : outer.around(repeat);
    }

    private List<Scope> rows(QuestionId repeat) {
        var around = around(repeat);
        return around.own.get(repeat) instanceof Answer.Rows rows
                ? rows.rows().stream().map(row -> around.inRow(row.answers().values())).toList()
                : List.of();
    }

    boolean holds(Condition condition) {
        return switch (condition) {
            case Condition.All all -> all.of().stream().allMatch(this::holds);
            case Condition.Any any -> any.of().stream().anyMatch(this::holds);
            case Condition.Not not -> !holds(not.of());
            case Condition.Answered answered -> find(answered.question()) != null;
            case Condition.Is is -> is(find(is.question()), is);
            case Condition.HeldBy(var account, var person) -> find(account) instanceof Answer.BankAccount held
                    && find(person) instanceof Answer.PersonName name && isHolder(held, name);
            case Condition.Same same -> Said.same(find(same.question()), find(same.as()));
            case Condition.Compare compare -> compare(compare);
        };
    }

    @Nullable
    Answer find(QuestionId question) {
        var found = own.get(question);
        if (found == null) {
            return outer == null ? null : outer.find(question);
        }
        // A repeat whose rows were all removed is not answered.
        return found instanceof Answer.Rows rows && rows.rows().isEmpty() ? null : found;
    }

    /** The value of a term: a {@link BigDecimal} or a {@link LocalDate}; null where it is unknown. */
    @Nullable
    Comparable<?> value(Term term) {
        return switch (term) {
            case Term.Amount(BigDecimal value) -> value;
            case Term.Day(LocalDate value) -> value;
            case Term.Today _ -> today;
            case Term.OfAnswer(QuestionId question) -> switch (find(question)) {
                case Answer.Number(BigDecimal value) -> value;
                case Answer.Date(LocalDate value) -> value;
                case Answer.Month(YearMonth value) -> value.atDay(1);
                case Answer.FilledIn filled -> filled.day();
                case null, default -> null;
            };
            case Term.Moved moved -> {
                try {
                    yield value(moved.day()) instanceof LocalDate day ? day.plus(moved.by()) : null;
                } catch (DateTimeException | ArithmeticException e) {
                    // Beyond the years that the calendar knows: no such day.
                    yield null;
                }
            }
            case Term.YearStart start -> value(start.day()) instanceof LocalDate day
                    ? LocalDate.of(day.getMonthValue() < 4 ? day.getYear() - 1 : day.getYear(), 4, 1)
                    : null;
            case Term.AgeOn age -> value(age.birth()) instanceof LocalDate birth
                    && value(age.day()) instanceof LocalDate day ? BigDecimal.valueOf(Age.on(birth, day)) : null;
            case Term.Rows rows -> BigDecimal.valueOf(
                    rows(rows.repeat()).stream().filter(row -> row.holds(rows.where())).count());
            case Term.Sum(var of) -> fold(of, BigDecimal.ZERO, BigDecimal::add);
            case Term.Product(var of) -> fold(of, BigDecimal.ONE, BigDecimal::multiply);
            case Term.SumOver sum -> sumOver(sum);
            case Term.Table table -> table(table);
        };
    }

    /** The amount of a term; null where it is unknown or a day. */
    @Nullable
    BigDecimal amount(Term term) {
        return value(term) instanceof BigDecimal amount ? amount : null;
    }

    private @Nullable BigDecimal fold(List<Term> terms, BigDecimal start, BinaryOperator<BigDecimal> step) {
        var total = start;
        for (var term : terms) {
            var amount = amount(term);
            if (amount == null || total.precision() > MOST_DIGITS) {
                return null;
            }
            total = step.apply(total, amount);
        }
        return total;
    }

    private BigDecimal sumOver(Term.SumOver sum) {
        var total = BigDecimal.ZERO;
        for (var row : rows(sum.repeat())) {
            var amount = row.holds(sum.where()) ? row.amount(sum.of()) : null;
            total = amount == null ? total : total.add(amount);
        }
        return total;
    }

    private @Nullable BigDecimal table(Term.Table table) {
        if (!(find(table.choice()) instanceof Answer.Choices choices)) {
            return null;
        }
        var total = BigDecimal.ZERO;
        for (var code : choices.codes()) {
            var amount = table.amounts().containsKey(code) ? table.amounts().get(code) : table.otherwise();
            if (amount == null) {
                return null;
            }
            total = total.add(amount);
        }
        return total;
    }

    private boolean compare(Condition.Compare compare) {
        var left = value(compare.left());
        var right = value(compare.right());
        if (left instanceof BigDecimal a && right instanceof BigDecimal b) {
            return compare.comparison().holds(a.compareTo(b));
        }
        if (left instanceof LocalDate a && right instanceof LocalDate b) {
            return compare.comparison().holds(a.compareTo(b));
        }
        return false;
    }

    private static boolean isHolder(Answer.BankAccount account, Answer.PersonName name) {
        var family = name.familyKana();
        var given = name.givenKana();
        var kana = Kana.bank((family == null ? "" : family) + (given == null ? "" : given));
        return kana.isPresent()
                && kana.get().replace(" ", "").equals(account.holderKana().replace(" ", ""));
    }

    private static boolean is(@Nullable Answer answer, Condition.Is is) {
        return switch (answer) {
            case Answer.Choices choices -> choices.codes().stream().anyMatch(is.values()::contains);
            case Answer.YesNo(boolean yes) -> is.values().contains(yes ? "yes" : "no");
            case Answer.Agreement() -> is.values().contains("yes");
            case Answer.FilledIn _ -> is.values().contains(QuestionKind.FilledByOther.FORM);
            case Answer.Files _ -> is.values().contains(QuestionKind.FilledByOther.FILE);
            case Answer.Text(String text) -> is.values().contains(Digits.trim(text));
            case Answer.Number(BigDecimal number) -> is.values().contains(number.toPlainString());
            case null, default -> false;
        };
    }
}
