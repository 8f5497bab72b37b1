package jp.madoguchi.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.Map;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.util.FileSystemUtils;

/** Gives tests the whole town on free ports: one for all test classes, started by the first that asks for it. */
final class RunningTown implements BeforeAllCallback, ParameterResolver {

    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(RunningTown.class);

    /** The town and where to find it. */
    record Place(TownSettings settings, Town town, LetterBox letters) implements AutoCloseable {

        static Place open() {
            try {
                var folder = Files.createTempDirectory("madoguchi-town-");
                var settings = TestTown.settings(folder);
                var town = new Town(settings, TestTown.console(folder), Map.of());
                town.start();
                return new Place(settings, town, new LetterBox(folder.resolve("mail"), InstantSource.system()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            town.close();
            FileSystemUtils.deleteRecursively(settings.dataDir());
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
