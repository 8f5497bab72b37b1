package jp.madoguchi.backoffice.audit.web;

import jp.madoguchi.backoffice.office.Area;
import jp.madoguchi.backoffice.office.WayBack;
import jp.madoguchi.platform.realm.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where records are checked, and who does. */
@Configuration(proxyBeanMethods = false)
class AuditArea {

    @Bean
    Area audit() {
        return Area.of(60, "/audit", "監査", Role.AUDITOR).firstFor(Role.AUDITOR)
                .makingCostlyPages().leadingBack(WayBack.toList("/audit", "監査に戻る"));
    }
}
