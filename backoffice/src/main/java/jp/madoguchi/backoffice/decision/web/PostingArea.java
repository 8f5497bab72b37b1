package jp.madoguchi.backoffice.decision.web;

import jp.madoguchi.backoffice.office.Area;
import jp.madoguchi.backoffice.office.WayBack;
import jp.madoguchi.platform.realm.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the notices for the post stand, and who posts them. */
@Configuration(proxyBeanMethods = false)
class PostingArea {

    @Bean
    Area posting() {
        return Area.of(20, "/posting", "郵送", Role.CLERK, Role.APPROVER)
                .leadingBack(WayBack.toList("/posting", "郵送する通知に戻る"));
    }
}
