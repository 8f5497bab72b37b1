package jp.madoguchi.platform.calendar;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a city adds to the national calendar.
 *
 * @param closingDays further closed days besides those of the city, ISO dates
 * @param opens when offices open, {@code 08:45} unless set
 * @param closes when offices close, {@code 17:30} unless set
 */
@ConfigurationProperties("madoguchi.calendar")
public record CalendarSettings(@DefaultValue Set<LocalDate> closingDays, @DefaultValue("08:45") LocalTime opens,
        @DefaultValue("17:30") LocalTime closes) {}
