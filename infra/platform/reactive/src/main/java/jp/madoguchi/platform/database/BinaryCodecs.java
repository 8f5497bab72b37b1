package jp.madoguchi.platform.database;

import io.netty.buffer.ByteBufAllocator;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.postgresql.codec.CodecRegistry;
import io.r2dbc.postgresql.extension.CodecRegistrar;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * What the driver lacks where it has rows sent in binary ({@code forceBinary}); found by it through {@link java.util.ServiceLoader}, on each
 * connection.
 */
public final class BinaryCodecs implements CodecRegistrar {

    @Override
    public Publisher<Void> register(PostgresqlConnection connection, ByteBufAllocator allocator,
            CodecRegistry registry) {
        return Mono.fromRunnable(() -> {
            registry.addFirst(new BytesIn(allocator));
            registry.addFirst(new TextOut(allocator));
        });
    }
}
