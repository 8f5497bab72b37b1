package jp.madoguchi.backoffice.authoring.web;

import jp.madoguchi.backoffice.office.Area;
import jp.madoguchi.backoffice.office.WayBack;
import jp.madoguchi.platform.realm.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where procedures are published, and who does. */
@Configuration(proxyBeanMethods = false)
class ProcedureArea {

    @Bean
    Area procedures() {
        return Area.of(30, "/procedures", "手続", Role.DESIGNER, Role.ADMIN).firstFor(Role.DESIGNER).makingCostlyPages()
                .leadingBack(
                        WayBack.toThing("(/procedures/file/[0-9a-f-]{36})(/.*)?", "$1", "このファイルの確認に戻る", "no-such-file"),
                        WayBack.toThing("(/procedures/file)/.+", "$1", "ファイルから公開する画面に戻る"),
                        WayBack.toThing("(/procedures/(?!file/)[a-z0-9-]+)/.+", "$1/history", "手続の版と受付に戻る",
                                "no-such-procedure"),
                        WayBack.toList("/procedures", "手続の一覧に戻る"));
    }
}
