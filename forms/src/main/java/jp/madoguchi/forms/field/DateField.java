package jp.madoguchi.forms.field;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.definition.DateLimit;
import jp.madoguchi.forms.definition.QuestionKind;
import jp.madoguchi.forms.japanese.Era;

import org.jspecify.annotations.Nullable;

record DateField(QuestionKind.Date kind) implements Field {

    private static final LocalDate FIRST = LocalDate.of(1868, 1, 25);

    @Override
    public List<String> parts() {
        return List.of("era", "year", "month", "day");
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
        var day = CalendarParts.number(typed, "day", 31, flaws);
        if (year == null || month == null || day == null) {
            return null;
        }
        int western = year.western();
        int last = java.time.YearMonth.of(western, month).lengthOfMonth();
        if (day > last) {
            flaws.add("day", "no-such-day", "「{0}」の日を確かめてください。%s%d月は%d日までです。".formatted(year.words(), month, last),
                    "Please check the day of “{0}”. That month has %d days.".formatted(last));
            return null;
        }
        var date = LocalDate.of(western, month, day);
        var era = year.era();
        if (era != null && !era.contains(date)) {
            CalendarParts.outsideOfEra(era, date, flaws);
            return null;
        }
        return new Answer.Date(date);
    }

    @Override
    public void check(Answer answer, Flaws flaws) {
        if (!(answer instanceof Answer.Date(LocalDate date))) {
            Shapes.wrong(flaws);
            return;
        }
        var earliest = bound(kind.earliest(), FIRST, flaws.today());
        var latest = bound(kind.latest(), flaws.today().plusYears(100), flaws.today());
        if (date.isBefore(earliest)) {
            flaws.add("year", "too-early",
                    "「{0}」は%s（%d年）以降の日付を入力してください。".formatted(Era.format(earliest), earliest.getYear()),
                    "Please enter a date on or after %s for “{0}”.".formatted(earliest));
        }
        if (date.isAfter(latest)) {
            var ja = latest.equals(flaws.today()) ? "今日" : Era.format(latest) + "（" + latest.getYear() + "年）";
            var en = latest.equals(flaws.today()) ? "today" : latest.toString();
            flaws.add("year", "too-late", "「{0}」は" + ja + "までの日付を入力してください。",
                    "Please enter a date on or before " + en + " for “{0}”.");
        }
    }

    @Override
    public Typed print(Answer answer) {
        return answer instanceof Answer.Date(LocalDate date)
                ? CalendarParts.print(date.getYear(), date.getMonthValue(), date.getDayOfMonth())
                : Typed.NOTHING;
    }

    private static LocalDate bound(DateLimit limit, LocalDate open, LocalDate today) {
        return switch (limit) {
            case DateLimit.Open _ -> open;
            case DateLimit.Fixed(LocalDate date) -> date;
            case DateLimit.FromToday(java.time.Period period) -> today.plus(period);
        };
    }
}
