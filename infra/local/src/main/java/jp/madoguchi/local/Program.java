package jp.madoguchi.local;

import java.util.List;
import java.util.function.Supplier;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

import jp.madoguchi.backoffice.BackofficeApplication;
import jp.madoguchi.identity.IdentityApplication;
import jp.madoguchi.portal.PortalApplication;

/** The three programs of the house. */
enum Program {
    IDENTITY(IdentityApplication::application), PORTAL(PortalApplication::application), BACKOFFICE(
            BackofficeApplication::application);

    static final List<Program> STOP_ORDER = List.of(BACKOFFICE, PORTAL, IDENTITY);

    @SuppressWarnings("ImmutableEnumChecker") // a constructor reference holds no state
    private final Supplier<SpringApplication> application;

    Program(Supplier<SpringApplication> application) {
        this.application = application;
    }

    ConfigurableApplicationContext run(TownPlan plan) {
        return application.get().run(plan.arguments(this).toArray(String[]::new));
    }
}
