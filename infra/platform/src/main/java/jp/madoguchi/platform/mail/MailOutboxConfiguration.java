package jp.madoguchi.platform.mail;

import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;

/**
 * Import to have a {@link MailOutbox} as well; the app's Flyway locations must hold {@code classpath:db/platform}. Without an
 * {@link InstantSource} bean the system clock is used.
 */
@Configuration(proxyBeanMethods = false)
@Import(MailConfiguration.class)
public class MailOutboxConfiguration {

    @Bean
    MailOutbox mailOutbox(DatabaseClient db, Mailer mailer, MailSettings settings,
            ObjectProvider<InstantSource> clock) {
        return new MailOutbox(db, mailer, settings, clock.getIfAvailable(InstantSource::system));
    }

    @Bean
    MailTidying mailTidying(MailOutbox outbox) {
        return new MailTidying(outbox);
    }
}
