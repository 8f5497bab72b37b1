package jp.madoguchi.platform.database;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.r2dbc.postgresql.client.EncodedParameter;
import io.r2dbc.postgresql.codec.Codec;
import io.r2dbc.postgresql.codec.CodecMetadata;
import io.r2dbc.postgresql.codec.PostgresTypeIdentifier;
import io.r2dbc.postgresql.codec.PostgresqlObjectId;
import io.r2dbc.postgresql.message.Format;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Sends a bound {@code byte[]} as it is; the driver would write it out in hexadecimal digits. */
final class BytesIn implements Codec<byte[]>, CodecMetadata {

    private static final int BYTEA = PostgresqlObjectId.BYTEA.getObjectId();

    private final ByteBufAllocator allocator;

    BytesIn(ByteBufAllocator allocator) {
        this.allocator = allocator;
    }

    @Override
    public Class<?> type() {
        return byte[].class;
    }

    @Override
    public Iterable<PostgresTypeIdentifier> getDataTypes() {
        return List.of();
    }

    @Override
    public boolean canEncode(Object value) {
        return value instanceof byte[];
    }

    @Override
    public EncodedParameter encode(Object value) {
        return encode(value, BYTEA);
    }

    @Override
    public EncodedParameter encode(Object value, int dataType) {
        byte[] bytes = (byte[]) value;
        return new EncodedParameter(Format.FORMAT_BINARY, dataType,
                Mono.fromSupplier(() -> allocator.buffer(bytes.length).writeBytes(bytes)));
    }

    @Override
    public boolean canEncodeNull(Class<?> type) {
        return type == byte[].class;
    }

    @Override
    public EncodedParameter encodeNull() {
        return new EncodedParameter(Format.FORMAT_BINARY, BYTEA, EncodedParameter.NULL_VALUE);
    }

    /** The driver's own does that well. */
    @Override
    public boolean canDecode(int dataType, Format format, Class<?> type) {
        return false;
    }

    @Override
    public byte @Nullable [] decode(@Nullable ByteBuf buffer, int dataType, Format format,
            Class<? extends byte[]> type) {
        throw new UnsupportedOperationException();
    }
}
