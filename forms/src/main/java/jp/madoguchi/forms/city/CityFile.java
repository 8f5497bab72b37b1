package jp.madoguchi.forms.city;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import jp.madoguchi.forms.source.InvalidFile;
import jp.madoguchi.forms.source.JsonTree;
import jp.madoguchi.forms.source.Problems;
import jp.madoguchi.forms.source.YamlTree;

/** Reading and writing a city: YAML for people, JSON for machines. Both have the same parts. */
public final class CityFile {

    private CityFile() {}

    /** @throws InvalidFile with everything that is wrong, line by line */
    public static City readYaml(String yaml) {
        var problems = new Problems();
        var city = new CityPart(problems).read(YamlTree.read(yaml));
        if (!problems.isEmpty()) {
            throw problems.invalid();
        }
        return city;
    }

    /** @throws InvalidFile with everything that is wrong */
    public static City readJson(String json) {
        var problems = new Problems();
        var city = new CityPart(problems).read(JsonTree.read(json));
        if (!problems.isEmpty()) {
            throw problems.invalid();
        }
        return city;
    }

    /** As {@link #readJson} reads it; equal cities have equal texts. */
    public static String writeJson(City city) {
        return CityJson.write(city).toString();
    }

    /** As {@link #readYaml} reads it. */
    public static String writeYaml(City city) {
        return CityYaml.write(city);
    }

    /** まどぐち市, the made-up city that the house comes with. */
    public static City sample() {
        return readYaml(sampleText("madoguchi"));
    }

    /**
     * A city file that comes with the house, as it was written.
     *
     * @param name {@code madoguchi} or {@code misaki}
     */
    public static String sampleText(String name) {
        try (var in = CityFile.class.getResourceAsStream("/cities/" + name + ".yaml")) {
            if (in == null) {
                throw new IllegalArgumentException("no city file " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
