package jp.madoguchi.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import org.testcontainers.DockerClientFactory;

/**
 * Where the real PostgreSQL and S3 of a test run come from. Forced by the system property or environment variable
 * {@code madoguchi.test.engine} / {@code MADOGUCHI_TEST_ENGINE} = {@code docker}, {@code embedded} or {@code auto} (the
 * default: Docker when an engine answers, embedded otherwise).
 */
public enum Engine {
    DOCKER, EMBEDDED;

    private static final class Holder {
        static final Engine CHOSEN = choose(setting());
    }

    /** The engine of this JVM, decided once. */
    public static Engine chosen() {
        return Holder.CHOSEN;
    }

    static Engine choose(String setting) {
        return switch (setting.strip().toLowerCase(Locale.ROOT)) {
            case "docker" -> DOCKER;
            case "embedded" -> EMBEDDED;
            case "", "auto" -> dockerAnswers() ? DOCKER : EMBEDDED;
            default -> throw new IllegalArgumentException(
                    "madoguchi.test.engine must be docker, embedded or auto, not \"" + setting + "\"");
        };
    }

    private static String setting() {
        var property = System.getProperty("madoguchi.test.engine");
        if (property != null) {
            return property;
        }
        var environment = System.getenv("MADOGUCHI_TEST_ENGINE");
        return environment == null ? "auto" : environment;
    }

    private static boolean dockerAnswers() {
        // Asking Testcontainers costs seconds and a page of log where there is plainly no engine.
        boolean plausible = System.getenv("DOCKER_HOST") != null || Files.exists(Path.of("/var/run/docker.sock"))
                || Files.exists(Path.of(System.getProperty("user.home"), ".docker", "run", "docker.sock"))
                || Files.exists(Path.of(System.getProperty("user.home"), ".testcontainers.properties"));
        return plausible && DockerClientFactory.instance().isDockerAvailable();
    }
}
