package jp.madoguchi.platform.migration;

import java.util.Arrays;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.context.annotation.Configuration;

/**
 * {@code java -jar app.jar migrate} brings an app's schema up to date and ends. So the password of the role that owns the tables is
 * known to that run alone, and not to the program that answers requests.
 */
public final class Migration {

    private static final String WORD = "migrate";

    private Migration() {}

    /** Whether the program was called for this and nothing else. */
    public static boolean isAskedFor(String... arguments) {
        return arguments.length > 0 && arguments[0].equals(WORD);
    }

    /**
     * Migrates; an exception says that it did not work, and ends the program with an error.
     *
     * @param app under whose name the settings stand
     * @param arguments of the program, the word that asked for this among them
     */
    public static void run(String app, String... arguments) {
        new SpringApplicationBuilder(Alone.class).web(WebApplicationType.NONE)
                .properties("spring.config.name=" + app)
                .run(Arrays.copyOfRange(arguments, 1, arguments.length)).close();
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration(FlywayAutoConfiguration.class)
    static class Alone {}
}
