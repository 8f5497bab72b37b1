package jp.madoguchi.testkit;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Clients that ask for something and go away a few milliseconds later, with or without a word, whatever has come by then. */
public final class Quitters {

    private static final int CONCURRENCY = 24;
    private static final int LONGEST_MILLIS = 30;
    private static final int PATIENCE_SECONDS = 10;

    private final InetSocketAddress server;
    private final String host;

    /** @param address of the program under test, such as {@code http://localhost:1234} */
    public Quitters(String address) {
        var uri = URI.create(address);
        this.server = new InetSocketAddress(uri.getHost(), uri.getPort());
        this.host = uri.getAuthority();
    }

    /** A page as a browser asks for it; cookies or other header lines as they stand in a request. */
    public String page(String path, String... headers) {
        return "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nAccept: text/html\r\n"
                + (headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n") + "\r\n";
    }

    /** A form of which only the first half is ever sent. */
    public String halfForm(String path, String... headers) {
        var body = "words=" + "a".repeat(200);
        return page(path, headers).replaceFirst("^GET ", "POST ").replaceFirst("\r\n\r\n$",
                "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " + 2 * body.length()
                        + "\r\n\r\n" + body);
    }

    /**
     * Each asks for one of these, in turn, and goes away after 1 to 30 ms.
     *
     * @param seed the same times and manners of leaving each run
     */
    public void come(int howMany, long seed, List<String> requests) {
        var random = new Random(seed);
        try (var people = Executors.newFixedThreadPool(CONCURRENCY)) {
            for (int i = 0; i < howMany; i++) {
                var request = requests.get(i % requests.size());
                int stays = 1 + random.nextInt(LONGEST_MILLIS);
                boolean abruptly = random.nextBoolean();
                people.submit(() -> come(request, stays, abruptly));
            }
        }
    }

    private void come(String request, int stays, boolean abruptly) {
        try (var socket = new Socket()) {
            socket.connect(server, PATIENCE_SECONDS * 1000);
            if (abruptly) {
                socket.setSoLinger(true, 0);
            }
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            TimeUnit.MILLISECONDS.sleep(stays);
        } catch (IOException refused) {
            throw new IllegalStateException(refused);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
