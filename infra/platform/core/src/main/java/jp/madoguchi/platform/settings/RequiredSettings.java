package jp.madoguchi.platform.settings;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;

/**
 * Settings that have no default a city could live with: addresses, secrets, its own name. A program that lacks one, or still has the
 * value of the local town, does not start, and says all of them at once. In the local town itself ({@code madoguchi.demo}) nothing is
 * asked for.
 *
 * <p>Add it to the application as a listener; it looks once the settings of all sources are together.
 */
public final class RequiredSettings implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

    private static final String LOCAL_TOWN = "madoguchi.demo";
    private static final Set<String> LOCAL_HOSTS = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final int SHORTEST_SECRET = 16;
    private static final String MISSING = "is not set";

    private final List<Rule> rules = new ArrayList<>();

    /** @param needed in which environments it is */
    private record Rule(String name, Predicate<Environment> needed,
            Function<@Nullable String, @Nullable String> flaw) {}

    /** The address under which browsers reach something: absolute, with TLS, of another machine than their own. */
    public RequiredSettings address(String name) {
        return add(name, environment -> true, value -> value == null ? MISSING : flawOfAddress(value));
    }

    /**
     * A secret of at least 16 characters.
     *
     * @param samples values that stand in the repository, so that everybody knows them
     */
    public RequiredSettings secret(String name, String... samples) {
        return add(name, environment -> true, value -> flawOfSecret(value, Set.of(samples)));
    }

    /** The same, needed only unless another setting is {@code false}. */
    public RequiredSettings secretUnlessOff(String on, String name, String... samples) {
        return add(name, environment -> environment.getProperty(on, Boolean.class, true),
                value -> flawOfSecret(value, Set.of(samples)));
    }

    private static @Nullable String flawOfSecret(@Nullable String value, Set<String> known) {
        if (value == null || value.isBlank()) {
            return MISSING;
        }
        if (known.contains(value)) {
            return "has the value of the local town, which everybody knows";
        }
        return value.length() < SHORTEST_SECRET ? "has fewer than " + SHORTEST_SECRET + " characters" : null;
    }

    /** Something that has to be said, and not as the samples say it; may be empty where the city has nothing to say. */
    public RequiredSettings own(String name, String... samples) {
        return own(name, environment -> true, samples);
    }

    /** The same, needed only unless another setting says it: a file, for example. */
    public RequiredSettings ownUnlessSet(String other, String name, String... samples) {
        return own(name, environment -> environment.getProperty(other, "").isBlank(), samples);
    }

    private RequiredSettings own(String name, Predicate<Environment> needed, String... samples) {
        var known = Set.of(samples);
        return add(name, needed,
                value -> value == null ? MISSING : known.contains(value) ? "is that of the sample city" : null);
    }

    private RequiredSettings add(String name, Predicate<Environment> needed,
            Function<@Nullable String, @Nullable String> flaw) {
        rules.add(new Rule(name, needed, flaw));
        return this;
    }

    private static @Nullable String flawOfAddress(String value) {
        try {
            var address = URI.create(value);
            if (address.getHost() == null) {
                return "is no address";
            }
            if (LOCAL_HOSTS.contains(address.getHost())) {
                return "leads each browser to its own machine";
            }
            return "https".equals(address.getScheme()) ? null : "is without TLS (https)";
        } catch (IllegalArgumentException unreadable) {
            return "is no address";
        }
    }

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent prepared) {
        check(prepared.getEnvironment());
    }

    /** @throws MissingSettingsException that names everything that is missing or still a sample */
    void check(Environment environment) {
        if (environment.getProperty(LOCAL_TOWN, Boolean.class, false)) {
            return;
        }
        var flaws = new ArrayList<MissingSettingsException.Flaw>();
        for (var rule : rules) {
            var flaw = rule.needed().test(environment) ? rule.flaw().apply(environment.getProperty(rule.name())) : null;
            if (flaw != null) {
                flaws.add(new MissingSettingsException.Flaw(rule.name(), flaw));
            }
        }
        if (!flaws.isEmpty()) {
            throw new MissingSettingsException(flaws);
        }
    }
}
