package jp.madoguchi.testkit.trace;

import java.util.Map;

/**
 * One span as it came over the wire.
 *
 * @param program the {@code service.name}
 * @param trace 32 hexadecimal digits
 * @param parent 16 hexadecimal digits; empty where the trace begins
 */
public record ReceivedSpan(String program, String trace, String id, String parent, String name,
        Map<String, String> attributes) {

    public ReceivedSpan {
        attributes = Map.copyOf(attributes);
    }
}
