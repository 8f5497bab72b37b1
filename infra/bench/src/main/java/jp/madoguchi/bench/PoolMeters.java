package jp.madoguchi.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.regex.Pattern;

import jp.madoguchi.bench.Surfer.Stopped;

/**
 * How a program's pool of connections to the database stands, read from its own meters as those who may read them.
 *
 * @param acquired connections that are out
 * @param idle connections that wait in the pool
 * @param pending requests that wait for one
 */
record PoolMeters(long acquired, long idle, long pending) {

    private static final String METERS = "/actuator/metrics/r2dbc.pool.";
    private static final Pattern VALUE = Pattern.compile("\"statistic\":\"VALUE\",\"value\":([0-9.E]+)");
    private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");
    private static final String EXCHANGE_CLIENT = "exchange";

    private interface Meter {
        String read(URI address) throws IOException, InterruptedException;
    }

    /** Those of the back office, less the connection with which it looks who asks. */
    static PoolMeters ofBackoffice(URI backoffice, String password) throws InterruptedException {
        try (var admin = new Surfer(new Steps())) {
            Login.with(admin, backoffice.resolve("/intake"), "admin", password);
            var read = read(backoffice, address -> new String(admin.download(address), StandardCharsets.UTF_8));
            return new PoolMeters(Math.max(0, read.acquired - 1), read.idle, read.pending);
        }
    }

    /**
     * Those of the portal, whose meters open to tokens of the exchange only.
     *
     * @throws Stopped if the portal refuses
     */
    static PoolMeters ofPortal(URI portal, URI identity, String exchangeSecret) throws InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var token = found(TOKEN, text(http, HttpRequest.newBuilder(identity.resolve("/oauth2/token"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("grant_type=client_credentials&scope=exchange&client_id="
                            + EXCHANGE_CLIENT + "&client_secret="
                            + URLEncoder.encode(exchangeSecret, StandardCharsets.UTF_8)))
                    .build()));
            return read(portal, address -> text(http,
                    HttpRequest.newBuilder(address).header("Authorization", "Bearer " + token).build()));
        } catch (IOException broken) {
            throw new Stopped("the portal's connections: " + broken);
        }
    }

    /**
     * The secret with which the back office calls the portal, as the local town keeps it in its data folder.
     *
     * @throws Stopped if the file cannot be read
     */
    static String exchangeSecret(Path file) {
        var secrets = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            secrets.load(reader);
        } catch (IOException unreadable) {
            throw new Stopped("the secret of the exchange: " + unreadable);
        }
        return secrets.getProperty("exchange-client", "");
    }

    private static PoolMeters read(URI program, Meter meter) throws InterruptedException {
        try {
            return new PoolMeters(value(meter.read(program.resolve(METERS + "acquired"))),
                    value(meter.read(program.resolve(METERS + "idle"))),
                    value(meter.read(program.resolve(METERS + "pending"))));
        } catch (IOException broken) {
            throw new Stopped("the meters of " + program + ": " + broken);
        }
    }

    private static String text(HttpClient http, HttpRequest request) throws IOException, InterruptedException {
        var answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new Stopped(answer.statusCode(), answer.statusCode() + " at " + request.uri());
        }
        return answer.body();
    }

    private static long value(String meter) {
        return Math.round(Double.parseDouble(found(VALUE, meter)));
    }

    private static String found(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        if (!found.find()) {
            throw new Stopped("unexpected answer: " + text.substring(0, Math.min(text.length(), 200)));
        }
        return found.group(1);
    }
}
