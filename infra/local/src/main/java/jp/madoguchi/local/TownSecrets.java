package jp.madoguchi.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Properties;

/**
 * What the programs of this town share with each other and nobody else: drawn at random on the first run and kept in the
 * data folder, so that no secret stands in the source.
 */
record TownSecrets(String portalClient, String backofficeClient, String exchangeClient, String keyEncryptionKey,
        String management) {

    private static final List<String> NAMES = List.of("portal-client", "backoffice-client", "exchange-client",
            "key-encryption-key", "management");

    static TownSecrets keptIn(Path file) {
        try {
            var secrets = new Properties();
            if (Files.exists(file)) {
                try (var reader = Files.newBufferedReader(file)) {
                    secrets.load(reader);
                }
            }
            if (!secrets.stringPropertyNames().containsAll(NAMES)) {
                NAMES.forEach(name -> secrets.putIfAbsent(name, draw(name)));
                write(file, secrets);
            }
            return new TownSecrets(secret(secrets, NAMES.get(0)), secret(secrets, NAMES.get(1)),
                    secret(secrets, NAMES.get(2)), secret(secrets, NAMES.get(3)), secret(secrets, NAMES.get(4)));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep the town's secrets in " + file, e);
        }
    }

    private static String secret(Properties secrets, String name) {
        var value = secrets.getProperty(name);
        if (value == null) {
            throw new IllegalStateException("No secret " + name);
        }
        return value;
    }

    /** 256 random bits; the encryption key in plain Base64, the passwords without padding. */
    private static String draw(String name) {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return name.equals("key-encryption-key")
                ? Base64.getEncoder().encodeToString(bytes)
                : Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static void write(Path file, Properties secrets) throws IOException {
        if (!Files.exists(file) && Files.getFileStore(file.getParent()).supportsFileAttributeView("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        try (var writer = Files.newBufferedWriter(file)) {
            secrets.store(writer, "Secrets of this local town; made on its first run");
        }
    }
}
