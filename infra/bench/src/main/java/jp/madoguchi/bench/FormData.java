package jp.madoguchi.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jp.madoguchi.testkit.MultipartBody;
import jp.madoguchi.testkit.ScriptlessBrowser;

/** Fields and files of one posted form, in their order. */
public final class FormData {

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

    String urlEncoded() {
        return fields.stream()
                .map(field -> ScriptlessBrowser.encoded(field.name) + "=" + ScriptlessBrowser.encoded(field.value))
                .collect(Collectors.joining("&"));
    }

    MultipartBody multipart() {
        var body = new MultipartBody();
        fields.forEach(field -> body.field(field.name, field.value));
        files.forEach(file -> body.file(file.name, file.fileName, file.mediaType, file.content));
        return body;
    }

    /** What will be posted, in words. */
    List<String> described() {
        return Stream.concat(fields.stream().map(field -> field.name + "=" + field.value),
                files.stream().map(file -> file.name + ":" + file.fileName)).toList();
    }
}
