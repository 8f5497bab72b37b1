package jp.madoguchi.platform.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.Year;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jp.madoguchi.platform.csv.CsvText;

/**
 * National holidays of Japan (国民の祝日に関する法律), substitute and sandwiched holidays included, as a table: the equinox days are
 * announced each February for the next year, so no formula is the law. Years still to be announced are forecasts.
 */
public final class NationalHolidays {

    private static final NationalHolidays BUNDLED = read("holidays-ja.csv");

    private final NavigableMap<LocalDate, String> byDate;

    private NationalHolidays(NavigableMap<LocalDate, String> byDate) {
        this.byDate = Collections.unmodifiableNavigableMap(byDate);
    }

    /** The table that comes with the program, 1970 to 2050. */
    public static NationalHolidays bundled() {
        return BUNDLED;
    }

    /** The name of the holiday on this day, if it is one. */
    public Optional<String> name(LocalDate day) {
        return Optional.ofNullable(byDate.get(day));
    }

    /** First year the table knows. */
    public Year firstYear() {
        return Year.from(byDate.firstKey());
    }

    /** Last year the table knows. */
    public Year lastYear() {
        return Year.from(byDate.lastKey());
    }

    private static NationalHolidays read(String resource) {
        try (InputStream in = NationalHolidays.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("holiday table missing from the program: " + resource);
            }
            Map<LocalDate, String> rows = CsvText.lines(CsvText.decode(in.readAllBytes())).stream().skip(1)
                    .collect(Collectors.toMap(line -> LocalDate.parse(line.cells().get(0)),
                            line -> line.cells().get(1)));
            return new NationalHolidays(new TreeMap<>(rows));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
