package jp.madoguchi.bench.meter;

import java.util.Optional;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A statement as PostgreSQL logs it with {@code log_statement=all} and {@code log_destination=jsonlog} (PostgreSQL 18, 19.8).
 *
 * @param role who sent it
 * @param text with single blanks; what was bound is not in it
 * @param transaction in which it ran
 */
record LoggedStatement(String role, String text, String transaction) {

    /** By the simple protocol, by the extended one, and further rows of one already running, which is a round trip as well. */
    private static final Pattern MESSAGE = Pattern
            .compile("(?:statement|execute (?:fetch from )?\\S+): (.*)", Pattern.DOTALL);
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final JsonMapper JSON = JsonMapper.shared();

    /** Empty for lines that tell something else. */
    static Optional<LoggedStatement> read(String line) {
        var logged = JSON.readTree(line);
        var message = MESSAGE.matcher(text(logged, "message"));
        if (!message.matches()) {
            return Optional.empty();
        }
        return Optional.of(new LoggedStatement(text(logged, "user"),
                BLANKS.matcher(message.group(1)).replaceAll(" ").strip(), text(logged, "vxid")));
    }

    private static String text(JsonNode logged, String name) {
        return logged.path(name).asString("");
    }
}
