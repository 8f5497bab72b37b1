package jp.madoguchi.platform.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import jp.madoguchi.platform.problem.Refusal;
import jp.madoguchi.testkit.FreePort;
import jp.madoguchi.testkit.ObjectStoreServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

/** The contract on whatever S3 endpoint the test kit has: MinIO in a container, or S3Proxy in this JVM. */
class MinioObjectStoreTest extends ObjectStoreContract {

    private static final Scheduler SCHEDULER = Schedulers.newBoundedElastic(8, 1000, "store-test");

    @AfterAll
    static void end() {
        SCHEDULER.dispose();
    }

    @Override
    ObjectStore store(Path spool) {
        ObjectStoreServer server = ObjectStoreServer.shared();
        return StoreConfiguration.over(settings(URI.create(server.endpoint()), server.accessKey(), server.secretKey(),
                ObjectStoreServer.PORTAL_BUCKET, spool), SCHEDULER);
    }

    @Test
    void makesItsBucketWhenThereIsNone() {
        ObjectStoreServer server = ObjectStoreServer.shared();
        ObjectStore fresh = StoreConfiguration.over(settings(URI.create(server.endpoint()), server.accessKey(),
                server.secretKey(), "madoguchi-made-on-demand", spool), SCHEDULER);

        StepVerifier.create(fresh.put("a", text("content"), "text/plain", 100)).expectNextCount(1).verifyComplete();
        StepVerifier.create(fresh.stat("a").hasElement()).expectNext(true).verifyComplete();
    }

    @Test
    void saysThatTheStoreIsAway() {
        ObjectStore away = StoreConfiguration.over(
                settings(URI.create("http://localhost:" + FreePort.find()), "a", "b", "bucket", spool), SCHEDULER);

        StepVerifier.create(away.put("a", text("content"), "text/plain", 100))
                .expectErrorSatisfies(refused -> assertThat(refused).isInstanceOf(Refusal.Unavailable.class))
                .verify(Duration.ofSeconds(30));
    }

    private static StoreSettings settings(URI endpoint, String access, String secret, String bucket, Path spool) {
        return new StoreSettings(endpoint, access, secret, bucket, ObjectStoreServer.REGION, spool,
                Duration.ofSeconds(5), 8);
    }

    private static Flux<DataBuffer> text(String text) {
        return Flux.just(new DefaultDataBufferFactory().wrap(text.getBytes(StandardCharsets.UTF_8)));
    }
}
