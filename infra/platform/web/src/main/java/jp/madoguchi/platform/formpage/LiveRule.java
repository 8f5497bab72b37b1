package jp.madoguchi.platform.formpage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import jp.madoguchi.forms.QuestionId;
import jp.madoguchi.forms.condition.Condition;

/**
 * A condition as far as it can change while one page is open. Questions of other pages are settled; those of this page
 * stay open and are written out for the script of the page. The server decides again on every save.
 */
sealed interface LiveRule {

    record Settled(boolean holds) implements LiveRule {}

    /** JSON that {@code madoguchi.js} reads. */
    record Open(String json) implements LiveRule {}

    /**
     * @param live  name of the posted field where a question can be answered in one field of this page, else empty
     * @param holds whether a condition holds by the answers saved
     */
    static LiveRule of(Condition condition, Function<QuestionId, Optional<String>> live, Predicate<Condition> holds) {
        return switch (condition) {
            case Condition.All all -> join("all", all.of(), true, live, holds);
            case Condition.Any any -> join("any", any.of(), false, live, holds);
            case Condition.Not not -> switch (of(not.of(), live, holds)) {
                case Settled(boolean held) -> new Settled(!held);
                case Open(String json) -> new Open("{\"op\":\"not\",\"of\":" + json + "}");
            };
            case Condition.Answered answered -> live.apply(answered.question())
                    .<LiveRule>map(name -> new Open("{\"op\":\"answered\",\"name\":" + quoted(name) + "}"))
                    .orElseGet(() -> new Settled(holds.test(answered)));
            case Condition.Is is -> live.apply(is.question())
                    .<LiveRule>map(name -> new Open("{\"op\":\"is\",\"name\":" + quoted(name) + ",\"values\":"
                            + is.values().stream().map(LiveRule::quoted).collect(Collectors.joining(",", "[", "]"))
                            + "}"))
                    .orElseGet(() -> new Settled(holds.test(is)));
            default -> new Settled(holds.test(condition));
        };
    }

    private static LiveRule join(String op, List<Condition> of, boolean neutral,
            Function<QuestionId, Optional<String>> live, Predicate<Condition> holds) {
        var open = new ArrayList<String>();
        for (var part : of) {
            switch (of(part, live, holds)) {
                case Settled(boolean held) when held != neutral -> {
                    return new Settled(held);
                }
                case Settled _ -> {
                    // Changes nothing: true in a conjunction, false in a disjunction.
                }
                case Open(String json) -> open.add(json);
            }
        }
        return open.isEmpty()
                ? new Settled(neutral)
                : new Open("{\"op\":\"" + op + "\",\"of\":[" + String.join(",", open) + "]}");
    }

    /** Names and codes consist of letters, digits, dots and hyphens; text a designer wrote is escaped. */
    private static String quoted(String text) {
        var json = new StringBuilder("\"");
        text.chars().forEach(unit -> {
            if (unit == '"' || unit == '\\' || unit < ' ') {
                json.append(String.format("\\u%04x", unit));
            } else {
                json.append((char) unit);
            }
        });
        return json.append('"').toString();
    }
}
