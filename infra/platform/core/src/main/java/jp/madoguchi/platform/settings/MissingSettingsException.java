package jp.madoguchi.platform.settings;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A program does not start, since settings are missing. Tells no value. */
public final class MissingSettingsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * What is wrong with one setting.
     *
     * @param name as it stands in files
     * @param flaw in words that go on after the name
     */
    public record Flaw(String name, String flaw) {

        /** The name of the environment variable that sets it. */
        String variable() {
            return name.replace('-', '_').replace('.', '_').toUpperCase(Locale.ROOT);
        }
    }

    MissingSettingsException(List<Flaw> flaws) {
        super(flaws.stream().map(flaw -> "%s (%s) %s".formatted(flaw.name(), flaw.variable(), flaw.flaw()))
                .collect(Collectors.joining(System.lineSeparator())));
    }
}
