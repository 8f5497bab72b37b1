package jp.madoguchi.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** One person's browser without scripts: cookies, redirects, forms. Never leaves this machine. */
public final class Surfer implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final int MOST_REDIRECTS = 10;

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL)).connectTimeout(TIMEOUT)
            .followRedirects(HttpClient.Redirect.NEVER).build();
    private final Steps steps;

    public Surfer(Steps steps) {
        this.steps = steps;
    }

    /** A page as the person sees it after all redirects. */
    public record Seen(URI address, Document page) {}

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
        return follow(step, HttpRequest.newBuilder(Options.ofThisMachine(address)).timeout(TIMEOUT)
                .header("Accept", "text/html").header("Accept-Language", "ja").GET().build());
    }

    /** Sends a form as pressing one of its buttons would. */
    public Seen send(String step, Seen from, Element form, FormData data) throws InterruptedException {
        var action = form.attr("action").isEmpty() ? from.address() : from.address().resolve(form.attr("action"));
        boolean multipart = form.attr("enctype").equals("multipart/form-data");
        BodyPublisher body = multipart ? data.multipart() : data.urlEncoded();
        return follow(step, HttpRequest.newBuilder(Options.ofThisMachine(action)).timeout(TIMEOUT)
                .header("Accept", "text/html").header("Accept-Language", "ja")
                .header("Origin", from.address().getScheme() + "://" + from.address().getAuthority())
                .header("Content-Type", multipart ? data.multipartType() : "application/x-www-form-urlencoded")
                .POST(body).build());
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
            request = HttpRequest.newBuilder(Options.ofThisMachine(to)).timeout(TIMEOUT).header("Accept", "text/html")
                    .header("Accept-Language", "ja").GET().build();
            name = step + " →";
        }
        throw new Stopped(step + ": too many redirects, last to " + request.uri());
    }

    private HttpResponse<byte[]> exchange(String step, HttpRequest request) throws InterruptedException {
        long began = System.nanoTime();
        try {
            var response = http.send(request, BodyHandlers.ofByteArray());
            steps.took(step, System.nanoTime() - began);
            return response;
        } catch (IOException broken) {
            throw new Stopped(step + ": " + broken);
        }
    }

    private static Seen seen(String step, HttpResponse<byte[]> response) {
        var page = Jsoup.parse(new String(response.body(), StandardCharsets.UTF_8), response.uri().toString());
        if (response.statusCode() >= 400) {
            throw new Stopped(response.statusCode(), step + ": " + response.statusCode() + " " + page.title() + " "
                    + page.select("main").text() + " at " + response.uri());
        }
        var errors = page.selectFirst("#errors");
        if (errors != null) {
            throw new Stopped(step + ": " + errors.text() + " at " + response.uri());
        }
        return new Seen(response.uri(), page);
    }

    @Override
    public void close() {
        http.close();
    }
}
