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

/** How many connections to the database a program holds, read from its own meters as those who may read them. */
final class OpenConnections {

    private static final String METER = "/actuator/metrics/r2dbc.pool.acquired";
    private static final Pattern VALUE = Pattern.compile("\"statistic\":\"VALUE\",\"value\":([0-9.]+)");
    private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");
    private static final String EXCHANGE_CLIENT = "exchange";

    private OpenConnections() {}

    /** Those of the back office, less the one with which it looks who asks. */
    static long ofBackoffice(URI backoffice, String password) throws InterruptedException {
        try (var admin = new Surfer(new Steps())) {
            Login.with(admin, backoffice.resolve("/intake"), "admin", password);
            var meter = new String(admin.download(backoffice.resolve(METER)), StandardCharsets.UTF_8);
            return Math.max(0, value(meter) - 1);
        }
    }

    /**
     * Those of the portal, whose meters open to tokens of the exchange only.
     *
     * @param secrets file in the town's data folder that holds the secret of the exchange's client
     * @throws Stopped if the file cannot be read or the portal refuses
     */
    static long ofPortal(URI portal, URI identity, Path secrets) throws InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var token = found(TOKEN, text(http, HttpRequest.newBuilder(identity.resolve("/oauth2/token"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("grant_type=client_credentials&scope=exchange&client_id="
                            + EXCHANGE_CLIENT + "&client_secret="
                            + URLEncoder.encode(secret(secrets), StandardCharsets.UTF_8)))
                    .build()));
            return value(text(http,
                    HttpRequest.newBuilder(portal.resolve(METER)).header("Authorization", "Bearer " + token).build()));
        } catch (IOException unreadable) {
            throw new Stopped("the portal's connections: " + unreadable);
        }
    }

    private static String secret(Path file) throws IOException {
        var secrets = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            secrets.load(reader);
        }
        return secrets.getProperty("exchange-client", "");
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
