package jp.madoguchi.platform.mail;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** The line to the mail server as the settings want it: with user and password or without, under TLS or open. */
final class MailLine {

    private static final Logger LOG = LoggerFactory.getLogger(MailLine.class);

    private MailLine() {}

    /** @throws IllegalStateException if only one of user and password is set: mail would be refused, one by one, for days */
    static void prepare(JavaMailSenderImpl sender, MailTls tls) {
        var user = given(sender.getUsername());
        var password = given(sender.getPassword());
        if ((user == null) != (password == null)) {
            throw new IllegalStateException(user == null
                    ? "spring.mail.password is set, but spring.mail.username is not: set both or neither"
                    : "spring.mail.username is set, but spring.mail.password is not: set both or neither");
        }
        sender.setUsername(user);
        sender.setPassword(password);
        if (user != null) {
            sender.getJavaMailProperties().setProperty("mail.smtp.auth", "true");
            if (tls == MailTls.NONE) {
                LOG.warn("madoguchi.mail.tls is none: the password of {} goes to the mail server in the open", user);
            }
        }
        tls.apply(sender.getJavaMailProperties());
    }

    /** An environment variable that is to be set, but may be empty, stands for a setting that is not given. */
    private static @Nullable String given(@Nullable String setting) {
        return setting == null || setting.isBlank() ? null : setting;
    }
}
