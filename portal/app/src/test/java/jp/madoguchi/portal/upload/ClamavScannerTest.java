package jp.madoguchi.portal.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;

import jp.madoguchi.portal.upload.Scanner.Verdict;
import jp.madoguchi.testkit.Clamd;
import jp.madoguchi.testkit.FreePort;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import reactor.core.publisher.Flux;

/** The client of the virus scanner against the real one; a file is clean only if that says so. */
class ClamavScannerTest {

    private static final int PORT = FreePort.find();
    private static Clamd clamd;

    @BeforeAll
    static void start() {
        assumeThat(Clamd.isInstalled()).as("clamd is installed, as infra/check does").isTrue();
        clamd = Clamd.start(PORT).orElseThrow();
    }

    @AfterAll
    static void stop() {
        if (clamd != null) {
            clamd.close();
        }
    }

    @Test
    void findsWhatItKnowsAndNothingElse() {
        assertThat(verdict(PORT, bytes("申請書"), 64)).isEqualTo(Verdict.CLEAN);
        assertThat(verdict(PORT, bytes("x".repeat(1000) + Clamd.VIRUS), 64)).isEqualTo(Verdict.INFECTED);
        // Cut into pieces in its middle.
        assertThat(verdict(PORT, bytes(Clamd.VIRUS), 7)).isEqualTo(Verdict.INFECTED);
        assertThat(verdict(PORT, new byte[0], 64)).isEqualTo(Verdict.CLEAN);
        assertThat(verdict(PORT, random(Clamd.MOST_BYTES - 1), 64 * 1024)).isEqualTo(Verdict.CLEAN);
    }

    @Test
    void manyAtOnceAreAllJudged() {
        try (var scanner = scanner(PORT, Duration.ofSeconds(30))) {
            var verdicts = Flux.range(0, 60).flatMap(i -> scanner.scan(content(
                    bytes(i % 3 == 0 ? Clamd.VIRUS : "clean " + i), 16)), 60).collectList().block();
            assertThat(verdicts).filteredOn(Verdict.INFECTED::equals).hasSize(20);
            assertThat(verdicts).filteredOn(Verdict.CLEAN::equals).hasSize(40);
        }
    }

    @Test
    void whatItDoesNotTakeIsNotClean() {
        assertThat(verdict(PORT, random(Clamd.MOST_BYTES * 4), 64 * 1024)).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void aScannerThatIsAwayFindsNothingClean() {
        assertThat(verdict(FreePort.find(), bytes("a"), 64)).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void aScannerThatKeepsSilentFindsNothingClean() throws IOException {
        try (var silent = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
                var scanner = scanner(silent.getLocalPort(), Duration.ofMillis(300))) {
            assertThat(scanner.scan(content(bytes("a"), 64)).block()).isEqualTo(Verdict.UNKNOWN);
        }
    }

    @Test
    void aScannerThatHangsUpOrTalksNonsenseFindsNothingClean() throws IOException {
        for (var answer : new String[]{"", "stream: ", "OK", "stream: BROKEN\0", "x".repeat(10_000)}) {
            try (var odd = new ServerSocket(0, 8, InetAddress.getLoopbackAddress())) {
                var talking = Thread.ofVirtual().start(() -> {
                    try (var socket = odd.accept()) {
                        socket.getInputStream().readNBytes(10);
                        socket.getOutputStream().write(bytes(answer));
                    } catch (IOException gone) {
                        // What the client does about it is what is tested.
                    }
                });
                assertThat(verdict(odd.getLocalPort(), bytes("a"), 64)).as(answer).isEqualTo(Verdict.UNKNOWN);
                talking.interrupt();
            }
        }
    }

    private static Verdict verdict(int port, byte[] content, int piece) {
        try (var scanner = scanner(port, Duration.ofSeconds(30))) {
            return scanner.scan(content(content, piece)).blockOptional().orElseThrow();
        }
    }

    private static ClamavScanner scanner(int port, Duration timeout) {
        return new ClamavScanner("127.0.0.1", new ScannerSettings("127.0.0.1", port, timeout, 8));
    }

    private static Flux<DataBuffer> content(byte[] bytes, int piece) {
        return Flux.range(0, (bytes.length + piece - 1) / piece).map(i -> {
            int length = Math.min(piece, bytes.length - i * piece);
            return DefaultDataBufferFactory.sharedInstance.wrap(
                    java.util.Arrays.copyOfRange(bytes, i * piece, i * piece + length));
        });
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] random(int length) {
        var bytes = new byte[length];
        new Random(1).nextBytes(bytes);
        return bytes;
    }
}
