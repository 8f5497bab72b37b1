package jp.madoguchi.platform.mail;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How this app mails.
 *
 * @param from the sender's address
 * @param fromName the sender's display name on mails in Japanese
 * @param poll how often the outbox is looked through for what another program left there; its own mails a program sends at once
 * @param retryAfter wait after the first failure; doubles with each further one, up to an hour
 * @param giveUpAfter most attempts before a mail is put aside for the operators
 * @param keep how long sent mails stay listed, without their text
 * @param fromNameEn the sender's display name on mails in other languages
 * @param tls how the line to the mail server is protected
 */
@ConfigurationProperties("madoguchi.mail")
public record MailSettings(@DefaultValue("madoguchi@localhost") String from,
        @DefaultValue("手続き窓口") String fromName, @DefaultValue("30s") Duration poll,
        @DefaultValue("10s") Duration retryAfter, @DefaultValue("12") int giveUpAfter,
        @DefaultValue("30d") Duration keep, @DefaultValue("Applications Desk") String fromNameEn,
        @DefaultValue("none") MailTls tls) {}
