package jp.madoguchi.local;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import jp.madoguchi.backoffice.BackofficeApplication;
import jp.madoguchi.identity.IdentityApplication;
import jp.madoguchi.portal.PortalApplication;

/** Settings of a town under test: free ports, a folder of its own, and the programs that this build has packaged. */
final class TestTown {

    /** Shared by all towns of a build, so that each program is unpacked once. */
    private static final Path PROGRAMS = Path.of("target", "programs");

    private TestTown() {}

    static TownSettings settings(Path folder) {
        var arguments = List.of("--madoguchi.data-dir=" + folder, "--madoguchi.programs-dir=" + PROGRAMS,
                jar("identity", IdentityApplication.class), jar("portal", PortalApplication.class),
                jar("backoffice", BackofficeApplication.class));
        return TownSettings
                .read(Stream.concat(Stream.of(TestPorts.arguments()), arguments.stream()).toArray(String[]::new));
    }

    /** Where the programs print; the standard output of this JVM belongs to the build. */
    static ProcessBuilder.Redirect console(Path folder) {
        return ProcessBuilder.Redirect.appendTo(folder.resolve("console.log").toFile());
    }

    private static String jar(String program, Class<?> mainClass) {
        return "--madoguchi.jars." + program + "=" + packaged(mainClass);
    }

    /** The runnable jar beside the one from which this JVM has its classes. */
    private static Path packaged(Class<?> mainClass) {
        try {
            var classes = Path.of(mainClass.getProtectionDomain().getCodeSource().getLocation().toURI());
            if (Files.isDirectory(classes)) {
                throw new IllegalStateException("The town runs packaged programs, and " + classes
                        + " is not packaged: run 'mvn verify' in place of 'mvn test'");
            }
            return classes.resolveSibling(classes.getFileName().toString().replace(".jar", "-exec.jar"));
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
