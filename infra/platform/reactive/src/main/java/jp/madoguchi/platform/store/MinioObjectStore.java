package jp.madoguchi.platform.store;

import io.minio.BucketExistsArgs;
import io.minio.GetObjectArgs;
import io.minio.GetObjectResponse;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.RemoveObjectArgs;
import io.minio.StatObjectArgs;
import io.minio.StatObjectResponse;
import io.minio.UploadObjectArgs;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import jp.madoguchi.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;
import jp.madoguchi.platform.monitoring.FailureLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * The object store on any S3 service, through the MinIO client.
 *
 * <p>An upload is first written to a temporary file and then sent with its length known. So a slow phone holds neither a thread nor a
 * connection to the store, memory stays flat whatever the size, and an upload that is too large, of a wrong kind or broken off never
 * reaches the bucket. The price is one write and one read of the local disk.
 */
final class MinioObjectStore implements ObjectStore {

    private static final Logger LOG = LoggerFactory.getLogger(MinioObjectStore.class);
    private static final FailureLog FAILURES = new FailureLog(LOG);
    private static final String SHA256 = "sha256";
    private static final int CHUNK_BYTES = 64 * 1024;

    private final MinioClient client;
    private final StoreSettings settings;
    private final Scheduler scheduler;
    private final DefaultDataBufferFactory buffers = new DefaultDataBufferFactory();

    MinioObjectStore(MinioClient client, StoreSettings settings, Scheduler scheduler) {
        this.client = client;
        this.settings = settings;
        this.scheduler = scheduler;
    }

    @Override
    public Mono<Stored> put(String key, Flux<DataBuffer> content, HeadCheck check, long limitBytes) {
        return Mono.usingWhen(
                Mono.fromCallable(() -> Spool.open(settings.spool(), check, limitBytes)).subscribeOn(scheduler),
                spool -> content.publishOn(scheduler, 4)
                        .doOnNext(spool::take)
                        .doOnDiscard(DataBuffer.class, DataBufferUtils::release)
                        .then(call(() -> {
                            Stored stored = spool.finish(key);
                            upload(stored, spool.file());
                            return stored;
                        })),
                spool -> Mono.fromRunnable(spool::close).subscribeOn(scheduler));
    }

    @Override
    public Mono<Stored> put(String key, Path file, String contentType) {
        return call(() -> {
            var stored = new Stored(key, Files.size(file), Spool.sha256(file), contentType);
            upload(stored, file);
            return stored;
        });
    }

    private void upload(Stored stored, Path file) throws MinioException {
        try {
            uploadOnce(stored, file);
        } catch (ErrorResponseException answer) {
            if (!"NoSuchBucket".equals(answer.errorResponse().code())) {
                throw answer;
            }
            createBucket();
            uploadOnce(stored, file);
        }
    }

    private void uploadOnce(Stored stored, Path file) throws MinioException {
        client.uploadObject(UploadObjectArgs.builder()
                .bucket(settings.bucket())
                .object(stored.key())
                .filename(file.toString())
                .contentType(stored.contentType())
                .userMetadata(Map.of(SHA256, stored.sha256()))
                .build());
    }

    private void createBucket() throws MinioException {
        try {
            client.makeBucket(MakeBucketArgs.builder().bucket(settings.bucket()).build());
            LOG.info("created the bucket {}", settings.bucket());
        } catch (ErrorResponseException answer) {
            // Another node may have been quicker.
            if (!client.bucketExists(BucketExistsArgs.builder().bucket(settings.bucket()).build())) {
                throw answer;
            }
        }
    }

    @Override
    public Flux<DataBuffer> get(String key) {
        return read(key, null, null);
    }

    @Override
    public Flux<DataBuffer> get(String key, long offset, long length) {
        if (offset < 0 || length <= 0) {
            return Flux.error(new IllegalArgumentException("no such part: offset " + offset + ", length " + length));
        }
        return read(key, offset, length);
    }

    private Flux<DataBuffer> read(String key, @Nullable Long offset, @Nullable Long length) {
        Callable<GetObjectResponse> open = () -> client.getObject(GetObjectArgs.builder()
                .bucket(settings.bucket())
                .object(key)
                .offset(offset)
                .length(length)
                .build());
        return call(open)
                .flatMapMany(
                        in -> DataBufferUtils.readInputStream(() -> in, buffers, CHUNK_BYTES).subscribeOn(scheduler))
                .onErrorMap(IOException.class, failed -> unavailable("read", failed));
    }

    @Override
    public Mono<Stored> stat(String key) {
        return call(() -> {
            StatObjectResponse answer = client
                    .statObject(StatObjectArgs.builder().bucket(settings.bucket()).object(key).build());
            return new Stored(key, answer.size(),
                    Optional.ofNullable(answer.userMetadata().getFirst(SHA256)).orElse(""),
                    answer.contentType());
        }).onErrorResume(Refusal.NotFound.class, absent -> Mono.empty());
    }

    @Override
    public Mono<Void> delete(String key) {
        return call(() -> {
            client.removeObject(RemoveObjectArgs.builder().bucket(settings.bucket()).object(key).build());
            return key;
        }).onErrorResume(Refusal.NotFound.class, absent -> Mono.empty()).then();
    }

    private <T> Mono<T> call(Callable<T> work) {
        return Mono.fromCallable(work)
                .subscribeOn(scheduler)
                .onErrorMap(MinioException.class, MinioObjectStore::explained)
                // The client wraps a refused connection in this when it has no answer to wrap.
                .onErrorMap(
                        thrown -> thrown instanceof IllegalStateException && thrown.getCause() instanceof IOException,
                        thrown -> unavailable("connect", (IllegalStateException) thrown));
    }

    private static Throwable explained(MinioException thrown) {
        if (thrown instanceof ErrorResponseException answer) {
            String code = answer.errorResponse().code();
            if ("NoSuchKey".equals(code) || "NoSuchBucket".equals(code) || "NoSuchObject".equals(code)) {
                return new Refusal.NotFound("file-not-found", "ファイルが見つかりません。");
            }
        }
        return unavailable("call", thrown);
    }

    private static Refusal unavailable(String what, Exception thrown) {
        FAILURES.tell("the object store failed (" + what + ")", thrown);
        return new Refusal.Unavailable("store-unavailable", "ファイルの保管場所につながりません。しばらくしてから、もう一度お試しください。",
                Duration.ofSeconds(10));
    }
}
