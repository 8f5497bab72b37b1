package jp.madoguchi.platform.calendar;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

import jp.madoguchi.forms.city.City;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Import to have the city's calendar as beans. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CalendarSettings.class)
public class CalendarConfiguration {

    @Bean
    BusinessCalendar businessCalendar(CalendarSettings settings) {
        return new BusinessCalendar(NationalHolidays.bundled(), new OfficeHours(settings.opens(), settings.closes()),
                () -> closingDays(settings));
    }

    private static Set<LocalDate> closingDays(CalendarSettings settings) {
        var city = City.inForce().closingDays();
        if (settings.closingDays().isEmpty()) {
            return city;
        }
        var all = new HashSet<>(city);
        all.addAll(settings.closingDays());
        return all;
    }

    @Bean
    Deadline deadline(BusinessCalendar calendar) {
        return new Deadline(calendar);
    }
}
