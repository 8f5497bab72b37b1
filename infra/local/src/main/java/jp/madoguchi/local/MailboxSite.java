package jp.madoguchi.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import tools.jackson.databind.json.JsonMapper;

/** The page on which one reads all mail the town has sent; {@code /api/messages} is the same for programs. */
final class MailboxSite implements AutoCloseable {

    private final LetterBox letters;
    private final HttpServer server;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final JsonMapper json = JsonMapper.builder().build();

    private MailboxSite(LetterBox letters, HttpServer server) {
        this.letters = letters;
        this.server = server;
    }

    static MailboxSite start(LetterBox letters, String bindAddress, int port) {
        try {
            var server = HttpServer.create(new InetSocketAddress(address(bindAddress), port), 50);
            var site = new MailboxSite(letters, server);
            server.createContext("/", site::answer);
            server.setExecutor(site.executor);
            server.start();
            return site;
        } catch (IOException e) {
            throw new UncheckedIOException("The mailbox page cannot be served on port " + port, e);
        }
    }

    private static InetAddress address(String name) throws UnknownHostException {
        return InetAddress.getByName(name);
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!exchange.getRequestMethod().equals("GET")) {
                send(exchange, 405, "text/plain", "GET only\n");
                return;
            }
            var path = exchange.getRequestURI().getPath();
            if (path.equals("/")) {
                send(exchange, 200, "text/html", MailboxPages.list(letters.newestFirst()));
            } else if (path.equals("/api/messages")) {
                send(exchange, 200, "application/json", json.writeValueAsString(letters.newestFirst()));
            } else if (path.startsWith("/messages/")) {
                var letter = letters.letter(path.substring("/messages/".length()));
                if (letter.isPresent()) {
                    send(exchange, 200, "text/html", MailboxPages.letter(letter.get()));
                } else {
                    send(exchange, 404, "text/html", MailboxPages.notFound());
                }
            } else {
                send(exchange, 404, "text/html", MailboxPages.notFound());
            }
        }
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", type + "; charset=utf-8");
        headers.set("Cache-Control", "no-store");
        headers.set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'");
        headers.set("Referrer-Policy", "no-referrer");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
        executor.shutdownNow();
    }
}
