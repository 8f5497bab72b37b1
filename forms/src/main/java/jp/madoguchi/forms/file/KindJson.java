package jp.madoguchi.forms.file;

import java.util.Comparator;
import java.util.List;

import jp.madoguchi.forms.definition.DateLimit;
import jp.madoguchi.forms.definition.Listing;
import jp.madoguchi.forms.definition.Option;
import jp.madoguchi.forms.definition.QuestionKind;
import jp.madoguchi.forms.definition.QuestionKind.CheckRule;
import jp.madoguchi.forms.field.QuestionField;

import tools.jackson.databind.node.ObjectNode;

/**
 * Writes the kind of a question into the question's own object; what is usual is left out.
 */
final class KindJson {

    private KindJson() {}

    static void write(QuestionKind kind, ObjectNode node) {
        node.put("kind", QuestionField.of(kind).name().inFile());
        switch (kind) {
            case QuestionKind.Time _,QuestionKind.Month _,QuestionKind.YesNo _,QuestionKind.Phone _,QuestionKind.Mail _,QuestionKind.BankAccount _ -> {
                // Without limits of their own.
            }
            case QuestionKind.Text text -> {
                node.put("max", text.maxLength());
                if (text.multiline()) {
                    node.put("multiline", true);
                }
                if (text.pattern() != null) {
                    node.put("pattern", text.pattern());
                }
                ProcedureJson.put(node, "pattern-message", text.patternMessage());
            }
            case QuestionKind.Number number -> {
                if (number.min() != null) {
                    node.put("min", number.min());
                }
                if (number.max() != null) {
                    node.put("max", number.max());
                }
                if (number.decimals() != 0) {
                    node.put("decimals", number.decimals());
                }
                ProcedureJson.put(node, "unit", number.unit());
            }
            case QuestionKind.Money money -> {
                if (money.min() != 0) {
                    node.put("min", money.min());
                }
                if (money.max() != QuestionKind.Money.MOST) {
                    node.put("max", money.max());
                }
            }
            case QuestionKind.Date date -> {
                limit(node, "earliest", date.earliest());
                limit(node, "latest", date.latest());
                var era = date.era();
                if (era != null) {
                    node.put("era", Part.printed(era));
                }
            }
            case QuestionKind.ChooseOne(var options) -> options(node, options);
            case QuestionKind.ChooseMany many -> {
                if (many.min() != 0) {
                    node.put("min", many.min());
                }
                if (many.max() != many.options().size()) {
                    node.put("max", many.max());
                }
                options(node, many.options());
            }
            case QuestionKind.ChooseListed listed -> list(node, listed.list());
            case QuestionKind.PersonName(boolean withKana) -> {
                if (!withKana) {
                    node.put("with-kana", false);
                }
            }
            case QuestionKind.Kana(int max) -> {
                if (max != 100) {
                    node.put("max", max);
                }
            }
            case QuestionKind.Address(boolean withinCity) -> {
                if (withinCity) {
                    node.put("within-city", true);
                }
            }
            case QuestionKind.CodeNumber code -> {
                node.put("min-digits", code.minDigits()).put("max-digits", code.maxDigits());
                if (code.rule() != CheckRule.NONE) {
                    node.put("rule", Part.printed(code.rule()));
                }
            }
            case QuestionKind.Files files -> files(node, files);
            case QuestionKind.FilledByOther other -> filledByOther(node, other);
            case QuestionKind.Agreement(var statement) -> ProcedureJson.put(node, "statement",
                    statement);
            case QuestionKind.Information(var text) -> ProcedureJson.put(node, "text",
                    text);
        }
    }

    private static void filledByOther(ObjectNode node, QuestionKind.FilledByOther other) {
        node.put("procedure", other.procedure().value());
        ProcedureJson.put(node, "by", other.by());
        if (!other.carries().isEmpty()) {
            var carries = node.putObject("carries");
            other.carries().entrySet().stream().sorted(Comparator.comparing(each -> each.getKey().value()))
                    .forEach(each -> carries.put(each.getKey().value(), each.getValue().value()));
        }
        if (other.namedBy() != null) {
            node.put("named-by", other.namedBy().value());
        }
        if (other.day() != null) {
            node.put("day", other.day().value());
        }
        if (other.orFiles() != null) {
            files(node.putObject("or-files"), other.orFiles());
        }
    }

    private static void files(ObjectNode node, QuestionKind.Files files) {
        if (files.min() != 0) {
            node.put("min", files.min());
        }
        if (files.max() != Math.max(1, files.min())) {
            node.put("max", files.max());
        }
        if (files.maxBytes() != KindPart.MOST_BYTES) {
            node.put("max-bytes", files.maxBytes());
        }
        if (!files.types().equals(KindPart.USUAL_FILES)) {
            var types = node.putArray("types");
            files.types().stream().sorted().forEach(type -> types.add(Part.printed(type)));
        }
    }

    private static void limit(ObjectNode node, String key, DateLimit limit) {
        switch (limit) {
            case DateLimit.Open _ -> {
            }
            case DateLimit.Fixed(var date) -> node.put(key, date.toString());
            case DateLimit.FromToday(var period) -> node.put(key, period.isZero() ? "today" : period.toString());
        }
    }

    private static void list(ObjectNode node, Listing listing) {
        if (!listing.groups().isEmpty()) {
            var groups = node.putArray("groups");
            listing.groups().forEach(
                    group -> ProcedureJson.put(groups.addObject().put("code", group.code()), "label", group.label()));
        }
        var list = node.putArray("list");
        listing.entries().forEach(entry -> {
            var each = list.addObject().put("code", entry.code());
            ProcedureJson.put(each, "label", entry.label());
            if (entry.group() != null) {
                each.put("group", entry.group());
            }
            if (entry.words().size() == 1) {
                each.put("words", entry.words().getFirst());
            } else if (!entry.words().isEmpty()) {
                var words = each.putArray("words");
                entry.words().forEach(words::add);
            }
        });
    }

    private static void options(ObjectNode node, List<Option> options) {
        var list = node.putArray("options");
        options.forEach(option -> {
            var each = list.addObject().put("code", option.code());
            ProcedureJson.put(each, "label", option.label());
            if (option.asksForWords()) {
                each.put("asks-for-words", true);
            }
        });
    }
}
