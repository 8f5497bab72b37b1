package jp.madoguchi.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.stream.Stream;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the whole town on free ports: one for all test classes, started by the first that asks for it. */
final class RunningTown implements BeforeAllCallback, ParameterResolver {

    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(RunningTown.class);

    /** The town and where to find it. */
    record Place(TownSettings settings, Town town, LetterBox letters) implements AutoCloseable {

        static Place open() {
            try {
                var folder = Files.createTempDirectory("madoguchi-town-");
                var arguments = Stream.concat(Stream.of(TestPorts.arguments()),
                        Stream.of("--madoguchi.data-dir=" + folder)).toArray(String[]::new);
                var settings = TownSettings.read(arguments);
                return new Place(settings, Town.start(settings),
                        new LetterBox(folder.resolve("mail"), InstantSource.system()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            town.close();
            try (var files = Files.walk(settings.dataDir())) {
                for (var file : files.sorted(java.util.Comparator.<Path>reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        place(context);
    }

    private static Place place(ExtensionContext context) {
        return context.getRoot().getStore(NAMESPACE).computeIfAbsent(Place.class, _ -> Place.open(), Place.class);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Place.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return place(context);
    }
}
