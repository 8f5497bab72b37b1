package jp.madoguchi.backoffice.city;

import jp.madoguchi.platform.city.CitySettings;
import jp.madoguchi.platform.city.CityStart;
import jp.madoguchi.platform.city.CityWatch;
import jp.madoguchi.platform.pagekit.Contacts;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/** Puts the city in force that was kept last; the first start keeps the one of the settings. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({CitySettings.class, Contacts.class})
class CityConfiguration {

    @Bean
    CityStart cityStart(Cities cities, CitySettings settings, Contacts contacts) {
        return new CityStart(Mono.defer(() -> cities.settle(settings.first(contacts))));
    }

    @Bean
    CityWatch cityWatch(Cities cities) {
        return new CityWatch(cities.changed(), cities.newest().map(KeptCity::city));
    }
}
