package jp.madoguchi.platform.mail;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Import to have a {@link Mailer}; needs {@code spring.mail.host}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailSettings.class)
public class MailConfiguration {

    @Bean(destroyMethod = "dispose")
    Scheduler mailScheduler() {
        return Schedulers.newBoundedElastic(4, 10_000, "mail");
    }

    @Bean
    Mailer mailer(JavaMailSender sender, MailSettings settings, Scheduler mailScheduler) {
        return new Mailer(sender, settings, mailScheduler);
    }
}
