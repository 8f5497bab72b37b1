package jp.madoguchi.bench.deployed;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import jp.madoguchi.testkit.Mailbox;
import jp.madoguchi.testkit.ObjectStoreServer;

import tools.jackson.databind.json.JsonMapper;

/** What is not the house's own, in a process by itself so that its cost is nobody else's: the S3 endpoint and the mail server. */
public final class Surroundings {

    private Surroundings() {}

    /** @param arguments folder of the objects, then the ports of store, SMTP and mailbox */
    public static void main(String... arguments) throws IOException {
        QuietLog.choose();
        var store = ObjectStoreServer.durable(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
        store.ensureBucket(ObjectStoreServer.PORTAL_BUCKET);
        store.ensureBucket(ObjectStoreServer.BACKOFFICE_BUCKET);
        var mailbox = Mailbox.start(Integer.parseInt(arguments[2]));
        var site = HttpServer.create(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[3])), 50);
        site.createContext("/ready", exchange -> answer(exchange, ""));
        // As the mailbox of the local town tells them.
        site.createContext("/api/messages", exchange -> answer(exchange, letters(mailbox)));
        site.start();
    }

    private static String letters(Mailbox mailbox) {
        return JsonMapper.shared().writeValueAsString(mailbox.letters().reversed().stream()
                .map(letter -> Map.of("to", String.join(", ", letter.to()), "text", letter.text())).toList());
    }

    private static void answer(HttpExchange exchange, String body) throws IOException {
        try (exchange) {
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().put("Content-Type", List.of("application/json; charset=utf-8"));
            exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
