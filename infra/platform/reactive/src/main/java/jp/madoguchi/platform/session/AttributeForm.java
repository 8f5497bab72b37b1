package jp.madoguchi.platform.session;

import java.util.function.Function;

/**
 * The form in which one kind of thing is kept in a session. A room that puts anything but a text into sessions brings one as a bean.
 *
 * <p>Nodes of two releases read the same sessions: the kept record may gain components, which must then do without a value, and loses or
 * renames none. What a node does not know is left as it is when that node writes the session.
 *
 * @param kind under which it is known in the stored JSON; stays for good
 * @param type the class of the values
 * @param kept a record of plain values with the same content, none of them called {@code kind}
 * @param keep makes the record out of the value
 * @param revive makes the value out of the record; throws {@link IllegalArgumentException} or
 *            {@link NullPointerException} where the record says nothing it can use; the attribute then counts as absent
 */
public record AttributeForm<T, K extends Record>(String kind, Class<T> type, Class<K> kept, Function<T, K> keep,
        Function<K, T> revive) {

    /** For a record that is kept as it is. */
    public static <R extends Record> AttributeForm<R, R> itself(String kind, Class<R> type) {
        return new AttributeForm<>(kind, type, type, Function.identity(), Function.identity());
    }
}
