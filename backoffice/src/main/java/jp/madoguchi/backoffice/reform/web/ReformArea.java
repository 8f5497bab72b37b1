package jp.madoguchi.backoffice.reform.web;

import jp.madoguchi.backoffice.office.Area;
import jp.madoguchi.backoffice.office.WayBack;
import jp.madoguchi.platform.realm.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the register of procedures stands, and who reads it; only the reform team changes it. */
@Configuration(proxyBeanMethods = false)
class ReformArea {

    @Bean
    Area reform() {
        return Area.of(50, "/reform", "業務改革", Role.REFORM, Role.APPROVER, Role.DESIGNER).shownOnlyTo(Role.REFORM)
                .makingCostlyPages().leadingBack(
                        WayBack.toThing("(/reform/entries/.+)", "$1", "この手続に戻る", "no-such-entry"),
                        WayBack.toThing("(/reform/import)/.+", "$1", "CSV の取込みに戻る"),
                        WayBack.toList("/reform", "手続台帳に戻る"));
    }
}
