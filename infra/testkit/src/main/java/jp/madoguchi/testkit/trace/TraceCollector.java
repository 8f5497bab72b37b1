package jp.madoguchi.testkit.trace;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes spans as collectors do: {@code ExportTraceServiceRequest} of OTLP 1.x in Protocol Buffers, posted over HTTP. */
public final class TraceCollector implements AutoCloseable {

    private static final String PATH = "/v1/traces";

    private final HttpServer server;
    private final List<ReceivedSpan> spans = new CopyOnWriteArrayList<>();

    private TraceCollector(HttpServer server) {
        this.server = server;
        server.createContext(PATH, exchange -> {
            try (exchange) {
                spans.addAll(read(exchange.getRequestBody().readAllBytes()));
                exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
                exchange.sendResponseHeaders(200, -1);
            }
        });
    }

    public static TraceCollector start() {
        try {
            var collector = new TraceCollector(
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
            collector.server.start();
            return collector;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The setting {@code madoguchi.tracing.endpoint}. */
    public String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + PATH;
    }

    public List<ReceivedSpan> spans() {
        return List.copyOf(spans);
    }

    public List<ReceivedSpan> ofTrace(String trace) {
        return spans.stream().filter(span -> span.trace().equals(trace)).toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** opentelemetry/proto/trace/v1/trace.proto, by the numbers of its fields. */
    private static List<ReceivedSpan> read(byte[] request) {
        List<ReceivedSpan> read = new ArrayList<>();
        for (var resource : Message.of(request).messages(1)) {
            var program = resource.messages(1).stream().flatMap(one -> attributes(one, 1).entrySet().stream())
                    .filter(one -> one.getKey().equals("service.name")).map(Map.Entry::getValue).findFirst()
                    .orElse("");
            for (var scope : resource.messages(2)) {
                for (var span : scope.messages(2)) {
                    read.add(new ReceivedSpan(program, hex(span, 1), hex(span, 2), hex(span, 4), text(span, 5),
                            attributes(span, 9)));
                }
            }
        }
        return read;
    }

    private static Map<String, String> attributes(Message message, int field) {
        Map<String, String> found = new HashMap<>();
        for (var one : message.messages(field)) {
            one.messages(2).forEach(value -> found.put(text(one, 1),
                    value.bytes(1).isEmpty() ? String.valueOf(value.number(3)) : text(value, 1)));
        }
        return found;
    }

    private static String hex(Message message, int field) {
        return message.bytes(field).stream().map(HexFormat.of()::formatHex).findFirst().orElse("");
    }

    private static String text(Message message, int field) {
        return message.bytes(field).stream().map(bytes -> new String(bytes, StandardCharsets.UTF_8)).findFirst()
                .orElse("");
    }
}
