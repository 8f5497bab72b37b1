package jp.madoguchi.platform.outbox;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import org.jspecify.annotations.Nullable;

/**
 * What a mail server reports of a mail that it could not deliver (RFC 3462 and 3464).
 *
 * @param mail which of ours it was, told by the Message-ID it was sent with
 * @param status why, as an enhanced code (RFC 3463) of the class 5, such as {@code 5.1.1}
 */
record DeliveryReport(UUID mail, String status) {

    private static final Pattern OUR_ID = Pattern.compile("<([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@[^>]+>");
    private static final Pattern FOR_GOOD = Pattern.compile("5\\.\\d{1,3}\\.\\d{1,3}");
    /** Three parts are usual; a mail of many is no report. */
    private static final int MOST_PARTS = 10;
    private static final int MOST_BLOCKS = 50;
    private static final int MOST_BYTES = 100_000;

    /**
     * Reads a message from the mailbox; empty where it is no report, not about one of our mails, or tells of a delay only.
     *
     * @throws MessagingException if it cannot be read
     */
    static Optional<DeliveryReport> of(Part message) throws MessagingException, IOException {
        if (!message.isMimeType("multipart/report") || !(message.getContent() instanceof Multipart parts)) {
            return Optional.empty();
        }
        String status = null;
        String original = null;
        for (int i = 0; i < Math.min(parts.getCount(), MOST_PARTS); i++) {
            BodyPart part = parts.getBodyPart(i);
            if (part.isMimeType("message/delivery-status")) {
                status = failure(part);
            } else if (part.isMimeType("text/rfc822-headers")) {
                try (InputStream in = part.getInputStream()) {
                    original = new InternetHeaders(in).getHeader("Message-ID", null);
                }
            } else if (part.isMimeType("message/rfc822") && part.getContent() instanceof MimeMessage sent) {
                original = sent.getMessageID();
            }
        }
        return report(status, original);
    }

    private static Optional<DeliveryReport> report(@Nullable String status, @Nullable String original) {
        if (status == null || original == null) {
            return Optional.empty();
        }
        var ours = OUR_ID.matcher(original.strip());
        return ours.matches()
                ? Optional.of(new DeliveryReport(UUID.fromString(ours.group(1)), status))
                : Optional.empty();
    }

    /** The status of the first recipient that was given up; a mail of ours has one recipient. */
    private static @Nullable String failure(Part part) throws MessagingException, IOException {
        try (InputStream content = part.getInputStream()) {
            // A stream from a mail server does not tell beforehand whether there is more.
            var in = new ByteArrayInputStream(content.readNBytes(MOST_BYTES));
            for (int block = 0; block < MOST_BLOCKS && in.available() > 0; block++) {
                var fields = new InternetHeaders(in);
                var action = fields.getHeader("Action", null);
                var status = String.valueOf(fields.getHeader("Status", null)).strip().split("\\s", 2)[0];
                if (action != null && action.strip().toLowerCase(Locale.ROOT).equals("failed")
                        && FOR_GOOD.matcher(status).matches()) {
                    return status;
                }
            }
            return null;
        }
    }
}
