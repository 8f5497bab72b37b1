package jp.madoguchi.bench.deployed;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jp.madoguchi.testkit.Database;
import jp.madoguchi.testkit.ObjectStoreServer;

/** Which settings each program gets: the names that docs/operators.md lists, with secrets drawn for this run. */
record Plan(Ports ports, Database database, String clientSecret, String exchangeSecret, String keyEncryptionKey,
        String managementToken) {

    private static final int SECRET_BYTES = 32;

    static Plan drawn(Ports ports, Database database) {
        var words = Base64.getUrlEncoder().withoutPadding();
        return new Plan(ports, database, words.encodeToString(random()), words.encodeToString(random()),
                Base64.getEncoder().encodeToString(random()), words.encodeToString(random()));
    }

    private static byte[] random() {
        var bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    List<String> arguments(Program program) {
        var settings = new TreeMap<String, String>();
        settings.put("server.address", "127.0.0.1");
        settings.put("server.port", Integer.toString(ports.of(program)));
        settings.put("management.server.address", "127.0.0.1");
        settings.put("management.server.port", Integer.toString(ports.management(program)));
        settings.put("madoguchi.management.token", managementToken);
        settings.put("madoguchi.portal.base-url", ports.address(Program.PORTAL));
        settings.put("madoguchi.backoffice.base-url", ports.address(Program.BACKOFFICE));
        settings.put("madoguchi.identity.issuer", ports.address(Program.IDENTITY));
        settings.put("madoguchi.clients.portal.secret", clientSecret);
        settings.put("madoguchi.clients.backoffice.secret", clientSecret);
        settings.put("madoguchi.clients.exchange.secret", exchangeSecret);
        settings.put("madoguchi.mail.from", "no-reply@madoguchi.example");
        settings.put("spring.mail.host", "127.0.0.1");
        settings.put("spring.mail.port", Integer.toString(ports.smtp()));
        // Staff of the sample offices, who have no phone to show; and procedures to apply for.
        settings.put("madoguchi.demo", "true");
        settings.put("madoguchi.identity.second-factor.required-for", "none");
        settings.put("madoguchi.sample-catalogue", "true");
        // Each resident here files more than a household does in its life.
        settings.put("madoguchi.drafts.per-account", "1000000");
        settings.putAll(switch (program) {
            case IDENTITY -> identity();
            case PORTAL -> reactive(database.portal().reactiveSettings(), ObjectStoreServer.PORTAL_BUCKET);
            case BACKOFFICE -> reactive(database.backoffice().reactiveSettings(),
                    ObjectStoreServer.BACKOFFICE_BUCKET);
        });
        return settings.entrySet().stream().map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toList();
    }

    private Map<String, String> identity() {
        var settings = new TreeMap<>(database.identity().servletSettings());
        settings.put("madoguchi.identity.key-encryption-key", keyEncryptionKey);
        // Three programs start at once and all residents are let in one after the other: nobody's wait is measured here.
        settings.put("madoguchi.hashing.patience", "2m");
        return settings;
    }

    private Map<String, String> reactive(Map<String, String> database, String bucket) {
        var settings = new TreeMap<>(database);
        settings.putAll(ObjectStoreServer.durableSettings(ports.store(), bucket));
        return settings;
    }
}
