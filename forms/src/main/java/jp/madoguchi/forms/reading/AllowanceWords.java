package jp.madoguchi.forms.reading;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import jp.madoguchi.forms.RowId;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.answer.Answers;
import jp.madoguchi.forms.answer.Row;
import jp.madoguchi.forms.definition.ChildAllowance;
import jp.madoguchi.forms.japanese.Era;

/**
 * What the child allowance (児童手当) comes to by the answers, in the month in which it begins. The amounts are those of the law as in
 * force from 1 October 2024 (児童手当法6条1項): yen a month for each child.
 *
 * <p>
 * A child counts until 31 March after reaching 18. Those up to 31 March after reaching 22 whose cost of living the claimant bears
 * count for the order of children, but get nothing (3条1項, 6条). As far as an answer is missing, nothing is said.
 */
final class AllowanceWords {

    static final String AMOUNT = "allowance-amount";
    static final String START = "allowance-start";

    private static final BigDecimal UNDER_THREE = BigDecimal.valueOf(15_000);
    private static final BigDecimal OLDER = BigDecimal.valueOf(10_000);
    private static final BigDecimal THIRD_AND_FURTHER = BigDecimal.valueOf(30_000);
    /** A claim so many days after the event is paid as if it had been made in the month of the event (8条3項). */
    private static final int DAYS_OF_GRACE = 15;

    private final Map<RowId, BigDecimal> amounts;
    private final Optional<YearMonth> start;

    private AllowanceWords(Map<RowId, BigDecimal> amounts, Optional<YearMonth> start) {
        this.amounts = amounts;
        this.start = start;
    }

    static final AllowanceWords NONE = new AllowanceWords(Map.of(), Optional.empty());

    /**
     * @param claimed the day the claim arrived, in the city's time zone
     * @param isOpen whether the city's offices are open on a day (地方自治法4条の2第4項)
     */
    static AllowanceWords of(ChildAllowance rule, Answers answers, LocalDate claimed, Predicate<LocalDate> isOpen) {
        var rows = answers.get(rule.children(), Answer.Rows.class).map(Answer.Rows::rows).orElse(List.of());
        var since = answers.get(rule.since(), Answer.Date.class).map(Answer.Date::value)
                .or(() -> youngestBirth(rule, rows));
        var start = since.map(event -> start(event, claimed, isOpen));
        return new AllowanceWords(start.map(month -> amounts(rule, rows, month)).orElse(Map.of()), start);
    }

    /** The birth that a claim without another event is made for. */
    private static Optional<LocalDate> youngestBirth(ChildAllowance rule, List<Row> rows) {
        return rows.stream().flatMap(row -> row.answers().get(rule.birth(), Answer.Date.class).stream())
                .map(Answer.Date::value).max(Comparator.naturalOrder());
    }

    /** Empty where it cannot be said. */
    String word(String mark, Optional<RowId> row) {
        return mark.equals(START)
                ? start.map(month -> Era.yearOf(month.atEndOfMonth()) + month.getMonthValue() + "月").orElse("")
                : row.map(amounts::get).map(yen -> NumberFormat.getInstance(Locale.JAPAN).format(yen) + "円").orElse("");
    }

    private static YearMonth start(LocalDate event, LocalDate claimed, Predicate<LocalDate> isOpen) {
        var last = event.plusDays(DAYS_OF_GRACE);
        for (int i = 0; i < 31 && !isOpen.test(last); i++) {
            last = last.plusDays(1);
        }
        boolean inTime = !claimed.isBefore(event) && !claimed.isAfter(last);
        return YearMonth.from(inTime ? event : claimed).plusMonths(1);
    }

    private record Child(RowId row, LocalDate birth, boolean paid) {}

    /** Nothing at all where one of the children cannot be placed, because the others' order hangs on it. */
    private static Map<RowId, BigDecimal> amounts(ChildAllowance rule, List<Row> rows, YearMonth month) {
        var counted = new ArrayList<Child>();
        for (var row : rows) {
            var birth = row.answers().get(rule.birth(), Answer.Date.class).map(Answer.Date::value).orElse(null);
            if (birth == null) {
                return Map.of();
            }
            if (!isOver(birth, 18, month)) {
                counted.add(new Child(row.id(), birth, true));
            } else if (!isOver(birth, 22, month)) {
                var supported = row.answers().get(rule.supported(), Answer.YesNo.class).orElse(null);
                if (supported == null) {
                    return Map.of();
                }
                if (supported.value()) {
                    counted.add(new Child(row.id(), birth, false));
                }
            }
        }
        counted.sort(Comparator.comparing(Child::birth));
        var amounts = new HashMap<RowId, BigDecimal>();
        for (int i = 0; i < counted.size(); i++) {
            var child = counted.get(i);
            if (child.paid()) {
                amounts.put(child.row(), i >= 2
                        ? THIRD_AND_FURTHER
                        : isUnderThree(child.birth(), month)
                                ? UNDER_THREE
                                : OLDER);
            }
        }
        return Map.copyOf(amounts);
    }

    /** Whether 31 March after the child reached an age has passed when the month begins; an age is reached on the day before the birthday (年齢計算法). */
    private static boolean isOver(LocalDate birth, int age, YearMonth month) {
        var reached = reaches(birth, age);
        var last = LocalDate.of(reached.getYear() + (reached.getMonthValue() > Month.MARCH.getValue() ? 1 : 0),
                Month.MARCH, 31);
        return month.atDay(1).isAfter(last);
    }

    /** Through the month in which the child reaches three; who was born on the first of a month reaches it the month before. */
    private static boolean isUnderThree(LocalDate birth, YearMonth month) {
        return !month.isAfter(YearMonth.from(reaches(birth, 3)));
    }

    private static LocalDate reaches(LocalDate birth, int age) {
        // Who was born on 29 February reaches an age at the end of 28 February in any year (民法143条2項).
        return birth.getMonth() == Month.FEBRUARY && birth.getDayOfMonth() == 29
                ? LocalDate.of(birth.getYear() + age, Month.FEBRUARY, 28)
                : birth.plusYears(age).minusDays(1);
    }
}
