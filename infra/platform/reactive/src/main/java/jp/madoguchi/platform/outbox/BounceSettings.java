package jp.madoguchi.platform.outbox;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mailbox to which mail comes back that could not be delivered; it belongs to {@code madoguchi.mail.bounce-address}.
 *
 * @param host of the IMAP server; empty where none is read
 * @param port of it
 * @param tls whether the line is protected from its first byte on (IMAPS)
 * @param user whose mailbox it is
 * @param password of the user
 * @param folder in which mail arrives
 * @param poll how often it is looked through
 * @param textKept how long the text of a sent mail stays, so that it can be sent again if it comes back
 */
@ConfigurationProperties("madoguchi.mail.bounces")
record BounceSettings(@DefaultValue("") String host, @DefaultValue("993") int port, @DefaultValue("true") boolean tls,
        @DefaultValue("") String user, @DefaultValue("") String password, @DefaultValue("INBOX") String folder,
        @DefaultValue("1m") Duration poll, @DefaultValue("1d") Duration textKept) {

    @Override
    public String toString() {
        return "BounceSettings[" + host + ":" + port + "]";
    }
}
