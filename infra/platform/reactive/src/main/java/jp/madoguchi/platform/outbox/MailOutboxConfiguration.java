package jp.madoguchi.platform.outbox;

import java.time.Duration;

import jp.madoguchi.platform.mail.MailSettings;
import jp.madoguchi.platform.trace.Tracing;
import jp.madoguchi.platform.mail.Mailer;
import jp.madoguchi.platform.mail.MailConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import jp.madoguchi.platform.queue.r2dbc.MeteredQueue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Import to have a {@link MailOutbox} as well; the app's Flyway locations must hold {@code classpath:db/platform}.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BounceSettings.class)
@Import(MailConfiguration.class)
public class MailOutboxConfiguration {

    @Bean(destroyMethod = "dispose")
    Scheduler mailScheduler() {
        return Schedulers.newBoundedElastic(4, 10_000, "mail");
    }

    @Bean
    MailOutbox mailOutbox(DatabaseClient db, Mailer mailer, MailSettings settings, BounceSettings bounces,
            Scheduler mailScheduler, Tracing tracing) {
        return new MailOutbox(db, mailer, settings, mailScheduler,
                bounces.host().isEmpty() ? Duration.ZERO : bounces.textKept(), tracing);
    }

    @Bean
    MeteredQueue mailQueue(MailOutbox outbox) {
        return new MeteredQueue("mail", outbox::status);
    }

    @Bean
    MailTidying mailTidying(MailOutbox outbox) {
        return new MailTidying(outbox);
    }

    /** Only where a mailbox is named. */
    @Bean
    @ConditionalOnProperty("madoguchi.mail.bounces.host")
    BounceReader bounceReader(DatabaseClient db, BounceSettings settings, Scheduler mailScheduler) {
        return new BounceReader(db, new BounceMailbox(settings), settings, mailScheduler);
    }
}
