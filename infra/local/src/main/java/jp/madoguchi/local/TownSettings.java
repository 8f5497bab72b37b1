package jp.madoguchi.local;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

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
 * @param programsDir where the programs lie unpacked
 * @param jars the runnable jar of each program, {@code madoguchi.jars.<name>}; the build tells them
 * @param trainer the script that makes the caches of the programs; without it they start without
 * @param city the city file, or {@code sample:misaki} for the second sample; a data folder keeps the city it began with
 */
record TownSettings(Path dataDir, String bindAddress, TownPorts ports, Path programsDir, Map<Program, Path> jars,
        Optional<Path> trainer, Optional<String> city) {

    static TownSettings read(String... arguments) {
        var environment = new StandardEnvironment();
        CommandLinePropertySource<?> given = new SimpleCommandLinePropertySource(arguments);
        environment.getPropertySources().addFirst(given);
        ConfigurationPropertySources.attach(environment);
        var binder = Binder.get(environment);
        var dataDir = binder.bind("madoguchi.data-dir", String.class).orElse("data");
        var folder = absolute(dataDir);
        var jars = new EnumMap<Program, Path>(Program.class);
        for (var program : Program.values()) {
            path(binder, "madoguchi.jars." + program.label()).ifPresent(jar -> jars.put(program, jar));
        }
        return new TownSettings(folder, binder.bind("madoguchi.bind-address", String.class).orElse("127.0.0.1"),
                TownPorts.read(binder), path(binder, "madoguchi.programs-dir").orElse(folder.resolve("programs")), jars,
                path(binder, "madoguchi.trainer"),
                Optional.ofNullable(binder.bind("madoguchi.city.file", String.class).orElse(null))
                        .map(file -> file.startsWith("sample:") ? file : absolute(file).toString()));
    }

    private static Optional<Path> path(Binder binder, String name) {
        return Optional.ofNullable(binder.bind(name, String.class).orElse(null)).map(TownSettings::absolute);
    }

    private static Path absolute(String path) {
        return Path.of(path).toAbsolutePath().normalize();
    }

    /** @throws TownRefused if nobody has told where the jar is */
    Path jar(Program program) {
        var jar = jars.get(program);
        if (jar == null) {
            throw new TownRefused("madoguchi.jars." + program.label() + " がありません / is not set: "
                    + "the jar of the program, target/madoguchi-" + program.label() + "-…-exec.jar");
        }
        return jar;
    }

    Path logFile() {
        return log("town");
    }

    /** @param name whose log it is: of the town itself, a program, or the training */
    Path log(String name) {
        return dataDir.resolve("logs").resolve(name + ".log");
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
