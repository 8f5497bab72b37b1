package jp.madoguchi.platform.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import jp.madoguchi.forms.japanese.MailAddress;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Hands mail to the mail server, now. Steps that change data use {@link MailOutbox} instead. */
public final class Mailer {

    private final JavaMailSender sender;
    private final MailSettings settings;
    private final Scheduler scheduler;

    Mailer(JavaMailSender sender, MailSettings settings, Scheduler scheduler) {
        this.sender = sender;
        this.settings = settings;
        this.scheduler = scheduler;
    }

    /** Sends off the event loop; fails with {@link org.springframework.mail.MailException} when the server does not take it. */
    public Mono<Void> send(Mail mail) {
        return Mono.<Void>fromRunnable(() -> deliver(mail)).subscribeOn(scheduler);
    }

    /**
     * Sends and waits; for servlet apps only.
     *
     * @throws org.springframework.mail.MailException when the server does not take it
     */
    public void deliver(Mail mail) {
        MimeMessage message = sender.createMimeMessage();
        try {
            MimeMessageHelper parts = new MimeMessageHelper(message, false, StandardCharsets.UTF_8.name());
            parts.setFrom(settings.from(), settings.fromName());
            parts.setTo(MailAddress.read(mail.to()).map(MailAddress::onTheWire).orElse(mail.to()));
            parts.setSubject(mail.subject());
            parts.setText(mail.body());
            // RFC 3834: keeps holiday replies from answering a machine.
            message.setHeader("Auto-Submitted", "auto-generated");
        } catch (MessagingException | UnsupportedEncodingException failed) {
            throw new MailPreparationException(failed);
        }
        sender.send(message);
    }
}
