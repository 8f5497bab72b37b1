package jp.madoguchi.backoffice.intake;

import jp.madoguchi.backoffice.office.Area;
import jp.madoguchi.backoffice.office.WayBack;
import jp.madoguchi.platform.queue.r2dbc.MeteredQueue;
import jp.madoguchi.platform.realm.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the administrator looks after what hangs, and after what the papers of offices say. */
@Configuration(proxyBeanMethods = false)
class IntakeArea {

    @Bean
    MeteredQueue parked(RetryQueue retries) {
        return new MeteredQueue("parked", retries::status);
    }

    @Bean
    Area intake() {
        return Area.of(80, "/intake", "連携", Role.ADMIN).firstFor(Role.ADMIN).leadingBack(
                WayBack.toThing("(/intake/papers)/.+", "$1", "窓口の文書の設定に戻る"),
                WayBack.toList("/intake", "連携の状況に戻る"));
    }
}
