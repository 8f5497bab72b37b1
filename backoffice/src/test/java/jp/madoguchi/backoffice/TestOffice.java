package jp.madoguchi.backoffice;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jp.madoguchi.backoffice.office.Staff;
import jp.madoguchi.backoffice.portal.FakePortal;
import jp.madoguchi.forms.catalogue.SampleCatalogue;
import jp.madoguchi.platform.realm.Role;
import jp.madoguchi.platform.security.StaffMember;
import jp.madoguchi.testkit.Database;
import jp.madoguchi.testkit.ObjectStoreServer;
import jp.madoguchi.testkit.Postgres;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.web.server.context.WebSessionServerSecurityContextRepository;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.server.WebFilter;

/** A running back office on real PostgreSQL and S3 with a portal at its border, and people to sign in as. */
public final class TestOffice implements AutoCloseable {

    /** Opens the meters. */
    public static final String MANAGEMENT_TOKEN = "management-token-of-tests";

    /** Cookie by which a test says who sits at the screen, in place of the sign-in. */
    public static final String WHO = "TEST_STAFF";

    public static final StaffMember CLERK1 = member(1, "chuo-clerk1", "中央 一郎", "chuo", "中央区役所", Role.CLERK);
    public static final StaffMember CLERK2 = member(2, "chuo-clerk2", "中央 二子", "chuo", "中央区役所", Role.CLERK);
    public static final StaffMember CHIEF = member(3, "chuo-chief", "中央 課長", "chuo", "中央区役所", Role.APPROVER);
    public static final StaffMember NADA = member(4, "nada-clerk1", "灘 一郎", "nada", "灘区役所", Role.CLERK);
    public static final StaffMember CENTER = member(5, "center-clerk", "事務 花", "center", "行政事務センター", Role.CLERK);
    public static final StaffMember AUDITOR = member(6, "auditor", "監査 誠", "gyomukaikaku", "業務改革課", Role.AUDITOR);
    public static final StaffMember ADMIN = member(7, "admin", "管理 守", "gyomukaikaku", "業務改革課", Role.ADMIN);
    public static final StaffMember REFORM = member(8, "reform", "改革 進", "gyomukaikaku", "業務改革課", Role.REFORM);
    public static final StaffMember DESIGNER = member(9, "designer", "設計 五月", "kodomo", "こども家庭局", Role.DESIGNER);
    private static final List<StaffMember> ALL = List.of(CLERK1, CLERK2, CHIEF, NADA, CENTER, AUDITOR, ADMIN, REFORM,
            DESIGNER);

    private final FakePortal portal;
    private final Database database;
    private final List<String> settings;
    private final ApplicationContextInitializer<GenericApplicationContext> given;
    private ConfigurableApplicationContext context;

    private TestOffice(FakePortal portal, Database database, List<String> settings,
            ApplicationContextInitializer<GenericApplicationContext> given) {
        this.portal = portal;
        this.database = database;
        this.settings = settings;
        this.given = given;
        this.context = run();
    }

    /** Everything fresh: a database of its own, an empty portal. */
    public static TestOffice open(String... more) {
        return open(context -> {}, more);
    }

    /** An office that goes by this clock. */
    static TestOffice openAt(InstantSource clock, String... more) {
        return open(context -> context.registerBean("clockOfTheTest", InstantSource.class, () -> clock,
                bean -> bean.setPrimary(true)), more);
    }

    private static TestOffice open(ApplicationContextInitializer<GenericApplicationContext> given, String... more) {
        var portal = FakePortal.start();
        var database = Postgres.freshDatabase();
        var settings = new ArrayList<String>(List.of("server.port=0", "management.server.port=0",
                "madoguchi.management.token=" + MANAGEMENT_TOKEN, "madoguchi.portal.base-url=" + portal.address(),
                "madoguchi.identity.issuer=" + portal.address(), "madoguchi.clients.backoffice.secret=secret",
                "madoguchi.clients.exchange.secret=secret", "madoguchi.sample-catalogue=true",
                "spring.r2dbc.pool.max-size=8"));
        database.backoffice().reactiveSettings().forEach((name, value) -> settings.add(name + "=" + value));
        ObjectStoreServer.shared().settings(ObjectStoreServer.BACKOFFICE_BUCKET)
                .forEach((name, value) -> settings.add(name + "=" + value));
        settings.addAll(List.of(more));
        return new TestOffice(portal, database, settings, given);
    }

    private ConfigurableApplicationContext run() {
        return new SpringApplicationBuilder(BackofficeApplication.class, SignedInByCookie.class)
                .web(WebApplicationType.REACTIVE).initializers(given).run(arguments());
    }

    private String[] arguments() {
        var arguments = new ArrayList<String>(List.of("--spring.config.name=backoffice"));
        settings.forEach(setting -> arguments.add("--" + setting));
        return arguments.toArray(String[]::new);
    }

    /** Stops the programme and starts it again on the same data. */
    public void restart() {
        context.close();
        context = run();
    }

    public FakePortal portal() {
        return portal;
    }

    /** Whether every procedure of the sample catalogue has reached the portal. */
    public boolean hasPublishedAll() {
        return portal.published().size() == SampleCatalogue.procedures().size();
    }

    public Database database() {
        return database;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    <T> Collection<T> beans(Class<T> type) {
        return context.getBeansOfType(type).values();
    }

    public String address() {
        return "http://localhost:" + context.getEnvironment().getRequiredProperty("local.server.port");
    }

    /** Where those who run the back office look. */
    String managementAddress() {
        return "http://localhost:" + context.getEnvironment().getRequiredProperty("local.management.port");
    }

    /** A browser without sign-in. */
    public WebTestClient anyone() {
        return WebTestClient.bindToServer().baseUrl(address()).responseTimeout(Duration.ofSeconds(20))
                .defaultHeader("Accept", "text/html").build();
    }

    /** A browser in which this person is signed in. */
    public WebTestClient as(StaffMember member) {
        return anyone().mutate().defaultCookie(WHO, member.staffId()).build();
    }

    @Override
    public void close() {
        context.close();
        portal.close();
        Postgres.drop(database);
    }

    public static Staff staff(StaffMember member) {
        return Staff.of(member);
    }

    private static StaffMember member(int number, String login, String name, String office, String officeName,
            Role... roles) {
        var id = new UUID(0, number);
        var token = new OidcIdToken("token", Instant.EPOCH, Instant.MAX.minusSeconds(1),
                Map.of("sub", id.toString()));
        return new StaffMember(id, login, name, login + "@example.jp", office, officeName, Set.of(roles), token);
    }

    /** In place of the round trip to identity, which has its own tests. */
    @TestConfiguration(proxyBeanMethods = false)
    static class SignedInByCookie {

        @Bean
        @Order(Ordered.HIGHEST_PRECEDENCE + 100)
        WebFilter whoSitsThere() {
            return (exchange, chain) -> {
                var who = exchange.getRequest().getCookies().getFirst(WHO);
                var found = who == null
                        ? null
                        : ALL.stream().filter(member -> member.staffId().equals(who.getValue())).findFirst()
                                .orElse(null);
                if (found == null) {
                    return chain.filter(exchange);
                }
                var login = new OAuth2AuthenticationToken(found, found.getAuthorities(), "identity");
                // Where the sign-in leaves it; a session that knows who sits there is left alone.
                var place = WebSessionServerSecurityContextRepository.DEFAULT_SPRING_SECURITY_CONTEXT_ATTR_NAME;
                return exchange.getSession().doOnNext(session -> {
                    var known = session.<SecurityContext>getAttribute(place);
                    if (known == null || !login.equals(known.getAuthentication())) {
                        session.getAttributes().put(place, new SecurityContextImpl(login));
                    }
                }).then(chain.filter(exchange));
            };
        }
    }
}
