package jp.madoguchi.platform.outbox;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.search.FlagTerm;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The mailbox to which mail comes back, read over IMAP (RFC 9051). Nothing is deleted in it: what was dealt with is marked as read, and
 * what is no report on a mail that is
 * known (a person's answer, a report on one of identity's mails) as flagged too, for whoever looks after the mailbox.
 */
final class BounceMailbox {

    private static final Logger LOG = LoggerFactory.getLogger(BounceMailbox.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final int AT_ONCE = 200;

    private final BounceSettings settings;

    BounceMailbox(BounceSettings settings) {
        this.settings = settings;
    }

    /** What is done with a report; the message counts as dealt with once this returns. */
    @FunctionalInterface
    interface Handler {

        /** Keeps what was reported; false if it is about no mail that is known. */
        boolean handle(DeliveryReport report);
    }

    /**
     * Looks through what is unread, the oldest first; waits for the server, so not for event loops.
     *
     * @throws MessagingException if the server cannot be reached or does not let us in
     */
    void look(Handler handler) throws MessagingException {
        try (Store store = session().getStore(protocol())) {
            store.connect(settings.host(), settings.port(), settings.user(), settings.password());
            try (Folder folder = store.getFolder(settings.folder())) {
                folder.open(Folder.READ_WRITE);
                for (Message message : unread(folder)) {
                    if (!read(message).map(handler::handle).orElse(false)) {
                        message.setFlag(Flags.Flag.FLAGGED, true);
                    }
                    message.setFlag(Flags.Flag.SEEN, true);
                }
            }
        }
    }

    private static List<Message> unread(Folder folder) throws MessagingException {
        var found = folder.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false));
        return new ArrayList<>(List.of(found)).subList(0, Math.min(found.length, AT_ONCE));
    }

    private static Optional<DeliveryReport> read(Message message) {
        try {
            return DeliveryReport.of(message);
        } catch (MessagingException | IOException unreadable) {
            LOG.warn("a message in the mailbox of bounces cannot be read: {}", unreadable.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private String protocol() {
        return settings.tls() ? "imaps" : "imap";
    }

    private Session session() {
        var properties = new Properties();
        var millis = Long.toString(TIMEOUT.toMillis());
        for (var limit : List.of("connectiontimeout", "timeout", "writetimeout")) {
            properties.put("mail." + protocol() + "." + limit, millis);
        }
        properties.put("mail." + protocol() + ".ssl.checkserveridentity", "true");
        return Session.getInstance(properties);
    }
}
