package jp.madoguchi.local;

import java.util.Map;
import java.util.TreeMap;

import jp.madoguchi.testkit.Database;
import jp.madoguchi.testkit.ObjectStoreServer;

/** Which settings each program gets in this town: the same names an operator would set. */
record TownPlan(TownSettings town, TownSecrets secrets, ObjectStoreServer store, Database database) {

    Map<String, String> settings(Program program) {
        var settings = new TreeMap<String, String>();
        settings.put("server.address", town.bindAddress());
        settings.put("management.server.port", Integer.toString(town.ports().management(program)));
        settings.put("management.server.address", "127.0.0.1");
        settings.put("madoguchi.management.token", secrets.management());
        settings.put("madoguchi.portal.base-url", town.portalUrl());
        settings.put("madoguchi.backoffice.base-url", town.backofficeUrl());
        settings.put("madoguchi.identity.issuer", town.identityUrl());
        settings.put("madoguchi.clients.portal.secret", secrets.portalClient());
        settings.put("madoguchi.clients.backoffice.secret", secrets.backofficeClient());
        settings.put("madoguchi.clients.exchange.secret", secrets.exchangeClient());
        // Everybody knows the passwords here, and nobody's phone is set up; the log-in page of staff says so.
        settings.put("madoguchi.identity.second-factor.required-for", "none");
        settings.put("madoguchi.mail.from", "no-reply@madoguchi.example");
        settings.put("madoguchi.demo", "true");
        // Loads of benchmarks are filed with few accounts.
        settings.put("madoguchi.drafts.per-account", "1000000");
        settings.put("madoguchi.sample-catalogue", "true");
        // A register of a city's size and two years of figures, all made up and said to be so on every page.
        settings.put("madoguchi.sample-city", "true");
        settings.put("madoguchi.sample-facts", "20000");
        settings.put("madoguchi.insight.announce-every", "1m");
        settings.put("spring.mail.host", "127.0.0.1");
        settings.put("spring.mail.port", Integer.toString(town.ports().smtp()));
        settings.put("spring.main.banner-mode", "off");
        town.city().ifPresent(city -> settings.put("madoguchi.city.file", city));
        settings.putAll(log(program));
        settings.putAll(switch (program) {
            case IDENTITY -> identity();
            case PORTAL -> reactive(town.ports().portal(), database.portal().reactiveSettings(),
                    store.settings(ObjectStoreServer.PORTAL_BUCKET));
            case BACKOFFICE -> reactive(town.ports().backoffice(), database.backoffice().reactiveSettings(),
                    store.settings(ObjectStoreServer.BACKOFFICE_BUCKET));
        });
        return settings;
    }

    /** Everything goes to a file of the program's own; warnings also to the console of the person who started the town. */
    private Map<String, String> log(Program program) {
        return Map.of("logging.file.name", town.log(program.label()).toString(),
                "logging.logback.rollingpolicy.max-history", "3", "logging.threshold.console", "WARN",
                "logging.pattern.console",
                "%d{HH:mm:ss} %-5level " + program.label() + " %logger{30} %msg%n%ex{short}");
    }

    private Map<String, String> identity() {
        var settings = new TreeMap<>(database.identity().servletSettings());
        settings.put("server.port", Integer.toString(town.ports().identity()));
        settings.put("madoguchi.identity.key-encryption-key", secrets.keyEncryptionKey());
        return settings;
    }

    private static Map<String, String> reactive(int port, Map<String, String> database, Map<String, String> store) {
        var settings = new TreeMap<>(database);
        settings.putAll(store);
        settings.put("server.port", Integer.toString(port));
        return settings;
    }
}
