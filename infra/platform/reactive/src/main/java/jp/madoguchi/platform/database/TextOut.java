package jp.madoguchi.platform.database;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.r2dbc.postgresql.client.EncodedParameter;
import io.r2dbc.postgresql.codec.Codec;
import io.r2dbc.postgresql.codec.CodecMetadata;
import io.r2dbc.postgresql.codec.PostgresqlObjectId;
import io.r2dbc.postgresql.codec.StringCodec;
import io.r2dbc.postgresql.message.Format;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads into a {@link String}, of what comes in binary, that which is no plain text: {@code jsonb} without the number of its format in front.
 * Anything else the driver would read as if its bytes were letters; it is refused.
 */
final class TextOut implements Codec<String>, CodecMetadata {

    private static final Set<PostgresqlObjectId> TEXTS = EnumSet.of(PostgresqlObjectId.TEXT, PostgresqlObjectId.VARCHAR,
            PostgresqlObjectId.BPCHAR, PostgresqlObjectId.CHAR, PostgresqlObjectId.NAME, PostgresqlObjectId.JSON,
            PostgresqlObjectId.XML, PostgresqlObjectId.UNKNOWN, PostgresqlObjectId.UNSPECIFIED);
    private static final int JSONB = PostgresqlObjectId.JSONB.getObjectId();
    private static final byte JSONB_FORMAT = 1;

    /** The driver takes who says that texts are its business for both directions. */
    private final StringCodec plain;

    TextOut(ByteBufAllocator allocator) {
        this.plain = new StringCodec(allocator);
    }

    @Override
    public Class<?> type() {
        return String.class;
    }

    @Override
    public Iterable<PostgresqlObjectId> getDataTypes() {
        return EnumSet.complementOf(EnumSet.copyOf(TEXTS));
    }

    @Override
    public Iterable<Format> getFormats() {
        return EnumSet.of(Format.FORMAT_BINARY);
    }

    @Override
    public boolean canDecode(int dataType, Format format, Class<?> type) {
        // Types made in a database, which the driver knows nothing of, are enums; they come as text.
        return type == String.class && format == Format.FORMAT_BINARY && PostgresqlObjectId.isValid(dataType)
                && !TEXTS.contains(PostgresqlObjectId.valueOf(dataType));
    }

    @Override
    public @Nullable String decode(@Nullable ByteBuf buffer, int dataType, Format format,
            Class<? extends String> type) {
        if (buffer == null) {
            return null;
        }
        if (dataType != JSONB || buffer.readByte() != JSONB_FORMAT) {
            throw new IllegalArgumentException("read as text, which needs a cast in the statement: a column of type "
                    + PostgresqlObjectId.valueOf(dataType));
        }
        return buffer.toString(StandardCharsets.UTF_8);
    }

    @Override
    public boolean canEncode(Object value) {
        return plain.canEncode(value);
    }

    @Override
    public boolean canEncodeNull(Class<?> type) {
        return plain.canEncodeNull(type);
    }

    @Override
    public EncodedParameter encode(Object value) {
        return plain.encode(value);
    }

    @Override
    public EncodedParameter encode(Object value, int dataType) {
        return plain.encode(value, dataType);
    }

    @Override
    public EncodedParameter encodeNull() {
        return plain.encodeNull();
    }
}
