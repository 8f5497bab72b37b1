package jp.madoguchi.platform.mail;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Import to have a {@link Mailer}; needs {@code spring.mail.host}; {@code spring.mail.username} and
 * {@code spring.mail.password} together or not at all. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailSettings.class)
public class MailConfiguration {

    @Bean
    Mailer mailer(JavaMailSender sender, MailSettings settings) {
        if (sender instanceof JavaMailSenderImpl server) {
            MailLine.prepare(server, settings.tls());
            if (!settings.bounceAddress().isEmpty()) {
                server.getJavaMailProperties().setProperty("mail.smtp.from", settings.bounceAddress());
            }
        }
        return new Mailer(sender, settings);
    }
}
