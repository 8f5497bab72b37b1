package jp.madoguchi.platform.database;

import java.util.Objects;

import io.r2dbc.spi.Readable;

/** Reads columns that are never null; one that may be is read with {@link Readable#get(String, Class)}. */
public final class Columns {

    private Columns() {}

    /**
     * @throws NullPointerException naming the column, where it is null after all: the SQL or the schema is wrong
     */
    public static <T> T required(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
