package jp.madoguchi.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Properties;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;

import org.junit.jupiter.api.Test;

class MailboxTest {

    @Test
    void readsWhatWasSentToAnAddress() throws MessagingException {
        try (var mailbox = Mailbox.start()) {
            send(mailbox.port(), "hanako@example.jp", "受け付けました",
                    "次を開いてください。\nhttp://localhost:8080/tracking/1?k=2\n");
            mailbox.awaitLetters(1, Duration.ofSeconds(5));

            assertThat(mailbox.lettersTo("hanako@example.jp")).singleElement().satisfies(letter -> {
                assertThat(letter.subject()).isEqualTo("受け付けました");
                assertThat(letter.firstLink()).isEqualTo("http://localhost:8080/tracking/1?k=2");
            });
            assertThat(mailbox.lettersTo("taro@example.jp")).isEmpty();
        }
    }

    private static void send(int port, String to, String subject, String text) throws MessagingException {
        var properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", Integer.toString(port));
        var message = new MimeMessage(Session.getInstance(properties));
        message.setFrom("madoguchi@example.jp");
        message.setRecipients(RecipientType.TO, to);
        message.setSubject(subject, "UTF-8");
        message.setText(text, "UTF-8");
        Transport.send(message);
    }
}
