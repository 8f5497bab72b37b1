package jp.madoguchi.platform.outbox;

import jp.madoguchi.platform.mail.MailSettings;
import jp.madoguchi.platform.mail.Mailer;
import jp.madoguchi.platform.mail.MailConfiguration;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Import to have a {@link MailOutbox} as well; the app's Flyway locations must hold {@code classpath:db/platform}. Without an
 * {@link InstantSource} bean the system clock is used.
 */
@Configuration(proxyBeanMethods = false)
@Import(MailConfiguration.class)
public class MailOutboxConfiguration {

    @Bean(destroyMethod = "dispose")
    Scheduler mailScheduler() {
        return Schedulers.newBoundedElastic(4, 10_000, "mail");
    }

    @Bean
    MailOutbox mailOutbox(DatabaseClient db, Mailer mailer, MailSettings settings,
            ObjectProvider<InstantSource> clock, Scheduler mailScheduler) {
        return new MailOutbox(db, mailer, settings, clock.getIfAvailable(InstantSource::system), mailScheduler);
    }

    @Bean
    MailTidying mailTidying(MailOutbox outbox) {
        return new MailTidying(outbox);
    }
}
