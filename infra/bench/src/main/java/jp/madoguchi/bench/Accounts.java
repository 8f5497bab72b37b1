package jp.madoguchi.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

import jp.madoguchi.bench.Surfer.Stopped;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An account for each resident of a run: one account used by many would meet the guard against guessing. Opened as any
 * resident opens one (registration, mailed link, password again) and used again by later runs on the same town.
 */
final class Accounts {

    private static final String PASSWORD = "nami-no-oto-2026";
    private static final Pattern LINK = Pattern.compile("https?://\\S+/registration/confirm/[\\w.~-]+");
    private static final Duration MAIL_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration MAIL_PAUSE = Duration.ofMillis(200);

    /** The guard lets 29 mails an hour go to those who ask from one address. */
    private static final int EACH_HOME = 24;

    private final URI identity;
    private final URI mailbox;
    private final JsonMapper json = JsonMapper.builder().build();

    Accounts(URI identity, URI mailbox) {
        this.identity = identity;
        this.mailbox = mailbox;
    }

    /** Where a resident calls from: a few live at one address, as many as the guard against mass registration lets in. */
    static InetAddress home(int number) {
        try {
            return InetAddress.getByAddress(new byte[]{127, 0, 0, (byte) (1 + (number - 1) / EACH_HOME)});
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static Accounts of(Options options) {
        return new Accounts(options.address("identity", "http://localhost:9000"),
                options.address("mailbox", "http://localhost:8025"));
    }

    /** Signs in before the clock runs: hashing a password is slow on purpose and is not what is measured. */
    void signIn(Resident resident, int number) throws InterruptedException {
        var account = "load-%02d@example.jp".formatted(number);
        try {
            resident.signIn(account, PASSWORD);
        } catch (Stopped unknown) {
            register(account, home(number));
            resident.signIn(account, PASSWORD);
        }
    }

    private void register(String account, InetAddress home) throws InterruptedException {
        try (var browser = new Surfer(new Steps(), home)) {
            var seen = browser.open("registration", identity.resolve("/registration"));
            var form = Login.form(seen, account, PASSWORD).with("name", "見本 太郎");
            browser.send("registration", seen, Login.passwordForm(seen), form);
            var confirmation = browser.open("confirmation", linkMailedTo(account));
            browser.send("confirmation", confirmation, Login.passwordForm(confirmation),
                    Login.form(confirmation, account, PASSWORD));
        }
    }

    private URI linkMailedTo(String account) throws InterruptedException {
        long deadline = System.nanoTime() + MAIL_TIMEOUT.toNanos();
        try (var http = HttpClient.newHttpClient()) {
            while (System.nanoTime() < deadline) {
                var request = HttpRequest.newBuilder(mailbox.resolve("/api/messages")).timeout(MAIL_TIMEOUT).build();
                var letters = json.readTree(http.send(request, BodyHandlers.ofString()).body());
                var link = confirmationLink(letters, account);
                if (link.isPresent()) {
                    return link.get();
                }
                Thread.sleep(MAIL_PAUSE);
            }
        } catch (IOException broken) {
            throw new Stopped("mailbox: " + broken);
        }
        throw new Stopped("no mail to " + account + " within " + MAIL_TIMEOUT);
    }

    private static Optional<URI> confirmationLink(JsonNode letters, String account) {
        return letters.valueStream().filter(letter -> letter.path("to").asString().contains(account))
                .flatMap(letter -> LINK.matcher(letter.path("text").asString()).results())
                .map(link -> URI.create(link.group())).findFirst();
    }
}
