package jp.madoguchi.portal;

import java.time.InstantSource;
import jp.madoguchi.platform.migration.Migration;

import jp.madoguchi.platform.calendar.CalendarConfiguration;
import jp.madoguchi.platform.connection.ConnectionConfiguration;
import jp.madoguchi.platform.outbox.MailOutboxConfiguration;
import jp.madoguchi.platform.input.webflux.InputConfiguration;
import jp.madoguchi.platform.monitoring.webflux.MonitoringConfiguration;
import jp.madoguchi.platform.once.OnceConfiguration;
import jp.madoguchi.platform.pagekit.webflux.PagekitConfiguration;
import jp.madoguchi.platform.pdf.PdfConfiguration;
import jp.madoguchi.platform.problem.webflux.ProblemConfiguration;
import jp.madoguchi.platform.queue.r2dbc.QueueMetersConfiguration;
import jp.madoguchi.platform.security.SecurityPartsConfiguration;
import jp.madoguchi.platform.session.SessionConfiguration;
import jp.madoguchi.platform.signal.SignalConfiguration;
import jp.madoguchi.platform.store.StoreConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The residents' portal. Stands in the Internet zone and starts no connection inward. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
@Import({MonitoringConfiguration.class, QueueMetersConfiguration.class, PagekitConfiguration.class,
        OnceConfiguration.class, InputConfiguration.class,
        ProblemConfiguration.class,
        SecurityPartsConfiguration.class,
        SessionConfiguration.class, ConnectionConfiguration.class, StoreConfiguration.class,
        CalendarConfiguration.class,
        MailOutboxConfiguration.class, SignalConfiguration.class,
        PdfConfiguration.class})
public class PortalApplication {

    /** The program, ready to run with further arguments; it reads {@code portal.yml}, not {@code application.yml}. */
    public static SpringApplication application() {
        return new SpringApplicationBuilder(PortalApplication.class).web(WebApplicationType.REACTIVE)
                .properties("spring.config.name=portal").build();
    }

    public static void main(String[] args) {
        if (Migration.isAskedFor(args)) {
            Migration.run("portal", args);
        } else {
            var application = application();
            application.addListeners(NeededSettings.all());
            application.run(args);
        }
    }

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }
}
