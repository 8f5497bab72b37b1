package jp.madoguchi.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.regex.Pattern;

import jp.madoguchi.bench.Surfer.Stopped;

/**
 * How a program's pool of connections to the database stands, read from its own meters.
 *
 * @param acquired connections that are out
 * @param idle connections that wait in the pool
 * @param pending requests that wait for one
 */
record PoolMeters(long acquired, long idle, long pending) {

    private static final String METERS = "/actuator/metrics/r2dbc.pool.";
    private static final Pattern VALUE = Pattern.compile("\"statistic\":\"VALUE\",\"value\":([0-9.E]+)");

    /**
     * Those of a program.
     *
     * @param management the address of its meters
     * @param token with which they are read
     * @throws Stopped if it refuses
     */
    static PoolMeters of(URI management, String token) throws InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            return new PoolMeters(value(http, management, token, "acquired"), value(http, management, token, "idle"),
                    value(http, management, token, "pending"));
        } catch (IOException broken) {
            throw new Stopped("the meters at " + management + ": " + broken);
        }
    }

    /**
     * The token with which meters of the local town are read, as it stands in the town's data folder.
     *
     * @throws Stopped if the file cannot be read
     */
    static String tokenIn(Path file) {
        var secrets = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            secrets.load(reader);
        } catch (IOException unreadable) {
            throw new Stopped("the token of the meters: " + unreadable);
        }
        return secrets.getProperty("management", "");
    }

    private static long value(HttpClient http, URI management, String token, String meter)
            throws IOException, InterruptedException {
        var answer = http.send(HttpRequest.newBuilder(Options.ofThisMachine(management.resolve(METERS + meter)))
                .header("Authorization", "Bearer " + token).build(), BodyHandlers.ofString());
        var found = VALUE.matcher(answer.body());
        if (answer.statusCode() != 200 || !found.find()) {
            throw new Stopped(answer.statusCode(), answer.statusCode() + " at " + management.resolve(METERS + meter));
        }
        return Math.round(Double.parseDouble(found.group(1)));
    }
}
