package jp.madoguchi.bench;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Fields and files of one posted form, in their order. */
public final class FormData {

    private static final String BOUNDARY = "madoguchi-bench-7d1f0c6b2e";

    private record Field(String name, String value) {}

    private record Attached(String name, String fileName, String mediaType, byte[] content) {}

    private final List<Field> fields = new ArrayList<>();
    private final List<Attached> files = new ArrayList<>();

    public FormData with(String name, String value) {
        fields.add(new Field(name, value));
        return this;
    }

    public FormData with(String name, String fileName, String mediaType, byte[] content) {
        files.add(new Attached(name, fileName, mediaType, content));
        return this;
    }

    int size() {
        return fields.size();
    }

    String name(int place) {
        return fields.get(place).name;
    }

    String value(int place) {
        return fields.get(place).value;
    }

    /**
     * The same with other values at some places.
     *
     * @param where which value belongs to which place, by a number of its own
     */
    FormData withValues(Map<Integer, Integer> where, IntFunction<String> value) {
        var other = new FormData();
        for (int i = 0; i < fields.size(); i++) {
            var from = where.get(i);
            other.fields.add(from == null ? fields.get(i) : new Field(fields.get(i).name, value.apply(from)));
        }
        other.files.addAll(files);
        return other;
    }

    BodyPublisher urlEncoded() {
        return BodyPublishers.ofString(fields.stream().map(field -> encoded(field.name) + "=" + encoded(field.value))
                .collect(Collectors.joining("&")));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    String multipartType() {
        return "multipart/form-data; boundary=" + BOUNDARY;
    }

    BodyPublisher multipart() {
        var parts = new ArrayList<byte[]>();
        for (var field : fields) {
            parts.add(utf8("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + field.name + "\"\r\n\r\n"
                    + field.value + "\r\n"));
        }
        for (var file : files) {
            parts.add(utf8("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + file.name
                    + "\"; filename=\"" + file.fileName + "\"\r\nContent-Type: " + file.mediaType + "\r\n\r\n"));
            parts.add(file.content);
            parts.add(utf8("\r\n"));
        }
        parts.add(utf8("--" + BOUNDARY + "--\r\n"));
        return BodyPublishers.ofByteArrays(parts);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** What will be posted, in words. */
    List<String> described() {
        return Stream.concat(fields.stream().map(field -> field.name + "=" + field.value),
                files.stream().map(file -> file.name + ":" + file.fileName)).toList();
    }
}
