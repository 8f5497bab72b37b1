package jp.madoguchi.forms.field;

import java.time.YearMonth;
import java.util.List;
import java.util.Set;

import jp.madoguchi.forms.MessageKey;
import jp.madoguchi.forms.answer.Answer;

import org.jspecify.annotations.Nullable;

/** A month of a year, in western or era years. */
record MonthField() implements QuestionField {

    enum Message implements MessageKey {
        YEAR
    }

    @Override
    public KindName name() {
        return KindName.MONTH;
    }

    @Override
    public Control control() {
        return new Control.Month();
    }

    @Override
    public boolean takesText() {
        return false;
    }

    @Override
    public Compared comparedAs() {
        return Compared.DAY;
    }

    @Override
    public List<String> parts() {
        return List.of("era", "year", "month");
    }

    @Override
    public Set<String> preset() {
        return Set.of("era");
    }

    @Override
    public String firstPart() {
        return "year";
    }

    @Override
    public @Nullable Answer read(Typed posted, Flaws flaws) {
        var typed = CalendarParts.spread(posted);
        var year = CalendarParts.year(typed, flaws);
        var month = CalendarParts.number(typed, "month", 12, flaws);
        if (year == null || month == null) {
            return null;
        }
        var value = YearMonth.of(year.western(), month);
        var era = year.era();
        // A month belongs to an era of which it has at least one day: 昭和64年1月 and 平成元年1月 are the same month.
        if (era != null && !era.contains(value.atDay(1)) && !era.contains(value.atEndOfMonth())) {
            CalendarParts.outsideOfEra(era, value.atDay(1), flaws);
            return null;
        }
        return new Answer.Month(value);
    }

    @Override
    public void check(Answer answer, Flaws flaws) {
        if (!(answer instanceof Answer.Month(YearMonth value))) {
            AnyField.wrong(flaws);
        } else if (value.getYear() < 1868 || value.getYear() > flaws.today().getYear() + 100) {
            flaws.add("year", "year", Message.YEAR);
        }
    }

    @Override
    public Typed print(Answer answer) {
        return answer instanceof Answer.Month(YearMonth value)
                ? CalendarParts.print(value.getYear(), value.getMonthValue(), null)
                : Typed.NOTHING;
    }
}
