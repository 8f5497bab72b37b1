package jp.madoguchi.testkit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import jakarta.mail.BodyPart;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;

/**
 * One received mail as a reader sees it: decoded subject and plain text.
 *
 * @param id its Message-ID with the angle brackets
 */
public record Letter(String id, String from, List<String> to, String subject, String text) {

    /** The first http(s) link in the text. */
    public String firstLink() {
        return Mailbox.firstLink(text);
    }

    static Letter of(MimeMessage message) {
        try {
            var subject = message.getSubject();
            return new Letter(String.valueOf(message.getMessageID()), first(message.getFrom()),
                    addresses(message.getRecipients(RecipientType.TO)),
                    subject == null ? "" : subject, text(message.getContent()));
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("Received a mail that cannot be read", e);
        }
    }

    private static String first(jakarta.mail.Address @org.jspecify.annotations.Nullable [] addresses) {
        var all = addresses(addresses);
        return all.isEmpty() ? "" : all.getFirst();
    }

    private static List<String> addresses(jakarta.mail.Address @org.jspecify.annotations.Nullable [] addresses) {
        if (addresses == null) {
            return List.of();
        }
        return Arrays.stream(addresses)
                .map(address -> address instanceof InternetAddress internet
                        ? internet.getAddress()
                        : address.toString())
                .toList();
    }

    private static String text(Object content) throws MessagingException, IOException {
        if (!(content instanceof Multipart parts)) {
            return content.toString();
        }
        var texts = new ArrayList<String>();
        for (int i = 0; i < parts.getCount(); i++) {
            BodyPart part = parts.getBodyPart(i);
            if (part.isMimeType("text/plain") || part.isMimeType("multipart/*")) {
                texts.add(text(part.getContent()));
            }
        }
        return String.join("\n", texts);
    }
}
