package jp.madoguchi.platform.connection;

import jp.madoguchi.platform.network.TrustedProxies;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** Raw sockets, because no proper client behaves so. */
class ConnectionBoundsTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final String GET = "GET / HTTP/1.1\r\nHost: here\r\n\r\n";

    private final List<Socket> sockets = new ArrayList<>();
    private final Sinks.Empty<Void> news = Sinks.empty();
    private final AtomicInteger asked = new AtomicInteger();
    private final HttpClient browser = HttpClient.newHttpClient();
    private ConnectionBounds bounds = bounds(Duration.ofSeconds(1), List.of(), List.of(), 4000, 400);
    private DisposableServer server = serve();

    @AfterEach
    void close() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
        browser.close();
        server.disposeNow();
    }

    @Test
    void oneWhoNeverEndsAHeadIsToldSo() throws Exception {
        var socket = connect();
        send(socket, "GET / HTTP/1.1\r\nHost: here\r\nX-Slow: ");
        var drip = dripInto(socket, "a");
        assertThat(answer(socket)).startsWith("HTTP/1.1 408 ").contains("途中で止まった", "lang=\"en\"", "Connection: close");
        drip.interrupt();
    }

    @Test
    void oneWhoSaysNothingIsLeftWithoutAWord() throws Exception {
        assertThat(answer(connect())).isEmpty();
    }

    @Test
    void theHeadOfALaterRequestHasNoMoreTimeThanTheFirst() throws Exception {
        var socket = connect();
        send(socket, GET);
        assertThat(firstLine(socket)).isEqualTo("HTTP/1.1 200 OK");
        send(socket, "GET / HTTP/1.1\r\nHost");
        assertThat(answer(socket)).contains("HTTP/1.1 408 ");
    }

    /** A quick client's next request comes before the server has quite done with the last one. */
    @Test
    void whoAsksBeforeTheLastAnswerHasEndedIsStillHeardAfterwards() throws Exception {
        for (int i = 0; i < 20; i++) {
            var socket = connect();
            send(socket, "GET /later HTTP/1.1\r\nHost: here\r\n\r\n" + GET);
            readUntil(socket, "later");
            readUntil(socket, "here");
            send(socket, GET);
            readUntil(socket, "here");
        }
    }

    @Test
    void aBodyThatTricklesEnds() throws Exception {
        var socket = connect();
        send(socket, post(1_000_000));
        var drip = dripInto(socket, "a=1&");
        assertThat(answer(socket)).startsWith("HTTP/1.1 408 ");
        drip.interrupt();
    }

    @Test
    void aBodyThatStopsEndsAlsoWhereMuchHadCome() throws Exception {
        var socket = connect();
        send(socket, post(1_000_000));
        send(socket, "a".repeat(200_000));
        assertThat(answer(socket)).startsWith("HTTP/1.1 408 ");
    }

    @Test
    void aBodyThatComesSteadilyHasAllTheTimeItNeeds() throws Exception {
        var socket = connect();
        int parts = 30;
        send(socket, post(parts * 500));
        for (int i = 0; i < parts; i++) {
            // Over twice the time that a body has to itself, at twice the pace that earns more.
            Thread.sleep(100);
            send(socket, "a".repeat(500));
        }
        assertThat(firstLine(socket)).isEqualTo("HTTP/1.1 200 OK");
    }

    @Test
    void theTimeWeTakeOurselvesIsNotTheClients() throws Exception {
        var socket = connect();
        // More than fits into the buffers on the way, read by a server that is busy for longer than any limit.
        var body = "a".repeat(16_000_000);
        var sending = Thread.ofVirtual().start(() -> send(socket, post(body.length(), "/busy") + body));
        assertThat(firstLine(socket)).isEqualTo("HTTP/1.1 200 OK");
        sending.join();
    }

    @Test
    void anAnswerMayTakeAsLongAsItLikes() throws Exception {
        var waiting = connect();
        send(waiting, GET.replace("GET /", "GET /news"));
        var slow = connect();
        send(slow, "GET / HT");
        assertThat(answer(slow)).startsWith("HTTP/1.1 408 ");
        Thread.sleep(2_000);
        news.tryEmitEmpty();
        assertThat(firstLine(waiting)).isEqualTo("HTTP/1.1 200 OK");
    }

    @Test
    void anAnswerThatNobodyReadsIsGivenUp() throws Exception {
        var socket = new Socket();
        sockets.add(socket);
        socket.setReceiveBufferSize(4096);
        socket.connect(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
        send(socket, GET.replace("GET /", "GET /long"));
        await().atMost(TIMEOUT).until(() -> bounds.guests().open() == 1);
        await().atMost(TIMEOUT).until(() -> bounds.guests().open() == 0);
    }

    @Test
    void manyThatNeverEndARequestHinderNobody() throws Exception {
        for (int i = 0; i < 300; i++) {
            send(connect(), i % 3 == 0 ? "GET / HTTP/1.1\r\n" : i % 3 == 1 ? "" : post(500) + "a");
            if (i % 30 == 0) {
                assertThat(get("/")).isEqualTo(200);
            }
        }
        assertThat(get("/")).isEqualTo(200);
        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(bounds.guests().ended()).isGreaterThanOrEqualTo(300));
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(bounds.guests().open()).isLessThanOrEqualTo(1));
    }

    @Test
    void oneClientsOldestUnusedConnectionGivesWayToItsNew() throws Exception {
        restart(bounds(TIMEOUT, List.of(), List.of(), 4000, 3));
        var waiting = connect();
        send(waiting, GET.replace("GET /", "GET /news"));
        await().atMost(TIMEOUT).until(() -> bounds.guests().open() == 1 && asked.get() == 1);
        var oldest = connect();
        send(oldest, "GET / HTTP/1.1\r\n");
        await().atMost(TIMEOUT).until(() -> bounds.guests().open() == 2);
        var kept = connect();
        await().atMost(TIMEOUT).until(() -> bounds.guests().open() == 3);
        var newest = connect();
        send(newest, GET);

        assertThat(firstLine(newest)).isEqualTo("HTTP/1.1 200 OK");
        assertThat(answer(oldest)).as("ended, with a word where something had been read of it")
                .doesNotContain("200 OK");
        send(kept, GET);
        assertThat(firstLine(kept)).isEqualTo("HTTP/1.1 200 OK");
        news.tryEmitEmpty();
        assertThat(firstLine(waiting)).isEqualTo("HTTP/1.1 200 OK");
    }

    @Test
    void oneWhoseEveryConnectionIsInUseIsToldWhenToComeBack() throws Exception {
        restart(bounds(TIMEOUT, List.of(), List.of(), 4000, 2));
        for (int i = 0; i < 2; i++) {
            send(connect(), GET.replace("GET /", "GET /news"));
        }
        await().atMost(TIMEOUT).until(() -> asked.get() == 2);
        var third = connect();
        send(third, GET);
        assertThat(answer(third)).startsWith("HTTP/1.1 429 ").contains("Retry-After: 30", "接続が多すぎます");
        news.tryEmitEmpty();
        await().atMost(TIMEOUT).until(() -> get("/") == 200);
    }

    @Test
    void moreThanThereIsRoomForIsToldWhenToComeBack() throws Exception {
        restart(bounds(TIMEOUT, List.of(), List.of(), 2, 400));
        send(connect(), GET);
        send(connect(), GET);
        await().atMost(TIMEOUT).until(() -> bounds.guests().open() == 2);
        var third = connect();
        send(third, GET);
        assertThat(answer(third)).startsWith("HTTP/1.1 503 ").contains("Retry-After: 5");
    }

    @Test
    void aProxyIsManyClientsAndEachIsCountedByItself() throws Exception {
        restart(bounds(TIMEOUT, List.of("127.0.0.1"), List.of("192.0.2.0/24"), 4000, 2));
        for (int i = 0; i < 2; i++) {
            send(connect(), forwarded("/news", "198.51.100.1"));
        }
        await().atMost(TIMEOUT).until(() -> asked.get() == 2);
        var third = connect();
        send(third, forwarded("/", "198.51.100.1"));
        assertThat(answer(third)).startsWith("HTTP/1.1 429 ");
        var other = connect();
        send(other, forwarded("/", "198.51.100.2"));
        assertThat(firstLine(other)).isEqualTo("HTTP/1.1 200 OK");
        for (int i = 0; i < 5; i++) {
            var office = connect();
            send(office, forwarded(i < 4 ? "/news" : "/", "192.0.2.1"));
            if (i == 4) {
                assertThat(firstLine(office)).as("a network that many share").isEqualTo("HTTP/1.1 200 OK");
            }
        }
        news.tryEmitEmpty();
        await().atMost(TIMEOUT).untilAsserted(() -> {
            var again = connect();
            send(again, forwarded("/", "198.51.100.1"));
            assertThat(firstLine(again)).isEqualTo("HTTP/1.1 200 OK");
        });
    }

    private static String forwarded(String path, String client) {
        return "GET " + path + " HTTP/1.1\r\nHost: here\r\nX-Forwarded-For: 203.0.113.9, " + client + "\r\n\r\n";
    }

    private static ConnectionBounds bounds(Duration head, List<String> proxies, List<String> shared, int most,
            int perClient) {
        var settings = new ConnectionSettings(Duration.ofSeconds(3), Duration.ofSeconds(4), head,
                Duration.ofMillis(1_200), DataSize.ofBytes(2_500), Duration.ofMillis(1_200), Duration.ofSeconds(30),
                Duration.ofMillis(1_500), most, perClient);
        return new ConnectionBounds(settings, new TrustedProxies(proxies), new SharedNetworks(shared));
    }

    private void restart(ConnectionBounds others) {
        server.disposeNow();
        bounds = others;
        server = serve();
    }

    private DisposableServer serve() {
        return bounds.on(HttpServer.create().host("127.0.0.1").port(0)).route(routes -> routes
                .get("/", (request, response) -> response.sendString(Mono.just("here")))
                .get("/news", (request, response) -> {
                    asked.incrementAndGet();
                    return news.asMono().then(response.sendString(Mono.just("new")).then());
                })
                .get("/later", (request, response) -> response
                        .sendString(Mono.delay(Duration.ofMillis(50)).thenReturn("later")))
                .get("/long", (request, response) -> response
                        .sendString(Flux.range(0, 2_000).map(i -> "x".repeat(100_000))))
                .post("/", (request, response) -> request.receive().then()
                        .then(response.sendString(Mono.just("taken")).then()))
                .post("/busy", (request, response) -> Mono.delay(Duration.ofSeconds(3))
                        .then(request.receive().then()).then(response.sendString(Mono.just("taken")).then())))
                .bindNow();
    }

    private Socket connect() {
        try {
            var socket = new Socket(InetAddress.getByName("127.0.0.1"), server.port());
            socket.setSoTimeout((int) TIMEOUT.toMillis());
            sockets.add(socket);
            return socket;
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void send(Socket socket, String text) {
        try {
            socket.getOutputStream().write(text.getBytes(US_ASCII));
            socket.getOutputStream().flush();
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** A byte or few every tenth of a second, until nobody listens any more. */
    private static Thread dripInto(Socket socket, String drop) {
        return Thread.ofVirtual().start(() -> {
            try {
                while (!Thread.currentThread().isInterrupted()) {
                    send(socket, drop);
                    Thread.sleep(100);
                }
            } catch (InterruptedException | IllegalStateException ended) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private static String post(int length) {
        return post(length, "/");
    }

    private static String post(int length, String path) {
        return "POST " + path + " HTTP/1.1\r\nHost: here\r\nContent-Length: " + length + "\r\n\r\n";
    }

    /** Everything up to the end of the connection. */
    private static String answer(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }

    private static void readUntil(Socket socket, String end) throws IOException {
        var heard = new StringBuilder();
        while (heard.indexOf(end) < 0) {
            int next = socket.getInputStream().read();
            assertThat(next).as("the end of %s", heard).isNotNegative();
            heard.append((char) next);
        }
    }

    private static String firstLine(Socket socket) throws IOException {
        var line = new StringBuilder();
        for (int next = socket.getInputStream().read(); next >= 0 && next != '\r'; next = socket.getInputStream()
                .read()) {
            line.append((char) next);
        }
        return line.toString();
    }

    private int get(String path) throws Exception {
        return browser.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path)).build(),
                HttpResponse.BodyHandlers.discarding()).statusCode();
    }
}
