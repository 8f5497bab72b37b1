package jp.madoguchi.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;

/** S3Proxy in this JVM, in memory for tests or on a folder for the local town. */
final class EmbeddedObjectStore implements ObjectStoreServer {

    static final String ACCESS_KEY = "madoguchi-local";
    static final String SECRET_KEY = "madoguchi-local-secret";

    private final BlobStore blobs;
    private final S3Proxy proxy;

    private EmbeddedObjectStore(BlobStore blobs, int port) {
        this.blobs = blobs;
        this.proxy = S3Proxy.builder().blobStore(blobs).endpoint(URI.create("http://127.0.0.1:" + port))
                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, ACCESS_KEY, SECRET_KEY).ignoreUnknownHeaders(true)
                .build();
        try {
            proxy.start();
        } catch (Exception e) {
            throw new IllegalStateException("The S3 endpoint did not start on port " + port, e);
        }
    }

    static EmbeddedObjectStore inMemory() {
        return new EmbeddedObjectStore(new TransientNio2BlobStore(), 0);
    }

    static EmbeddedObjectStore onFolder(Path folder, int port) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make the folder for objects " + folder, e);
        }
        return new EmbeddedObjectStore(new FilesystemNio2BlobStore(folder.toAbsolutePath().toString()), port);
    }

    @Override
    public String endpoint() {
        return "http://localhost:" + proxy.getPort();
    }

    @Override
    public String accessKey() {
        return ACCESS_KEY;
    }

    @Override
    public String secretKey() {
        return SECRET_KEY;
    }

    @Override
    public void ensureBucket(String bucket) {
        if (!blobs.containerExists(bucket)) {
            blobs.createContainer(bucket);
        }
    }

    @Override
    public void close() {
        try {
            proxy.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The S3 endpoint did not stop", e);
        }
    }
}
