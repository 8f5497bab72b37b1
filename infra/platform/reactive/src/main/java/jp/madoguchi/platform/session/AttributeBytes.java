package jp.madoguchi.platform.session;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.HashMap;
import java.util.Map;

/**
 * Session attributes as bytes. Java serialization, because the sign-in objects of Spring Security are made for it; a filter lets only
 * their classes, ours and the JDK's plain values back in. Sessions hold nothing that must outlive a release: unreadable ones are
 * dropped and the visitor signs in again.
 */
final class AttributeBytes {

    private static final ObjectInputFilter FILTER = ObjectInputFilter.Config.createFilter(
            "maxdepth=40;maxrefs=20000;maxbytes=1000000;jp.madoguchi.**;org.springframework.security.**;java.lang.*;"
                    + "java.util.*;java.util.concurrent.*;java.time.*;java.net.*;java.math.*;!*");

    private AttributeBytes() {}

    static byte[] write(Map<String, Object> attributes) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(new HashMap<>(attributes));
        } catch (IOException failed) {
            throw new IllegalStateException("a session attribute cannot be kept: " + attributes.keySet(), failed);
        }
        return bytes.toByteArray();
    }

    static Map<String, Object> read(byte[] bytes) throws IOException, ClassNotFoundException {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            in.setObjectInputFilter(FILTER);
            @SuppressWarnings("unchecked")
            Map<String, Object> attributes = (Map<String, Object>) in.readObject();
            return attributes;
        }
    }
}
