package jp.madoguchi.testkit.trace;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A message of Protocol Buffers, read without its definition. */
record Message(Map<Integer, List<byte[]>> delimited, Map<Integer, Long> numbers) {

    private static final int VARINT = 0;
    private static final int FIXED_64 = 1;
    private static final int DELIMITED = 2;
    private static final int FIXED_32 = 5;

    static Message of(byte[] bytes) {
        Map<Integer, List<byte[]>> delimited = new HashMap<>();
        Map<Integer, Long> numbers = new HashMap<>();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        while (in.hasRemaining()) {
            long tag = varint(in);
            int field = (int) (tag >>> 3);
            switch ((int) (tag & 7)) {
                case VARINT -> numbers.put(field, varint(in));
                case FIXED_64 -> numbers.put(field, in.getLong());
                case FIXED_32 -> numbers.put(field, (long) in.getInt());
                case DELIMITED -> {
                    byte[] part = new byte[(int) varint(in)];
                    in.get(part);
                    delimited.computeIfAbsent(field, first -> new ArrayList<>()).add(part);
                }
                default -> throw new IllegalArgumentException("wire type " + (tag & 7));
            }
        }
        return new Message(delimited, numbers);
    }

    private static long varint(ByteBuffer in) {
        long value = 0;
        for (int shift = 0;; shift += 7) {
            byte next = in.get();
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    List<byte[]> bytes(int field) {
        return delimited.getOrDefault(field, List.of());
    }

    List<Message> messages(int field) {
        return bytes(field).stream().map(Message::of).toList();
    }

    long number(int field) {
        return numbers.getOrDefault(field, 0L);
    }
}
