package jp.madoguchi.platform.calendar;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Import to have the city's calendar as beans. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CalendarSettings.class)
public class CalendarConfiguration {

    @Bean
    BusinessCalendar businessCalendar(CalendarSettings settings) {
        return new BusinessCalendar(NationalHolidays.bundled(), settings.closingDays(),
                new OfficeHours(settings.opens(), settings.closes()));
    }

    @Bean
    Deadline deadline(BusinessCalendar calendar) {
        return new Deadline(calendar);
    }
}
