package jp.madoguchi.backoffice.casework.web;

import jp.madoguchi.backoffice.office.Area;
import jp.madoguchi.backoffice.office.WayBack;
import jp.madoguchi.platform.realm.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where cases stand, and who sees any. What somebody may do with one is asked in casework's Rights. */
@Configuration(proxyBeanMethods = false)
class CaseArea {

    @Bean
    Area cases() {
        return Area.unlisted("/cases", Role.CLERK, Role.APPROVER, Role.AUDITOR).leadingBack(
                WayBack.toThing("(/cases/[0-9a-f-]{36})/.+", "$1", "案件に戻る", "case-not-found"),
                WayBack.toList("/queue/back", "案件の一覧に戻る", Role.CLERK, Role.APPROVER),
                WayBack.toList("/search", "案件をさがす"));
    }
}
