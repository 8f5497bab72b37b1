package jp.madoguchi.bench.deployed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The three programs of the house. */
public enum Program {
    IDENTITY("identity", "infra/identity"), PORTAL("portal", "portal/app"), BACKOFFICE("backoffice", "backoffice");

    private final String role;
    private final String module;

    Program(String role, String module) {
        this.role = role;
        this.module = module;
    }

    /** How messages call it, and how it logs in at the database. */
    public String role() {
        return role;
    }

    /**
     * The jar that the build made.
     *
     * @throws IllegalArgumentException if it is not built, for the person who typed the command
     */
    Path jar(Path root) {
        var target = root.resolve(module).resolve("target");
        if (Files.isDirectory(target)) {
            try (var jars = Files.newDirectoryStream(target, "*-exec.jar")) {
                for (var jar : jars) {
                    return jar;
                }
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        throw new IllegalArgumentException("no *-exec.jar in " + target
                + ": build it with mvn -DskipTests -pl infra/identity,portal/app,backoffice -am package");
    }
}
