package jp.madoguchi.identity;

import jp.madoguchi.platform.pagekit.Contacts;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * The authorization server. It is a servlet program (Spring Authorization Server must be); the reactive parts that the
 * platform brings along for the other apps stay asleep.
 */
@SpringBootApplication(excludeName = {"org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration",
        "org.springframework.boot.r2dbc.autoconfigure.R2dbcInitializationAutoConfiguration",
        "org.springframework.boot.r2dbc.autoconfigure.R2dbcProxyAutoConfiguration",
        "org.springframework.boot.r2dbc.autoconfigure.R2dbcTransactionManagerAutoConfiguration",
        "org.springframework.boot.r2dbc.autoconfigure.health.ConnectionFactoryHealthContributorAutoConfiguration",
        "org.springframework.boot.r2dbc.autoconfigure.metrics.ConnectionPoolMetricsAutoConfiguration",
        "org.springframework.boot.r2dbc.autoconfigure.observation.R2dbcObservationAutoConfiguration",
        "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration"})
@EnableConfigurationProperties({IdentitySettings.class, Contacts.class})
@EnableScheduling
public class IdentityApplication {

    public static void main(String[] args) {
        application().run(args);
    }

    /** The program, ready to run with further arguments; it reads {@code identity.yml}, not {@code application.yml}. */
    public static SpringApplication application() {
        Carriers.suffice();
        SpringApplication application = new SpringApplication(IdentityApplication.class);
        application.setWebApplicationType(WebApplicationType.SERVLET);
        application.setDefaultProperties(Map.of("spring.config.name", "identity"));
        return application;
    }

    @Bean
    Clock clock() {
        return Clock.system(ZoneId.of("Asia/Tokyo"));
    }
}
