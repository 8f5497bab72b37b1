package jp.madoguchi.backoffice;

import jp.madoguchi.platform.migration.Migration;
import jp.madoguchi.platform.calendar.CalendarConfiguration;
import jp.madoguchi.platform.connection.ConnectionConfiguration;
import jp.madoguchi.platform.input.webflux.InputConfiguration;
import jp.madoguchi.platform.monitoring.webflux.MonitoringConfiguration;
import jp.madoguchi.platform.once.OnceConfiguration;
import jp.madoguchi.platform.pagekit.webflux.PagekitConfiguration;
import jp.madoguchi.platform.pdf.PdfConfiguration;
import jp.madoguchi.platform.problem.webflux.ProblemConfiguration;
import jp.madoguchi.platform.queue.r2dbc.QueueMetersConfiguration;
import jp.madoguchi.platform.security.SecurityPartsConfiguration;
import jp.madoguchi.platform.signal.SignalConfiguration;
import jp.madoguchi.platform.session.SessionConfiguration;
import jp.madoguchi.platform.store.StoreConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;

/** The back office: casework, authoring, insight and reform for the city's staff. Stands inside the city's network. */
@SpringBootApplication(proxyBeanMethods = false)
@Import({MonitoringConfiguration.class, QueueMetersConfiguration.class, PagekitConfiguration.class,
        OnceConfiguration.class, InputConfiguration.class,
        ProblemConfiguration.class,
        SecurityPartsConfiguration.class,
        SessionConfiguration.class, ConnectionConfiguration.class, StoreConfiguration.class,
        CalendarConfiguration.class, SignalConfiguration.class, PdfConfiguration.class})
public class BackofficeApplication {

    /** The program, ready to run with further arguments; it reads {@code backoffice.yml}, not {@code application.yml}. */
    public static SpringApplication application() {
        return new SpringApplicationBuilder(BackofficeApplication.class).web(WebApplicationType.REACTIVE)
                .properties("spring.config.name=backoffice").build();
    }

    public static void main(String[] args) {
        if (Migration.isAskedFor(args)) {
            Migration.run("backoffice", args);
        } else {
            var application = application();
            application.addListeners(NeededSettings.all());
            application.run(args);
        }
    }
}
