package jp.madoguchi.testkit.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

import com.sun.net.httpserver.HttpServer;

/** A program that answers on the port it is told; without one it cannot start. */
final class SmallProgram {

    private SmallProgram() {}

    public static void main(String... arguments) throws IOException {
        System.out.println("greeting " + System.getProperty("greeting"));
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0]));
        var server = HttpServer.create(address, 10);
        server.createContext("/ready", exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(200, -1);
            }
        });
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            System.out.println("ended in order");
            server.stop(0);
        }));
        server.start();
    }
}
