package jp.madoguchi.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.GZIPInputStream;

import jp.madoguchi.bench.LearntForms.Filled;

import org.jspecify.annotations.Nullable;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** One person's browser without scripts: cookies, redirects, forms. Never leaves this machine. */
public final class Surfer implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final int MOST_REDIRECTS = 10;

    /** What stands in a page whose form was sent back. */
    private static final String ERRORS = "id=\"errors\"";
    private static final int BUFFER_BYTES = 8 * 1024;

    private final HttpClient http;
    private final Steps steps;

    public Surfer(Steps steps) {
        this(steps, InetAddress.getLoopbackAddress());
    }

    /** @param from where it calls from, for whoever counts by address: any address of the loopback network */
    Surfer(Steps steps, InetAddress from) {
        this.steps = steps;
        this.http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).localAddress(from)
                .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL)).connectTimeout(TIMEOUT)
                .followRedirects(HttpClient.Redirect.NEVER).build();
    }

    /** A page as the person sees it after all redirects. */
    public static final class Seen {

        private final URI address;
        private final String raw;
        private @Nullable Document page;

        Seen(URI address, String raw) {
            this.address = address;
            this.raw = raw;
        }

        public URI address() {
            return address;
        }

        /** Its text with one char a byte, for {@link PageScanner}. */
        String raw() {
            return raw;
        }

        /** Its tree, which costs more than asking for the page; made when it is first asked for. */
        public Document page() {
            var tree = page;
            if (tree == null) {
                tree = Jsoup.parse(new String(raw.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8),
                        address.toString());
                page = tree;
            }
            return tree;
        }
    }

    /** What stopped the way: an error page, or a form that was sent back. */
    public static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final int status;

        Stopped(String message) {
            this(0, message);
        }

        Stopped(int status, String message) {
            super(message);
            this.status = status;
        }

        /** HTTP status of the page that stopped the way; 0 where it was something else. */
        int status() {
            return status;
        }
    }

    public Seen open(String step, URI address) throws InterruptedException {
        return follow(step, page(address).GET().build());
    }

    /** Sends a form as pressing one of its buttons would. */
    public Seen send(String step, Seen from, Element form, FormData data) throws InterruptedException {
        return send(step, from,
                new Filled(form.attr("action"), form.attr("enctype").equals("multipart/form-data"), data));
    }

    Seen send(String step, Seen from, Filled form) throws InterruptedException {
        var action = form.action().isEmpty() ? from.address() : from.address().resolve(form.action());
        var request = page(action).header("Origin", from.address().getScheme() + "://" + from.address().getAuthority());
        if (form.multipart()) {
            var body = form.data().multipart();
            request.header("Content-Type", body.type()).POST(BodyPublishers.ofByteArray(body.bytes()));
        } else {
            request.header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(form.data().urlEncoded()));
        }
        return follow(step, request.build());
    }

    private static HttpRequest.Builder page(URI address) {
        return HttpRequest.newBuilder(Options.ofThisMachine(address)).timeout(TIMEOUT).header("Accept", "text/html")
                .header("Accept-Language", "ja").header("Accept-Encoding", "gzip");
    }

    /** A file. */
    public byte[] download(URI address) throws InterruptedException {
        var response = exchange("download", HttpRequest.newBuilder(Options.ofThisMachine(address)).timeout(TIMEOUT)
                .header("Accept", "*/*").GET().build());
        if (response.statusCode() != 200) {
            throw new Stopped("download: " + response.statusCode() + " at " + address);
        }
        return response.body();
    }

    /** Bytes of body and headers of one answer, compressed as the server likes. */
    int bytesOnTheWire(URI address) throws InterruptedException {
        var response = exchange("weigh", HttpRequest.newBuilder(Options.ofThisMachine(address)).timeout(TIMEOUT)
                .header("Accept", "*/*").header("Accept-Encoding", "gzip").GET().build());
        if (response.statusCode() != 200) {
            throw new Stopped("weigh: " + response.statusCode() + " at " + address);
        }
        return response.body().length + response.headers().map().entrySet().stream()
                .mapToInt(header -> header.getKey().length() + String.join(", ", header.getValue()).length() + 4).sum();
    }

    private Seen follow(String step, HttpRequest first) throws InterruptedException {
        var request = first;
        var name = step;
        for (int i = 0; i < MOST_REDIRECTS; i++) {
            var response = exchange(name, request);
            if (response.statusCode() / 100 != 3) {
                return seen(name, response);
            }
            var to = response.uri().resolve(response.headers().firstValue("Location").orElse(""));
            request = page(to).GET().build();
            name = step + " →";
        }
        throw new Stopped(step + ": too many redirects, last to " + request.uri());
    }

    private HttpResponse<byte[]> exchange(String step, HttpRequest request) throws InterruptedException {
        long began = System.nanoTime();
        try {
            var response = http.send(request, BodyHandlers.ofByteArray());
            steps.took(step, request.uri(), System.nanoTime() - began);
            return response;
        } catch (IOException broken) {
            throw new Stopped(step + ": " + broken);
        }
    }

    private static Seen seen(String step, HttpResponse<byte[]> response) {
        var seen = new Seen(response.uri(), new String(plain(response), StandardCharsets.ISO_8859_1));
        if (response.statusCode() >= 400) {
            throw new Stopped(response.statusCode(), step + ": " + response.statusCode() + " " + seen.page().title()
                    + " " + seen.page().select("main").text() + " at " + response.uri());
        }
        if (seen.raw().contains(ERRORS)) {
            throw new Stopped(step + ": " + seen.page().select("#errors").text() + " at " + response.uri());
        }
        return seen;
    }

    private static byte[] plain(HttpResponse<byte[]> response) {
        if (!response.headers().firstValue("Content-Encoding").orElse("").equals("gzip")) {
            return response.body();
        }
        try (var unpacking = new GZIPInputStream(new ByteArrayInputStream(response.body()), BUFFER_BYTES)) {
            return unpacking.readAllBytes();
        } catch (IOException broken) {
            throw new Stopped("unreadable answer: " + broken);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
