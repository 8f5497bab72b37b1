package jp.madoguchi.forms.field;

import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;

import jp.madoguchi.forms.MessageKey;
import jp.madoguchi.forms.Localized;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.definition.DateLimit;
import jp.madoguchi.forms.definition.QuestionKind;
import jp.madoguchi.forms.japanese.Era;
import jp.madoguchi.forms.source.Part;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A day, in western or era years. */
record DateField(QuestionKind.Date kind) implements QuestionField {

    enum Message implements MessageKey {
        NO_SUCH_DAY, TOO_EARLY, TOO_LATE, TODAY, DAY
    }

    private static final LocalDate FIRST = LocalDate.of(1868, 1, 25);

    private static final Limit.Maybe<DateLimit> EARLIEST = new Limit.Maybe<>("earliest", DayLimitFormat.SHAPE);
    private static final Limit.Maybe<DateLimit> LATEST = new Limit.Maybe<>("latest", DayLimitFormat.SHAPE);
    private static final Limit.Maybe<Era> ERA = new Limit.Maybe<>("era", Shape.oneOf(Era.class));
    static final List<Limit<?>> LIMITS = List.of(EARLIEST, LATEST, ERA);

    @Override
    public KindName name() {
        return KindName.DATE;
    }

    static QuestionKind define(Part part) {
        return new QuestionKind.Date(EARLIEST.read(part, new DateLimit.Open()), LATEST.read(part, new DateLimit.Open()),
                ERA.read(part));
    }

    @Override
    public void write(ObjectNode limits) {
        DayLimitFormat.write(limits, "earliest", kind.earliest());
        DayLimitFormat.write(limits, "latest", kind.latest());
        var era = kind.era();
        if (era != null) {
            limits.put("era", Part.printed(era));
        }
    }

    @Override
    public Control control() {
        return new Control.Day(kind.era());
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
    public boolean tellsApart() {
        return true;
    }

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
        int last = YearMonth.of(western, month).lengthOfMonth();
        if (day > last) {
            flaws.add("day", "no-such-day", Message.NO_SUCH_DAY, year.words(), month, last);
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
            AnyField.wrong(flaws);
            return;
        }
        var earliest = bound(kind.earliest(), FIRST, flaws.today());
        var latest = bound(kind.latest(), flaws.today().plusYears(100), flaws.today());
        if (date.isBefore(earliest)) {
            flaws.add("year", "too-early", Message.TOO_EARLY, inWords(earliest));
        }
        if (date.isAfter(latest)) {
            flaws.add("year", "too-late", Message.TOO_LATE,
                    latest.equals(flaws.today()) ? Message.TODAY.text() : inWords(latest));
        }
    }

    @Override
    public Typed print(Answer answer) {
        return answer instanceof Answer.Date(LocalDate date)
                ? CalendarParts.print(date.getYear(), date.getMonthValue(), date.getDayOfMonth())
                : Typed.NOTHING;
    }

    private static Localized inWords(LocalDate day) {
        return Message.DAY.text(Era.format(day), day.getYear(), day);
    }

    private static LocalDate bound(DateLimit limit, LocalDate open, LocalDate today) {
        return switch (limit) {
            case DateLimit.Open _ -> open;
            case DateLimit.Fixed(LocalDate date) -> date;
            case DateLimit.FromToday(Period period) -> today.plus(period);
        };
    }
}
