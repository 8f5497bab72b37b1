package jp.madoguchi.identity;

import jp.madoguchi.platform.city.CitySettings;
import jp.madoguchi.platform.pagekit.Contacts;
import java.time.InstantSource;
import java.util.Map;
import jp.madoguchi.platform.mail.MailConfiguration;
import jp.madoguchi.platform.migration.Migration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The authorization server: a servlet program, because Spring Authorization Server must be. */
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
@EnableConfigurationProperties({IdentitySettings.class, Contacts.class, CitySettings.class})
@EnableScheduling
@Import(MailConfiguration.class)
public class IdentityApplication {

    public static void main(String[] args) {
        if (Migration.isAskedFor(args)) {
            Migration.run("identity", args);
        } else {
            var application = application();
            application.addListeners(NeededSettings.all());
            application.run(args);
        }
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
    InstantSource clock() {
        return InstantSource.system();
    }
}
