package jp.madoguchi.portal;

import com.tngtech.archunit.core.domain.JavaClass;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** Who may call whom. The compiled templates are left out: they look into every room by their nature. */
class ModularityTest {

    @Test
    void roomsKeepTheirDoors() {
        ApplicationModules.of(PortalApplication.class,
                JavaClass.Predicates.resideInAPackage("jp.madoguchi.portal.pages..")).verify();
    }
}
