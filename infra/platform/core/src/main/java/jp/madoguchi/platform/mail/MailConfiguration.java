package jp.madoguchi.platform.mail;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;

/** Import to have a {@link Mailer}; needs {@code spring.mail.host}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailSettings.class)
public class MailConfiguration {

    @Bean
    Mailer mailer(JavaMailSender sender, MailSettings settings) {
        return new Mailer(sender, settings);
    }
}
