package jp.madoguchi.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** What a city starts from must not hand one program's secret to another, open a door by default, or change by itself. */
class ComposeFileTest {

    private static final Path DEPLOY = Path.of("../deploy");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z0-9_]+)([^}]*)}");
    private static final Pattern SECRET = Pattern.compile(".*(PASSWORD|SECRET|KEY|TOKEN)$|.*_SECRET_KEY$");
    /** Some relays know their clients by where they stand. Not given at all is a mistake all the same. */
    private static final Pattern MAY_BE_EMPTY = Pattern.compile("(PORTAL|IDENTITY)_SMTP_(USER|PASSWORD)");
    private static final Pattern PINNED = Pattern
            .compile("[^:]+:(\\d+\\.\\d+[\\w.+-]*(@sha256:[0-9a-f]{64})?|\\$\\{MADOGUCHI_VERSION:\\?})");
    /** The server's side of a secret: it has to be known to whoever checks it. */
    private static final Map<String, Set<String>> CHECKED_BY = Map.of("CLIENT_SECRET", Set.of("identity"),
            "DB_PASSWORD", Set.of("postgres-internet", "postgres-inner"));

    private final Map<String, Object> compose = read();
    private final Map<String, Object> services = map(compose.get("services"));

    @Test
    void everyImageIsPinned() {
        services.forEach((name, service) -> assertThat(String.valueOf(map(service).get("image"))).as(name)
                .matches(PINNED).doesNotContain("latest"));
        assertThat(text("Dockerfile").lines().filter(line -> line.startsWith("FROM ")))
                .allSatisfy(from -> assertThat(from).matches("FROM \\S+:\\d+\\.\\d+\\S*( AS .*)?"));
    }

    @Test
    void aSecretIsKnownToOneProgramAndToWhoeverChecksIt() {
        var holders = new HashMap<String, Set<String>>();
        services.forEach((name, service) -> VARIABLE.matcher(String.valueOf(map(service).get("environment"))).results()
                .map(found -> found.group(1)).filter(SECRET.asMatchPredicate())
                .forEach(secret -> holders.computeIfAbsent(secret, key -> new TreeSet<>()).add(name)));
        assertThat(holders).hasSizeGreaterThan(8);
        holders.forEach((secret, programs) -> {
            var own = new HashSet<>(programs);
            CHECKED_BY.forEach((kind, checkers) -> {
                if (secret.endsWith(kind)) {
                    own.removeAll(checkers);
                }
            });
            assertThat(own).as(secret + " is held by " + programs).hasSizeLessThanOrEqualTo(1);
        });
    }

    @Test
    void noSecretHasADefaultAndNoneIsWrittenDown() {
        VARIABLE.matcher(text("compose.yaml")).results()
                .forEach(found -> assertThat(found.group(2)).as(found.group())
                        .isEqualTo(MAY_BE_EMPTY.matcher(found.group(1)).matches() ? "?" : ":?"));
        services.forEach((name, service) -> map(Objects.requireNonNullElse(map(service).get("environment"), Map.of()))
                .forEach((key, value) -> {
                    if (SECRET.matcher(key).matches() && !key.endsWith("ACCESS_KEY")) {
                        assertThat(String.valueOf(value)).as(name + " " + key).matches("\\$\\{[A-Z_]+:?\\?}");
                    }
                }));
        assertThat(text("env.example").lines().map(line -> line.split("=", 2))
                .filter(pair -> pair.length == 2 && SECRET.matcher(pair[0]).matches()))
                .isNotEmpty().allSatisfy(pair -> assertThat(pair[1]).as(pair[0]).isEmpty());
    }

    @Test
    void whoeverSendsMailCanLogInAtTheMailServer() {
        for (var program : List.of("portal", "identity")) {
            assertThat(map(map(services.get(program)).get("environment"))).as(program).containsKeys("SPRING_MAIL_HOST",
                    "SPRING_MAIL_USERNAME", "SPRING_MAIL_PASSWORD", "MADOGUCHI_MAIL_TLS");
        }
        assertThat(text("env.example")).contains("SMTP_TLS=starttls");
    }

    @Test
    void everythingThatMustBeSetStandsInTheExample() {
        var example = text("env.example");
        VARIABLE.matcher(text("compose.yaml")).results()
                .forEach(found -> assertThat(example).containsPattern("(?m)^" + found.group(1) + "="));
    }

    @Test
    void theZonesShareNothing() {
        var zones = new HashMap<String, Set<Object>>();
        services.forEach((name, service) -> {
            var networks = (List<?>) Objects.requireNonNull(map(service).get("networks"));
            assertThat(networks).as(name).hasSize(1);
            zones.computeIfAbsent(String.valueOf(networks.getFirst()), zone -> new HashSet<>()).add(name);
        });
        assertThat(zones.get("internet-zone")).contains("portal", "identity", "postgres-internet", "store-internet");
        assertThat(zones.get("inner-zone")).contains("backoffice", "postgres-inner", "store-inner");
        assertThat(String.valueOf(services.get("portal"))).doesNotContain("inner");
        assertThat(String.valueOf(services.get("backoffice"))).doesNotContain("postgres-internet", "store-internet");
    }

    @Test
    void onlyTheEdgesAnswerFromOutsideAndWithTls() {
        services.forEach((name, service) -> {
            if (!name.startsWith("edge-")) {
                assertThat(map(service)).as(name).doesNotContainKey("ports");
            }
        });
        assertThat(text("Caddyfile.internet") + text("Caddyfile.inner")).doesNotContain("http://").contains("tls ");
    }

    @Test
    void noProgramOwnsItsTables() {
        var initial = text("postgres-init.sql");
        for (var program : List.of("portal", "backoffice")) {
            assertThat(initial).contains("CREATE SCHEMA " + program + " AUTHORIZATION " + program + "_owner;");
            assertThat(String.valueOf(map(services.get(program)).get("environment"))).as(program)
                    .contains("SPRING_FLYWAY_ENABLED=false").doesNotContain("OWNER");
            var migration = map(services.get(program + "-migration"));
            assertThat(migration.get("command")).isEqualTo(List.of("migrate"));
            assertThat(map(migration.get("environment"))).containsEntry("SPRING_R2DBC_USERNAME", program)
                    .containsEntry("SPRING_FLYWAY_USER", program + "_owner");
            assertThat(String.valueOf(map(map(services.get(program)).get("depends_on")).get(program + "-migration")))
                    .contains("service_completed_successfully");
        }
    }

    @Test
    void theProgramsBelieveTheirEdgeAndNobodyElse() {
        for (var zone : Map.of("identity", "internet-zone", "portal", "internet-zone", "backoffice", "inner-zone")
                .entrySet()) {
            var trusted = map(map(services.get(zone.getKey())).get("environment")).get("MADOGUCHI_TRUSTED_PROXIES");
            assertThat(String.valueOf(map(compose.get("networks")).get(zone.getValue()))).as(zone.getKey())
                    .contains("subnet=" + trusted);
        }
    }

    @Test
    void eachStoreGivesEachProgramItsOwnBucketOnly() {
        var configs = map(compose.get("configs"));
        assertThat(configs).hasSize(2);
        configs.forEach((name, config) -> {
            var content = String.valueOf(map(config).get("content"));
            var actions = Pattern.compile("\"(Read|Write|List|Admin|Tagging)(:[\\w-]+)?\"").matcher(content).results()
                    .toList();
            assertThat(actions).hasSize(3).allSatisfy(action -> {
                assertThat(action.group(1)).isNotEqualTo("Admin");
                assertThat(action.group(2)).isEqualTo(
                        name.equals("store-internet") ? ":madoguchi-portal" : ":madoguchi-backoffice");
            });
        });
    }

    private static Map<String, Object> read() {
        return map(new Yaml().load(text("compose.yaml")));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(@Nullable Object value) {
        return (Map<String, Object>) Objects.requireNonNull(value);
    }

    private static String text(String file) {
        try {
            return Files.readString(DEPLOY.resolve(file));
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
