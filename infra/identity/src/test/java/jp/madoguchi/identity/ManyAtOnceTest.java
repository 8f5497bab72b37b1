package jp.madoguchi.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** More log-ins at once than passwords can be hashed: some are told to come back, none breaks, and the owner gets in. */
class ManyAtOnceTest {

    private static final String PASSWORD = "madoguchi-demo";
    private static final int CROWD = 120;

    private static IdentityServer server;

    @BeforeAll
    static void start() {
        server = new IdentityServer("--madoguchi.trusted-proxies=127.0.0.1,::1", "--madoguchi.hashing.at-once=1",
                "--madoguchi.hashing.waiting=6",
                "--madoguchi.connection.head=2s", "--madoguchi.connection.request=5s");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aCrowdIsToldToComeBackAndTheOwnerGetsIn() throws Exception {
        PlainBrowser owner = new PlainBrowser(server.issuer());
        assertThat(logIn(owner, "hanako@example.jp", PASSWORD, "192.0.2.10").statusCode()).isEqualTo(303);

        CountDownLatch ready = new CountDownLatch(CROWD);
        CountDownLatch go = new CountDownLatch(1);
        try (ExecutorService crowd = Executors.newFixedThreadPool(CROWD)) {
            List<Future<HttpResponse<String>>> answers = IntStream.range(0, CROWD)
                    .mapToObj(i -> crowd.submit(() -> one(i, ready, go))).toList();
            ready.await();
            go.countDown();
            assertThat(logIn(owner, "hanako@example.jp", PASSWORD, "192.0.2.10").statusCode())
                    .as("whoever is known waits in no stranger's queue").isEqualTo(303);

            List<HttpResponse<String>> busy = new ArrayList<>();
            List<Integer> others = new ArrayList<>();
            for (Future<HttpResponse<String>> answer : answers) {
                HttpResponse<String> got = answer.get();
                if (got.statusCode() == 503) {
                    busy.add(got);
                } else {
                    others.add(got.statusCode());
                }
            }
            assertThat(others).isNotEmpty().containsOnly(401);
            assertThat(busy).isNotEmpty().allSatisfy(page -> {
                assertThat(page.headers().firstValue("Retry-After")).contains("5");
                assertThat(page.body()).contains("混み合っているため", "value=\"nobody-");
            });
            assertThat(server.count("select count(*) from attempt where kind = 'account-network' and failures > 0"))
                    .as("only what was looked at counts as a try").isEqualTo(others.size());
        }
        assertThat(logIn(new PlainBrowser(server.issuer()), "taro@example.jp", PASSWORD, "198.51.100.1").statusCode())
                .as("afterwards everybody").isEqualTo(303);
    }

    @Test
    void aRequestThatDoesNotArriveIsEnded() throws Exception {
        List<Socket> slow = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            Socket socket = new Socket("localhost", URI.create(server.issuer()).getPort());
            socket.setSoTimeout(30_000);
            slow.add(socket);
            socket.getOutputStream().write((i % 2 == 0
                    ? "GET / HTTP/1.1\r\nHost: x\r\nX-Slow: "
                    : "POST /login/resident HTTP/1.1\r\nHost: x\r\n"
                            + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\nlogin=")
                    .getBytes(StandardCharsets.US_ASCII));
        }
        assertThat(new PlainBrowser(server.issuer()).get("/login/resident").statusCode()).isEqualTo(200);
        Thread drip = Thread.ofVirtual().start(() -> drip(slow));
        for (Socket socket : slow) {
            assertThat(ends(socket)).isTrue();
        }
        drip.interrupt();
        assertThat(new PlainBrowser(server.issuer()).get("/login/resident").statusCode()).isEqualTo(200);
    }

    @Test
    void oneAddressHoldsSoManyConnectionsAndNoMore() throws Exception {
        try (IdentityServer own = new IdentityServer("--madoguchi.connection.per-client=5")) {
            List<Socket> held = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                held.add(new Socket("127.0.0.1", URI.create(own.issuer()).getPort()));
                held.getLast().getOutputStream().write("GET / HTTP/1.1\r\n".getBytes(StandardCharsets.US_ASCII));
            }
            await().atMost(Duration.ofSeconds(30)).until(() -> {
                try (Socket sixth = new Socket("127.0.0.1", URI.create(own.issuer()).getPort())) {
                    sixth.setSoTimeout(30_000);
                    return ends(sixth);
                }
            });
            for (Socket socket : held) {
                socket.close();
            }
            await().atMost(Duration.ofSeconds(30)).ignoreExceptions()
                    .until(() -> new PlainBrowser(own.issuer()).get("/login/resident").statusCode() == 200);
        }
    }

    /** Whether the server closes the connection; what it says before does not matter. */
    private static boolean ends(Socket socket) throws IOException {
        try {
            while (socket.getInputStream().read() >= 0) {
                // On to the end.
            }
            return true;
        } catch (SocketTimeoutException stillOpen) {
            return false;
        } catch (SocketException reset) {
            return true;
        }
    }

    private static void drip(List<Socket> sockets) {
        try {
            while (true) {
                for (Socket socket : sockets) {
                    try {
                        socket.getOutputStream().write('a');
                    } catch (IOException ended) {
                        // As it should.
                    }
                }
                Thread.sleep(200);
            }
        } catch (InterruptedException done) {
            Thread.currentThread().interrupt();
        }
    }

    private static HttpResponse<String> one(int number, CountDownLatch ready, CountDownLatch go) throws Exception {
        PlainBrowser stranger = new PlainBrowser(server.issuer());
        String token = stranger.formToken("/login/resident");
        ready.countDown();
        go.await();
        return stranger.post("/login/resident",
                Map.of("login", "nobody-" + number + "@example.jp", "password", "wrong", "_csrf", token),
                "X-Forwarded-For", number % 2 == 0 ? "203.0.113.1" : "203.0." + number + ".1");
    }

    private static HttpResponse<String> logIn(PlainBrowser browser, String login, String password, String from) {
        return browser.submitWith("/login/resident", Map.of("login", login, "password", password), "X-Forwarded-For",
                from);
    }
}
