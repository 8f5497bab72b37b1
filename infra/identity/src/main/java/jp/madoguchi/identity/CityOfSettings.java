package jp.madoguchi.identity;

import java.util.concurrent.TimeUnit;

import jp.madoguchi.forms.city.City;
import jp.madoguchi.forms.city.CityInForce;
import jp.madoguchi.platform.city.CitySettings;
import jp.madoguchi.platform.pagekit.Contacts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Puts the city of the settings in force: at the start, and again when its file has changed. This program shares no database with
 * those that keep the city; operators give it the file that the back office writes out.
 */
@Component
class CityOfSettings {

    private static final Logger LOG = LoggerFactory.getLogger(CityOfSettings.class);

    private final CitySettings settings;
    private final Contacts contacts;

    /** @throws jp.madoguchi.forms.source.InvalidFile where the file is none of a city */
    CityOfSettings(CitySettings settings, Contacts contacts) {
        this.settings = settings;
        this.contacts = contacts;
        CityInForce.put(settings.first(contacts));
    }

    /** A file that cannot be read changes nothing. */
    @Scheduled(initialDelay = 60, fixedDelay = 60, timeUnit = TimeUnit.SECONDS)
    void look() {
        try {
            var city = settings.first(contacts);
            if (!city.equals(City.inForce())) {
                CityInForce.put(city);
                LOG.info("{} is in force as its file says now", city.name());
            }
        } catch (RuntimeException unreadable) {
            LOG.warn("the city file could not be read, so {} stays in force as it was: {}", City.inForce().name(),
                    unreadable.toString());
        }
    }
}
