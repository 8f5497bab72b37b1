package jp.madoguchi.local;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;

/** The manifests of one zone, read into the types of the Kubernetes API. */
final class Manifests {

    private static final Path FOLDER = Path.of("../deploy/kubernetes");
    private static final Pattern DOCUMENT_END = Pattern.compile("(?m)^---$");
    private static final KubernetesSerialization SERIALIZATION = new KubernetesSerialization();

    private final String zone;
    private final List<HasMetadata> all = new ArrayList<>();

    private Manifests(String zone) {
        this.zone = zone;
        for (var folder : List.of("", "migration")) {
            for (var file : files(folder)) {
                DOCUMENT_END.splitAsStream(text(folder, file))
                        .forEach(document -> all.add(read(document)));
            }
        }
    }

    static Manifests of(String zone) {
        return new Manifests(zone);
    }

    String zone() {
        return zone;
    }

    List<HasMetadata> all() {
        return all;
    }

    <T extends HasMetadata> List<T> all(Class<T> kind) {
        return all.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The files of a folder that hold resources. */
    List<String> files(String folder) {
        try (Stream<Path> files = Files.list(FOLDER.resolve(zone).resolve(folder))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml") && !name.equals("kustomization.yaml")).sorted().toList();
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
    }

    String text(String folder, String file) {
        try {
            return Files.readString(FOLDER.resolve(zone).resolve(folder).resolve(file));
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
    }

    List<String> unknownFields() {
        return all.stream().flatMap(resource -> unknownFields(resource).stream()).toList();
    }

    static HasMetadata read(String document) {
        return SERIALIZATION.unmarshal(document);
    }

    /** Names of fields that the Kubernetes API does not have, such as mistyped ones; it would pass over them in silence. */
    static List<String> unknownFields(HasMetadata resource) {
        var unknown = new ArrayList<String>();
        if (!(resource instanceof GenericKubernetesResource)) {
            collect(resource, resource.getKind() + " " + resource.getMetadata().getName(), unknown);
        }
        return unknown;
    }

    private static void collect(Object value, String path, List<String> unknown) {
        switch (value) {
            case Collection<?> several -> several.forEach(one -> collect(one, path, unknown));
            case Map<?, ?> map -> map.values().forEach(one -> collect(one, path, unknown));
            case Object bean when bean.getClass().getName().startsWith("io.fabric8.kubernetes.api.model") -> Stream
                    .of(bean.getClass().getMethods()).filter(Manifests::isGetter)
                    .forEach(getter -> look(bean, getter, path, unknown));
            default -> {
                // A text, a number or the like.
            }
        }
    }

    private static void look(Object bean, Method getter, String path, List<String> unknown) {
        Object value = call(bean, getter);
        if (getter.getName().equals("getAdditionalProperties")) {
            ((Map<?, ?>) value).keySet().forEach(name -> unknown.add(path + ": " + name));
        } else if (value != NOTHING) {
            collect(value, path + "." + getter.getName().substring("get".length()), unknown);
        }
    }

    private static final Object NOTHING = "";

    private static Object call(Object bean, Method getter) {
        try {
            Object value = getter.invoke(bean);
            return value == null ? NOTHING : value;
        } catch (ReflectiveOperationException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static boolean isGetter(Method method) {
        return method.getName().startsWith("get") && method.getParameterCount() == 0
                && !method.getName().equals("getClass");
    }
}
