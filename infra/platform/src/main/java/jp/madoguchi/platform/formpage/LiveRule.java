package jp.madoguchi.platform.formpage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import jp.madoguchi.forms.QuestionId;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.answer.Answers;
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
     * @param onPage  name of the posted field of a question on this page, empty for questions of other pages
     * @param settled the effective answers
     * @param now     whether the condition holds by the answers saved, used for what the script cannot work out
     */
    static LiveRule of(Condition condition, Function<QuestionId, Optional<String>> onPage, Answers settled,
            boolean now) {
        return switch (condition) {
            case Condition.All all -> join("all", all.of(), true, onPage, settled, now);
            case Condition.Any any -> join("any", any.of(), false, onPage, settled, now);
            case Condition.Not not -> switch (of(not.of(), onPage, settled, !now)) {
                case Settled(boolean holds) -> new Settled(!holds);
                case Open(String json) -> new Open("{\"op\":\"not\",\"of\":" + json + "}");
            };
            case Condition.Answered answered -> onPage.apply(answered.question())
                    .<LiveRule>map(name -> new Open("{\"op\":\"answered\",\"name\":" + quoted(name) + "}"))
                    .orElseGet(() -> new Settled(settled.get(answered.question()).isPresent()));
            case Condition.Is is -> onPage.apply(is.question())
                    .<LiveRule>map(name -> new Open("{\"op\":\"is\",\"name\":" + quoted(name) + ",\"values\":"
                            + is.values().stream().map(LiveRule::quoted).collect(Collectors.joining(",", "[", "]"))
                            + "}"))
                    .orElseGet(() -> new Settled(settled.get(is.question()).map(answer -> matches(answer, is.values()))
                            .orElse(false)));
            default -> new Settled(now);
        };
    }

    private static LiveRule join(String op, List<Condition> of, boolean neutral,
            Function<QuestionId, Optional<String>> onPage, Answers settled, boolean now) {
        var open = new ArrayList<String>();
        for (var part : of) {
            switch (of(part, onPage, settled, now)) {
                case Settled(boolean holds) when holds != neutral -> {
                    return new Settled(holds);
                }
                case Settled same -> {
                    // Changes nothing: true in a conjunction, false in a disjunction.
                }
                case Open(String json) -> open.add(json);
            }
        }
        return open.isEmpty()
                ? new Settled(neutral)
                : new Open("{\"op\":\"" + op + "\",\"of\":[" + String.join(",", open) + "]}");
    }

    private static boolean matches(Answer answer, List<String> values) {
        return switch (answer) {
            case Answer.YesNo yesNo -> values.contains(yesNo.value() ? "yes" : "no");
            case Answer.Choices choices -> choices.codes().stream().anyMatch(values::contains);
            case Answer.Text text -> values.contains(text.value());
            case Answer.Agreement _ -> values.contains("yes");
            default -> false;
        };
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
