package jp.madoguchi.local;

import java.nio.file.Path;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.CommandLinePropertySource;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * Where the town lives. Every value is a setting {@code madoguchi.…}: an argument ({@code --madoguchi.ports.portal=8090}),
 * a system property, or an environment variable ({@code MADOGUCHI_PORTS_PORTAL}), in this order.
 *
 * @param dataDir folder that keeps everything between runs; relative paths are taken from the working directory
 * @param bindAddress the address the programs listen on; this machine only unless set otherwise, because the passwords of
 *        the demo accounts are public
 */
record TownSettings(Path dataDir, String bindAddress, TownPorts ports) {

    static TownSettings read(String... arguments) {
        var environment = new StandardEnvironment();
        CommandLinePropertySource<?> given = new SimpleCommandLinePropertySource(arguments);
        environment.getPropertySources().addFirst(given);
        ConfigurationPropertySources.attach(environment);
        var binder = Binder.get(environment);
        var dataDir = binder.bind("madoguchi.data-dir", String.class).orElse("data");
        return new TownSettings(Path.of(dataDir).toAbsolutePath().normalize(),
                binder.bind("madoguchi.bind-address", String.class).orElse("127.0.0.1"), TownPorts.read(binder));
    }

    Path logFile() {
        return dataDir.resolve("logs").resolve("town.log");
    }

    String portalUrl() {
        return "http://localhost:" + ports.portal();
    }

    String backofficeUrl() {
        return "http://localhost:" + ports.backoffice();
    }

    String identityUrl() {
        return "http://localhost:" + ports.identity();
    }

    String mailboxUrl() {
        return "http://localhost:" + ports.mailbox();
    }
}
