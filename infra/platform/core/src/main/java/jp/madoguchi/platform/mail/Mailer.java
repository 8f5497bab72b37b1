package jp.madoguchi.platform.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import jp.madoguchi.forms.japanese.MailAddress;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.MailSendException;
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
     * @param id under which a mail that comes back is known again (the left part of its Message-ID)
     * @throws UndeliverableMailException when the server says that the address will never get it
     * @throws org.springframework.mail.MailException when the mail cannot be made, or the server does not take it at present
     */
    public void send(Mail mail, UUID id) {
        MimeMessage message = sender.createMimeMessage();
        try {
            MimeMessageHelper parts = new MimeMessageHelper(message, false, StandardCharsets.UTF_8.name());
            parts.setFrom(settings.from(), mail.isInJapanese() ? settings.fromName() : settings.fromNameEn());
            parts.setTo(MailAddress.read(mail.to()).map(MailAddress::onTheWire).orElse(mail.to()));
            parts.setSubject(mail.subject());
            parts.setText(mail.body());
            message.setHeader("Message-ID",
                    "<" + id + "@" + settings.from().substring(settings.from().lastIndexOf('@') + 1) + ">");
            // RFC 3282: read aloud in the right voice.
            message.setHeader("Content-Language", mail.isInJapanese() ? "ja" : "en");
            // RFC 3834: keeps holiday replies from answering a machine.
            message.setHeader("Auto-Submitted", "auto-generated");
        } catch (MessagingException | UnsupportedEncodingException failed) {
            throw new MailPreparationException(failed);
        }
        try {
            sender.send(message);
        } catch (MailSendException failed) {
            var status = ServerAnswer.forGood(failed);
            if (status.isPresent()) {
                throw new UndeliverableMailException(status.get());
            }
            throw failed;
        }
    }
}
