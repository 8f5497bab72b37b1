package jp.madoguchi.platform.database;

import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import org.jspecify.annotations.Nullable;

/**
 * A bound value that may be null: the driver has to know the type of what is not there.
 */
public final class Maybe {

    private Maybe() {}

    public static <T> Parameter of(@Nullable T value, Class<T> type) {
        return value == null ? Parameters.in(type) : Parameters.in(value);
    }
}
