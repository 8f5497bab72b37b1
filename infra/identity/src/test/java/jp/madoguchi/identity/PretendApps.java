package jp.madoguchi.identity;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** In place of portal and back office: any address is a page. */
record PretendApps(List<HttpServer> servers) implements AutoCloseable {

    static PretendApps open() throws IOException {
        List<HttpServer> servers = new ArrayList<>();
        for (String app : List.of(IdentityServer.PORTAL, IdentityServer.BACKOFFICE)) {
            servers.add(answering(URI.create(app).getPort()));
        }
        return new PretendApps(servers);
    }

    private static HttpServer answering(int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress("localhost", port), 0);
        server.createContext("/", exchange -> {
            byte[] page = "<!DOCTYPE html><title>app</title>here is the app".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=UTF-8");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        server.start();
        return server;
    }

    @Override
    public void close() {
        servers.forEach(server -> server.stop(0));
    }
}
