package jp.madoguchi.platform.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import jp.madoguchi.forms.Sha256;
import jp.madoguchi.platform.problem.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

/** What every object store must do, whatever stands behind it. */
abstract class ObjectStoreContract {

    private static final long MB = 1024 * 1024;
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final DefaultDataBufferFactory buffers = new DefaultDataBufferFactory();

    @TempDir
    Path spool;

    /** A store on an empty or shared bucket, whose uploads pass through this folder. */
    abstract ObjectStore store(Path spool);

    @Test
    void givesBackWhatWasPutWithItsHash() throws Exception {
        String key = key();
        byte[] content = "児童手当の添付書類".repeat(20_000).getBytes(StandardCharsets.UTF_8);

        Stored stored = put(key, content, MB);

        assertThat(stored.size()).isEqualTo(content.length);
        assertThat(stored.contentType()).isEqualTo("application/pdf");
        assertThat(stored.sha256())
                .isEqualTo(Sha256.hex(content));
        assertThat(read(store(spool).get(key))).isEqualTo(content);
        StepVerifier.create(store(spool).stat(key)).expectNext(stored).expectComplete().verify(TIMEOUT);
        assertSpoolIsEmpty();
    }

    @Test
    void givesBackAPart() {
        String key = key();
        put(key, "0123456789".getBytes(StandardCharsets.US_ASCII), MB);

        assertThat(read(store(spool).get(key, 3, 4))).asString().isEqualTo("3456");
        assertThat(read(store(spool).get(key, 8, 100))).asString().isEqualTo("89");
    }

    @Test
    void storesAFileOfTheDiskAndLeavesItThere() throws IOException {
        String key = key();
        byte[] content = "書類の写真".getBytes(StandardCharsets.UTF_8);
        Path file = Files.write(spool.resolve("mine"), content);

        Stored stored = Objects.requireNonNull(store(spool).put(key, file, "image/png").block(TIMEOUT));

        assertThat(stored).isEqualTo(store(spool).stat(key).block(TIMEOUT));
        assertThat(stored.sha256()).isEqualTo(put(key(), content, MB).sha256());
        assertThat(stored.contentType()).isEqualTo("image/png");
        assertThat(read(store(spool).get(key))).isEqualTo(content);
        assertThat(file).exists();
        Files.delete(file);
    }

    @Test
    void keepsAnEmptyFile() {
        String key = key();

        assertThat(put(key, new byte[0], MB).size()).isZero();
        assertThat(read(store(spool).get(key))).isEmpty();
    }

    @Test
    void takesExactlyTheLimitAndNotAByteMore() {
        String fits = key();
        String tooLarge = key();

        assertThat(put(fits, new byte[1000], 1000).size()).isEqualTo(1000);
        StepVerifier.create(store(spool).put(tooLarge, content(new byte[1001]), "application/pdf", 1000))
                .expectErrorSatisfies(refused -> assertThat(refused).isInstanceOf(Refusal.TooLarge.class))
                .verify(TIMEOUT);
        assertAbsent(tooLarge);
        assertSpoolIsEmpty();
    }

    @Test
    void stopsReadingWhenTheLimitIsReached() {
        AtomicInteger made = new AtomicInteger();
        Flux<DataBuffer> endless = Flux.generate(sink -> {
            made.incrementAndGet();
            sink.next(buffers.wrap(new byte[64 * 1024]));
        });

        StepVerifier.create(store(spool).put(key(), endless, "application/pdf", MB))
                .expectError(Refusal.TooLarge.class)
                .verify(TIMEOUT);

        assertThat(made.get()).isLessThan(64);
    }

    @Test
    void storesNothingWhenTheHeadIsRefused() {
        String key = key();
        HeadCheck never = head -> {
            throw new Refusal.UnsupportedKind("not-taken", "この種類のファイルは受け付けていません。");
        };

        StepVerifier.create(store(spool).put(key, content(new byte[100]), never, MB))
                .expectError(Refusal.UnsupportedKind.class)
                .verify(TIMEOUT);
        assertAbsent(key);
        assertSpoolIsEmpty();
    }

    @Test
    void storesNothingWhenTheUploadBreaksOff() {
        String key = key();
        Flux<DataBuffer> broken = Flux.concat(content(new byte[50_000]),
                Flux.error(new IOException("the phone lost its connection")));

        StepVerifier.create(store(spool).put(key, broken, "image/png", MB)).expectError(IOException.class)
                .verify(TIMEOUT);
        assertAbsent(key);
        assertSpoolIsEmpty();
    }

    @Test
    void cleansUpWhenTheUploadIsCancelled() {
        String key = key();
        Flux<DataBuffer> stuck = Flux.concat(content(new byte[50_000]), Flux.never());

        StepVerifier.create(store(spool).put(key, stuck, "image/png", MB))
                .thenAwait(Duration.ofMillis(300))
                .thenCancel()
                .verify(TIMEOUT);

        await(this::assertSpoolIsEmpty);
        assertAbsent(key);
    }

    @Test
    void holdsALargeFileNeitherOnItsWayInNorOut() {
        String key = key();
        long size = 24 * MB;
        Flux<DataBuffer> large = Flux.range(0, (int) (size / 65_536)).map(n -> buffers.wrap(new byte[65_536]));

        StepVerifier.create(store(spool).put(key, large, "application/pdf", size))
                .assertNext(stored -> assertThat(stored.size()).isEqualTo(size))
                .expectComplete()
                .verify(TIMEOUT);
        AtomicLong seen = new AtomicLong();
        AtomicInteger widest = new AtomicInteger();
        store(spool).get(key).doOnNext(buffer -> {
            seen.addAndGet(buffer.readableByteCount());
            widest.accumulateAndGet(buffer.readableByteCount(), Math::max);
            DataBufferUtils.release(buffer);
        }).blockLast(TIMEOUT);
        assertThat(seen.get()).isEqualTo(size);
        assertThat(widest.get()).isLessThanOrEqualTo(65_536);
    }

    @Test
    void letsTheReaderStopInTheMiddle() {
        String key = key();
        put(key, new byte[1_000_000], MB);

        StepVerifier.create(store(spool).get(key).map(DataBufferUtils::release), 1)
                .expectNextCount(1)
                .thenCancel()
                .verify(TIMEOUT);
        assertThat(read(store(spool).get(key))).hasSize(1_000_000);
    }

    @Test
    void replacesAsAWhole() {
        String key = key();
        put(key, "old and longer".getBytes(StandardCharsets.US_ASCII), MB);
        put(key, "new".getBytes(StandardCharsets.US_ASCII), MB);

        assertThat(read(store(spool).get(key))).asString().isEqualTo("new");
    }

    @Test
    void saysWhatIsNotThere() {
        String key = key();

        StepVerifier.create(store(spool).get(key)).expectError(Refusal.NotFound.class).verify(TIMEOUT);
        assertAbsent(key);
        StepVerifier.create(store(spool).delete(key)).expectComplete().verify(TIMEOUT);
    }

    @Test
    void deletes() {
        String key = key();
        put(key, new byte[10], MB);

        StepVerifier.create(store(spool).delete(key)).expectComplete().verify(TIMEOUT);

        assertAbsent(key);
    }

    private Stored put(String key, byte[] bytes, long limit) {
        return Objects.requireNonNull(store(spool).put(key, content(bytes), "application/pdf", limit).block(TIMEOUT));
    }

    private Flux<DataBuffer> content(byte[] bytes) {
        return DataBufferUtils.readInputStream(() -> new java.io.ByteArrayInputStream(bytes), buffers, 7_777);
    }

    private static byte[] read(Flux<DataBuffer> content) {
        return Objects.requireNonNull(DataBufferUtils.join(content).map(buffer -> {
            byte[] bytes = new byte[buffer.readableByteCount()];
            buffer.read(bytes);
            DataBufferUtils.release(buffer);
            return bytes;
        }).defaultIfEmpty(new byte[0]).block(TIMEOUT));
    }

    private void assertAbsent(String key) {
        StepVerifier.create(store(spool).stat(key).hasElement()).expectNext(false).expectComplete().verify(TIMEOUT);
    }

    private void assertSpoolIsEmpty() {
        try (Stream<Path> left = Files.list(spool)) {
            assertThat(left).isEmpty();
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    private static void await(Runnable assertion) {
        org.awaitility.Awaitility.await().atMost(TIMEOUT).untilAsserted(assertion::run);
    }

    private static String key() {
        return "contract/" + UUID.randomUUID() + "/証明 書.pdf";
    }
}
