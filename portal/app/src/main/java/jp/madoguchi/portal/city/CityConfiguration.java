package jp.madoguchi.portal.city;

import jp.madoguchi.platform.city.CitySettings;
import jp.madoguchi.platform.city.CityStart;
import jp.madoguchi.platform.city.CityWatch;
import jp.madoguchi.platform.pagekit.Contacts;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/** Puts the city in force that the back office told last; until it tells one, the one of the settings. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({CitySettings.class, Contacts.class})
class CityConfiguration {

    @Bean
    CityStart cityStart(ToldCity told, CitySettings settings, Contacts contacts) {
        return new CityStart(told.newest().switchIfEmpty(Mono.fromSupplier(() -> settings.first(contacts))));
    }

    @Bean
    CityWatch cityWatch(ToldCity told) {
        return new CityWatch(told.changed(), told.newest());
    }
}
