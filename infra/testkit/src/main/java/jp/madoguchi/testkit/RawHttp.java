package jp.madoguchi.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Sends what no honest client would let through. */
public final class RawHttp {

    private static final int PATIENCE_MILLIS = 30_000;

    private final InetSocketAddress server;
    private final String host;

    /** @param address of the program under test, such as {@code http://localhost:1234} */
    public RawHttp(String address) {
        var uri = URI.create(address);
        this.server = new InetSocketAddress(uri.getHost(), uri.getPort());
        this.host = uri.getAuthority();
    }

    /**
     * What came back.
     *
     * @param status 0 where the connection was closed without a word
     */
    public record Answer(int status, String head, String body) {}

    /** @param headers whole lines, such as {@code Cookie: a=b} */
    public Answer send(String method, String target, List<String> headers, byte[] body) {
        var head = method + " " + target + " HTTP/1.1\r\nHost: " + host
                + "\r\nConnection: close\r\nAccept: text/html\r\n"
                + (headers.isEmpty() ? "" : String.join("\r\n", headers) + "\r\n")
                + (method.equals("GET") ? "" : "Content-Length: " + body.length + "\r\n") + "\r\n";
        try (var socket = new Socket()) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.connect(server, PATIENCE_MILLIS);
            var all = new ByteArrayOutputStream();
            all.writeBytes(head.getBytes(StandardCharsets.UTF_8));
            all.writeBytes(body);
            socket.getOutputStream().write(all.toByteArray());
            socket.getOutputStream().flush();
            return read(socket.getInputStream().readAllBytes());
        } catch (IOException broken) {
            return new Answer(0, broken.toString(), "");
        }
    }

    private static Answer read(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.UTF_8);
        int end = text.indexOf("\r\n\r\n");
        if (!text.startsWith("HTTP/1.1 ") || end < 0) {
            return new Answer(0, text, "");
        }
        return new Answer(Integer.parseInt(text.substring(9, 12)), text.substring(0, end), text.substring(end + 4));
    }
}
