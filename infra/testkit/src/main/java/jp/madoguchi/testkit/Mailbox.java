package jp.madoguchi.testkit;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import org.awaitility.Awaitility;

/** An SMTP server that keeps what it is sent, for tests that read the mail a program wrote. */
public final class Mailbox implements AutoCloseable {

    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"']+");

    private final GreenMail server;

    private Mailbox(GreenMail server) {
        this.server = server;
    }

    /** Starts on a free port of this machine. */
    public static Mailbox start() {
        return start(0);
    }

    /** Starts on this port of this machine. */
    public static Mailbox start(int port) {
        var server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        return new Mailbox(server);
    }

    public int port() {
        return server.getSmtp().getPort();
    }

    public Map<String, String> settings() {
        return Map.of("spring.mail.host", "127.0.0.1", "spring.mail.port", Integer.toString(port()));
    }

    /** Everything received so far, oldest first. */
    public List<Letter> letters() {
        return Arrays.stream(server.getReceivedMessages()).map(Letter::of).toList();
    }

    /** Letters to one address, oldest first. */
    public List<Letter> lettersTo(String address) {
        return letters().stream().filter(letter -> letter.to().contains(address)).toList();
    }

    /** Waits until this many letters have come in all; tells what came if they do not. */
    public List<Letter> awaitLetters(int count, Duration patience) {
        if (!server.waitForIncomingEmail(patience.toMillis(), count)) {
            throw new AssertionError("Expected " + count + " letters within " + patience + " but got " + letters());
        }
        return letters();
    }

    /** The first letter of this kind; others may arrive meanwhile, those of an earlier test among them. */
    public Letter awaitLetter(Predicate<Letter> wanted, Duration patience) {
        return Awaitility.await("a letter").atMost(patience)
                .until(() -> letters().stream().filter(wanted).findFirst(), Optional::isPresent).orElseThrow();
    }

    /** Forgets all letters. */
    public void empty() {
        try {
            server.purgeEmailFromAllMailboxes();
        } catch (com.icegreen.greenmail.store.FolderException e) {
            throw new IllegalStateException("The test mailbox could not be emptied", e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }

    /** The first link in a text. */
    static String firstLink(String text) {
        var link = LINK.matcher(text);
        if (!link.find()) {
            throw new AssertionError("No link in: " + text);
        }
        return link.group();
    }
}
