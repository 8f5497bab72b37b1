package jp.madoguchi.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;

import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;

/** MinIO in a container. */
final class ContainerObjectStore implements ObjectStoreServer {

    private static final int PORT = 9000;
    private static final String USER = "madoguchi-test";
    private static final String PASSWORD = "madoguchi-test-secret";

    private final GenericContainer<?> container;

    private ContainerObjectStore(GenericContainer<?> container) {
        this.container = container;
    }

    static ContainerObjectStore start() {
        var container = new GenericContainer<>("minio/minio:latest").withEnv("MINIO_ROOT_USER", USER)
                .withEnv("MINIO_ROOT_PASSWORD", PASSWORD).withCommand("server", "/data").withExposedPorts(PORT)
                .waitingFor(Wait.forHttp("/minio/health/ready").forPort(PORT));
        container.start();
        return new ContainerObjectStore(container);
    }

    @Override
    public String endpoint() {
        return "http://" + container.getHost() + ":" + container.getMappedPort(PORT);
    }

    @Override
    public String accessKey() {
        return USER;
    }

    @Override
    public String secretKey() {
        return PASSWORD;
    }

    @Override
    public void ensureBucket(String bucket) {
        if (!bucket.matches("[a-z0-9-]{3,63}")) {
            throw new IllegalArgumentException("Not a bucket name: " + bucket);
        }
        try {
            // mc ships in the server's image; a bucket made through it needs no S3 client here.
            var made = container.execInContainer("sh", "-c", "mc alias set self http://localhost:" + PORT
                    + " \"$MINIO_ROOT_USER\" \"$MINIO_ROOT_PASSWORD\" && mc mb --ignore-existing self/" + bucket);
            if (made.getExitCode() != 0) {
                throw new IllegalStateException("Could not make bucket " + bucket + ": " + made.getStderr());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        container.stop();
    }
}
