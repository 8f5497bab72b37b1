package jp.madoguchi.platform.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import jp.madoguchi.forms.japanese.MailAddress;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

/** Hands mail to the mail server, now. Steps that change data put it into an outbox instead. */
public final class Mailer {

    private final JavaMailSender sender;
    private final MailSettings settings;

    public Mailer(JavaMailSender sender, MailSettings settings) {
        this.sender = sender;
        this.settings = settings;
    }

    /**
     * Sends and waits; not for event loops.
     *
     * @throws org.springframework.mail.MailException when the mail cannot be made or the server does not take it
     */
    public void send(Mail mail) {
        MimeMessage message = sender.createMimeMessage();
        try {
            MimeMessageHelper parts = new MimeMessageHelper(message, false, StandardCharsets.UTF_8.name());
            parts.setFrom(settings.from(), mail.isInJapanese() ? settings.fromName() : settings.fromNameEn());
            parts.setTo(MailAddress.read(mail.to()).map(MailAddress::onTheWire).orElse(mail.to()));
            parts.setSubject(mail.subject());
            parts.setText(mail.body());
            // RFC 3282: read aloud in the right voice.
            message.setHeader("Content-Language", mail.isInJapanese() ? "ja" : "en");
            // RFC 3834: keeps holiday replies from answering a machine.
            message.setHeader("Auto-Submitted", "auto-generated");
        } catch (MessagingException | UnsupportedEncodingException failed) {
            throw new MailPreparationException(failed);
        }
        sender.send(message);
    }
}
