package jp.madoguchi.backoffice.city.web;

import jp.madoguchi.backoffice.office.Area;
import jp.madoguchi.backoffice.office.WayBack;
import jp.madoguchi.platform.realm.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the city is seen and changed, by administrators. */
@Configuration(proxyBeanMethods = false)
class CityArea {

    @Bean
    Area city() {
        return Area.of(90, "/city", "市の設定", Role.ADMIN).leadingBack(WayBack.toList("/city", "市の設定に戻る"));
    }
}
