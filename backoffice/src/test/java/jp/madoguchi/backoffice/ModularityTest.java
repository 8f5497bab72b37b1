package jp.madoguchi.backoffice;

import com.tngtech.archunit.core.domain.JavaClass;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** Every room calls the rooms that its package declares and no other. The compiled templates know every room's views and are no room. */
class ModularityTest {

    @Test
    void roomsCallWhomTheyDeclare() {
        ApplicationModules.of(BackofficeApplication.class,
                JavaClass.Predicates.resideInAPackage("jp.madoguchi.backoffice.pages..")).verify();
    }
}
