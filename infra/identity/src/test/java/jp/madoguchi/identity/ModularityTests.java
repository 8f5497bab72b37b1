package jp.madoguchi.identity;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

    @Test
    void packagesDependOnEachOtherOneWay() {
        ApplicationModules.of(IdentityApplication.class).verify();
    }
}
