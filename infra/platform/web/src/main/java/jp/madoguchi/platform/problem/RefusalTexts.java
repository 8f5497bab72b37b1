package jp.madoguchi.platform.problem;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/**
 * What problems say in other languages than Japanese, by their codes. An app that speaks other languages
 * brings a file {@code refusals_<language>.properties} with every code that it may meet, those of the platform included; a language is
 * spoken as soon as its file is there. What no file has is
 * told in Japanese, as it was thrown.
 */
public final class RefusalTexts {

    private static final long MINUTE = 60;

    /** Read once, when the app starts: pages are drawn on event loops, where no file may be opened. */
    private final Map<String, Map<String, String>> patterns = new HashMap<>();

    /** @param languages as in {@code lang} attributes */
    public RefusalTexts(Set<String> languages) {
        languages.forEach(language -> patterns.put(language, read(language)));
    }

    /** What is wrong and what to do, in a language; empty where nobody wrote it. */
    public Optional<String> find(Problem problem, String language) {
        return Optional.ofNullable(patterns.getOrDefault(language, Map.of()).get(problem.code()))
                .map(pattern -> new MessageFormat(pattern, Locale.forLanguageTag(language))
                        .format(new Object[]{problem.detail(), minutes(problem)}));
    }

    /** The codes that can be told in a language. */
    public Set<String> codes(String language) {
        return patterns.getOrDefault(language, Map.of()).keySet();
    }

    private static long minutes(Problem problem) {
        return problem.properties().get("retryAfterSeconds") instanceof Long seconds
                ? Math.max(1, Math.ceilDiv(seconds, MINUTE))
                : 1;
    }

    private static Map<String, String> read(String language) {
        var texts = new HashMap<String, String>();
        try {
            var files = RefusalTexts.class.getClassLoader().getResources("refusals_" + language + ".properties");
            for (var file : Collections.list(files)) {
                var read = new Properties();
                try (var in = new InputStreamReader(file.openStream(), StandardCharsets.UTF_8)) {
                    read.load(in);
                }
                read.stringPropertyNames().forEach(code -> texts.put(code, read.getProperty(code)));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return Map.copyOf(texts);
    }
}
