package jp.madoguchi.backoffice.queue.web;

import jp.madoguchi.backoffice.office.Area;
import jp.madoguchi.backoffice.office.WayBack;
import jp.madoguchi.platform.realm.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the lists of cases stand, and who uses them. */
@Configuration(proxyBeanMethods = false)
class QueueArea {

    private static final WayBack LIST = WayBack.toList("/queue/back", "案件の一覧に戻る", Role.CLERK, Role.APPROVER);
    private static final WayBack SEARCH = WayBack.toList("/search", "案件をさがす");

    @Bean
    Area queue() {
        return Area.of(10, "/queue", "案件", Role.CLERK, Role.APPROVER).firstFor(Role.CLERK, Role.APPROVER)
                .leadingBack(LIST, SEARCH);
    }

    /** Whoever has no list is led to the search. */
    @Bean
    Area wayBackToTheQueue() {
        return Area.unlisted("/queue/back");
    }

    @Bean
    Area search() {
        return Area.of(70, "/search", "案件をさがす", Role.CLERK, Role.APPROVER, Role.AUDITOR)
                .shownOnlyTo(Role.AUDITOR).leadingBack(LIST, SEARCH);
    }
}
