package jp.madoguchi.backoffice.insight.dashboard.web;

import jp.madoguchi.backoffice.office.Area;
import jp.madoguchi.backoffice.office.WayBack;
import jp.madoguchi.platform.realm.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the figures stand, and who reads them. */
@Configuration(proxyBeanMethods = false)
class InsightArea {

    @Bean
    Area insight() {
        return Area.of(40, "/insight", "分析", Role.REFORM, Role.APPROVER, Role.DESIGNER).firstFor(Role.REFORM)
                .makingCostlyPages().leadingBack(WayBack.toList("/insight", "分析に戻る"));
    }
}
