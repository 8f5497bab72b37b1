package jp.madoguchi.identity.session;

/**
 * One kind of value that a room puts into sessions; the room brings it as a bean. Nothing else is taken.
 *
 * <p>Nodes of two releases read the same sessions: the record may gain components, which must then do without a value, and loses or
 * renames none. What an older release must not read at all gets the next version.
 *
 * @param kind under which it is known in the stored JSON; stays for good
 * @param version counts from 1 what an older release cannot read
 * @param type a record of plain values; its constructor throws {@link IllegalArgumentException} or {@link NullPointerException} where the
 *            JSON says nothing it can use, and the value then counts as absent
 */
public record SessionValue(String kind, int version, Class<? extends Record> type) {}
