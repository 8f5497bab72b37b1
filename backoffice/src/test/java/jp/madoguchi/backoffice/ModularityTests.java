package jp.madoguchi.backoffice;

import com.tngtech.archunit.core.domain.JavaClass;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** Who may call whom: rooms without circles. The compiled templates know every room's views and are no room. */
class ModularityTests {

    @Test
    void roomsHaveNoCircles() {
        ApplicationModules.of(BackofficeApplication.class,
                JavaClass.Predicates.resideInAPackage("jp.madoguchi.backoffice.pages..")).verify();
    }
}
