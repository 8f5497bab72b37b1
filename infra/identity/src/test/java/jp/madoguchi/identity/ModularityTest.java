package jp.madoguchi.identity;

import com.tngtech.archunit.core.domain.JavaClass;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** Every room calls the rooms that its package declares and no other. The compiled templates know every page's model and are no room. */
class ModularityTest {

    @Test
    void roomsCallWhomTheyDeclare() {
        ApplicationModules.of(IdentityApplication.class,
                JavaClass.Predicates.resideInAPackage("jp.madoguchi.identity.pages..")).verify();
    }
}
