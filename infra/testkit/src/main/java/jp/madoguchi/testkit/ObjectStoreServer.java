package jp.madoguchi.testkit;

import java.nio.file.Path;
import java.util.Map;

import org.springframework.test.context.DynamicPropertyRegistry;

/** A running S3 endpoint with the two buckets of the house. */
public sealed interface ObjectStoreServer extends AutoCloseable permits EmbeddedObjectStore, ContainerObjectStore {

    String PORTAL_BUCKET = "madoguchi-portal";
    String BACKOFFICE_BUCKET = "madoguchi-backoffice";
    String REGION = "us-east-1";

    /** Base address, for example {@code http://localhost:9090}. */
    String endpoint();

    String accessKey();

    String secretKey();

    /** Makes the bucket if it is not there yet. */
    void ensureBucket(String bucket);

    @Override
    void close();

    /** The store of this JVM (in a container or embedded and in memory, see {@link Engine}); it ends with the JVM. */
    static ObjectStoreServer shared() {
        return SharedObjectStore.SERVER;
    }

    /** An endpoint on a folder, whose objects outlive the program. */
    static ObjectStoreServer durable(Path folder, int port) {
        return EmbeddedObjectStore.onFolder(folder, port);
    }

    /** The settings with which a program uses one bucket of this store. */
    default Map<String, String> settings(String bucket) {
        return settings(endpoint(), accessKey(), secretKey(), bucket);
    }

    /** The settings for what {@link #durable} started on this port in another process. */
    static Map<String, String> durableSettings(int port, String bucket) {
        return settings("http://localhost:" + port, EmbeddedObjectStore.ACCESS_KEY, EmbeddedObjectStore.SECRET_KEY,
                bucket);
    }

    private static Map<String, String> settings(String endpoint, String accessKey, String secretKey, String bucket) {
        return Map.of("madoguchi.store.endpoint", endpoint, "madoguchi.store.access-key", accessKey,
                "madoguchi.store.secret-key", secretKey, "madoguchi.store.bucket", bucket, "madoguchi.store.region",
                REGION);
    }

    /** For {@code @DynamicPropertySource} methods. */
    default void register(DynamicPropertyRegistry registry, String bucket) {
        settings(bucket).forEach((name, value) -> registry.add(name, () -> value));
    }
}
