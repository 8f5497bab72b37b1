package jp.madoguchi.platform.mail;

import java.time.Duration;
import jp.madoguchi.forms.city.City;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How this app mails.
 *
 * @param from the sender's address
 * @param fromName the sender's display name on mails in Japanese; {@code {city}} stands for the name of the city in force
 * @param poll how often the outbox is looked through for what another program left there; its own mails a program sends at once
 * @param retryAfter wait after the first failure; doubles with each further one, up to an hour
 * @param giveUpAfter how long a mail is tried before it is put aside for the operators; servers that are away for a weekend get it
 *     (RFC 5321, 4.5.4.1: at least four to five days)
 * @param keep how long sent mails stay listed, without their text
 * @param fromNameEn the sender's display name on mails in other languages; {@code {city}} likewise
 * @param bounceAddress to which mail servers send back what they cannot deliver (the envelope's sender); empty: to {@code from}
 * @param tls how the line to the mail server is protected
 */
@ConfigurationProperties("madoguchi.mail")
public record MailSettings(@DefaultValue("madoguchi@localhost") String from,
        @DefaultValue("手続き窓口") String fromName, @DefaultValue("30s") Duration poll,
        @DefaultValue("10s") Duration retryAfter, @DefaultValue("5d") Duration giveUpAfter,
        @DefaultValue("30d") Duration keep, @DefaultValue("Applications Desk") String fromNameEn,
        @DefaultValue("") String bounceAddress, @DefaultValue("none") MailTls tls) {

    private static final String CITY = "{city}";

    @Override
    public String fromName() {
        return fromName.replace(CITY, City.inForce().name());
    }

    @Override
    public String fromNameEn() {
        return fromNameEn.replace(CITY, City.inForce().nameEn());
    }
}
