package jp.madoguchi.portal;

import com.tngtech.archunit.core.domain.JavaClass;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** Every room calls the rooms that its package declares and no other. The compiled templates are left out: they look into every room by their nature. */
class ModularityTest {

    @Test
    void roomsCallWhomTheyDeclare() {
        ApplicationModules.of(PortalApplication.class,
                JavaClass.Predicates.resideInAPackage("jp.madoguchi.portal.pages..")).verify();
    }
}
