package jp.madoguchi.platform.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class CalendarPropertyTest {

    private final BusinessCalendar calendar = BusinessCalendar.standard();
    private final Deadline deadline = new Deadline(calendar);

    @Property(tries = 300)
    void addingThenCountingGivesTheSameNumber(@ForAll("days") LocalDate day,
            @ForAll @IntRange(min = 1, max = 60) int n) {
        assertThat(calendar.businessDaysBetween(day, calendar.plusBusinessDays(day, n))).isEqualTo(n);
    }

    @Property(tries = 300)
    void aDeadlineIsAnOpenDayAndNeverEarlierThanTheTerm(@ForAll("days") LocalDate day,
            @ForAll @IntRange(min = 0, max = 120) int n) {
        LocalDate last = deadline.lastDay(day, Term.days(n));

        assertThat(calendar.isBusinessDay(last)).isTrue();
        assertThat(last).isBetween(day.plusDays(n), day.plusDays(n + 12L));
    }

    @Property(tries = 200)
    void businessTimeAddsUp(@ForAll("instants") Instant a, @ForAll("instants") Instant b,
            @ForAll("instants") Instant c) {
        Instant[] sorted = java.util.stream.Stream.of(a, b, c).sorted().toArray(Instant[]::new);
        Duration whole = calendar.businessTime(sorted[0], sorted[2]);

        assertThat(calendar.businessTime(sorted[0], sorted[1]).plus(calendar.businessTime(sorted[1], sorted[2])))
                .isEqualTo(whole);
        assertThat(whole).isLessThanOrEqualTo(Duration.between(sorted[0], sorted[2]));
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.longs()
                .between(LocalDate.of(1990, 1, 1).toEpochDay(), LocalDate.of(2049, 1, 1).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    @Provide
    Arbitrary<Instant> instants() {
        long from = Instant.parse("2026-01-01T00:00:00Z").getEpochSecond();
        return Arbitraries.longs().between(from, from + Duration.ofDays(200).toSeconds()).map(Instant::ofEpochSecond);
    }
}
