package jp.madoguchi.forms.source;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

import jp.madoguchi.forms.Language;
import jp.madoguchi.forms.Localized;
import jp.madoguchi.forms.QuestionId;

import org.jspecify.annotations.Nullable;

/**
 * One part of a file while it is read. What is missing or wrong is noted once and read as a harmless value, so that the
 * rest of the file is still checked.
 */
public final class Part {

    private final @Nullable Tree tree;
    private final Place place;
    private final String path;
    private final ProblemSink problems;
    private final Set<String> taken = new HashSet<>();
    private String example = "";
    private boolean toldShape;

    public Part(@Nullable Tree tree, Place place, String path, ProblemSink problems) {
        this.tree = tree;
        this.place = place;
        this.path = path;
        this.problems = problems;
    }

    public boolean isMapping() {
        return tree instanceof Tree.Mapping;
    }

    /** Whether there is something here at all; what is missing has been told already. */
    public boolean isThere() {
        return tree != null;
    }

    /** Whether a single value stands here, not an empty place. */
    public boolean isScalar() {
        return tree != null && tree instanceof Tree.Scalar && !isEmpty(tree);
    }

    public boolean isSequence() {
        return tree instanceof Tree.Sequence;
    }

    public void wrong(String reason) {
        problems.add(place, path, reason);
    }

    /** With an example of what stands here, or what its words mean; shown where it is something else or not whole. */
    public Part like(String example) {
        this.example = example;
        return this;
    }

    /** Tells once that keys with values are needed here. */
    private void notMapping(String key) {
        if (!toldShape) {
            toldShape = true;
            var shown = example.isEmpty() && !key.isEmpty() ? key + ": …" : example;
            wrong("「項目: 値」の形で書いてください" + (shown.isEmpty() ? "。" : "（例：" + shown + "）。"));
        }
    }

    public boolean has(String key) {
        return tree instanceof Tree.Mapping mapping && mapping.entries().containsKey(key);
    }

    /** The part under a key that must be there. */
    public Part need(String key) {
        var part = find(key);
        if (part == null) {
            if (tree instanceof Tree.Mapping mapping) {
                missing(key, mapping);
            } else if (tree != null) {
                notMapping(key);
            }
            return new Part(null, place, child(key), problems);
        }
        return part;
    }

    private void missing(String key, Tree.Mapping mapping) {
        var empty = mapping.keys().get(key);
        if (empty == null) {
            wrong("「" + key + "」がありません。書き足してください"
                    + (example.contains(key + ":") ? "（例：" + example + "）。" : "。"));
        } else {
            problems.add(empty, child(key), "「" + key + "」の値が空です。「:」のうしろに、半角の空白を入れて値を書いてください。「#」から右は読まれません。");
        }
    }

    /** The part under a key, or null where there is none. */
    public @Nullable Part find(String key) {
        taken.add(key);
        var found = tree instanceof Tree.Mapping mapping ? mapping.entries().get(key) : null;
        return found == null || (found instanceof Tree.Scalar scalar && scalar.type() == Tree.Type.NOTHING)
                ? null
                : new Part(found, found.place(), child(key), problems);
    }

    public <T> @Nullable T maybe(String key, Function<Part, T> read) {
        var part = find(key);
        return part == null ? null : read.apply(part);
    }

    public <T> T or(String key, T otherwise, Function<Part, T> read) {
        var part = find(key);
        return part == null ? otherwise : read.apply(part);
    }

    public <T> List<T> list(String key, Function<Part, T> read) {
        var part = find(key);
        return part == null ? List.of() : part.elements(read);
    }

    public <T> List<T> elements(Function<Part, T> read) {
        if (tree instanceof Tree.Sequence sequence) {
            var values = new ArrayList<T>();
            for (var element : sequence.elements()) {
                values.add(read.apply(
                        new Part(element, element.place(), path + "[" + values.size() + "]", problems)));
            }
            return values;
        }
        if (tree != null) {
            wrong("一覧にしてください。一つでも、行の頭に「- 」を付けるか、[ ] で囲みます。");
        }
        return List.of();
    }

    public Set<String> keys() {
        return tree instanceof Tree.Mapping mapping ? mapping.entries().keySet() : Set.of();
    }

    /** Lets every key pass that is here. */
    public void takeAll() {
        taken.addAll(keys());
    }

    /** To be called when all known keys were asked for: every other key is a mistake. */
    public void done() {
        if (tree instanceof Tree.Mapping mapping) {
            mapping.keys().forEach((key, at) -> {
                if (!taken.contains(key)) {
                    problems.add(at, child(key), Hints.unknownKey(key, isEmpty(mapping.entries().get(key)), taken));
                }
            });
        } else if (tree != null) {
            notMapping("");
        }
    }

    /** As after a comma within braces: {@code {label: Yes, please}} has a key {@code please} with nothing in it. */
    private static boolean isEmpty(@Nullable Tree tree) {
        return tree instanceof Tree.Scalar scalar && scalar.type() == Tree.Type.NOTHING;
    }

    public String text() {
        if (tree instanceof Tree.Scalar scalar && scalar.type() != Tree.Type.NOTHING) {
            if (scalar.text().codePoints().anyMatch(Part::isUnprintable)) {
                wrong("目に見えない文字（制御文字など）か、壊れた文字が入っています。消して打ち直してください。");
            }
            return scalar.text();
        }
        if (tree != null) {
            wrong(Hints.notText(tree));
        }
        return "?";
    }

    public int whole() {
        if (tree instanceof Tree.Scalar scalar && scalar.text().matches("-?[0-9]{1,9}")) {
            return Integer.parseInt(scalar.text());
        }
        if (tree != null) {
            wrong(unreadable() + "9桁までの整数を、半角の数字だけで書いてください（例：10）。");
        }
        return 1;
    }

    public BigDecimal number() {
        if (tree instanceof Tree.Scalar scalar && scalar.text().matches("-?[0-9]{1,15}(\\.[0-9]{1,15})?")) {
            var value = new BigDecimal(scalar.text()).stripTrailingZeros();
            return value.scale() < 0 ? value.setScale(0) : value;
        }
        if (tree != null) {
            wrong(unreadable() + "15桁までの数を、半角の数字だけで書いてください（例：1200、0.5）。");
        }
        return BigDecimal.ONE;
    }

    public boolean truth() {
        if (tree instanceof Tree.Scalar scalar && (scalar.text().equals("true") || scalar.text().equals("false"))) {
            return scalar.text().equals("true");
        }
        if (tree != null) {
            wrong(unreadable() + "true（そうする）か false（しない）と書いてください。");
        }
        return false;
    }

    /** A text in one language (Japanese) or a mapping of language tags to texts. */
    public Localized localized() {
        if (!(tree instanceof Tree.Mapping mapping)) {
            return Localized.ja(text());
        }
        var texts = new EnumMap<Language, String>(Language.class);
        taken.addAll(Language.tags());
        mapping.keys().forEach((tag, at) -> {
            var language = Language.ofTag(tag);
            var text = mapping.entries().get(tag);
            if (language.isPresent()) {
                texts.put(language.get(), need(tag).text());
            } else if (text == null || isEmpty(text)) {
                problems.add(at, child(tag), Hints.unknownKey(tag, true, taken));
            } else {
                problems.add(text.place(), child(tag), Hints.noneOf(tag, Language.tags()));
            }
        });
        if (!texts.containsKey(Language.JA)) {
            wrong("日本語（ja）の文がありません。「ja: …」を書き足してください。");
            texts.put(Language.JA, "?");
        }
        return new Localized(texts);
    }

    /** What stands here and cannot be read; nothing where it is no single value. */
    private String unreadable() {
        return tree instanceof Tree.Scalar scalar ? Hints.unreadable(scalar.text()) : "";
    }

    /** One of the constants of an enum, written in lower case with hyphens. */
    public <E extends Enum<E>> E choice(Class<E> type) {
        var text = text();
        for (var constant : type.getEnumConstants()) {
            if (printed(constant).equals(text)) {
                return constant;
            }
        }
        if (isScalar()) {
            wrong(Hints.noneOf(text, Arrays.stream(type.getEnumConstants()).map(Part::printed).toList()) + example);
        }
        return type.getEnumConstants()[0];
    }

    public static String printed(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A name of the given form. */
    public <T> T name(Predicate<String> valid, Function<String, T> read) {
        var text = text();
        if (valid.test(text)) {
            return read.apply(text);
        }
        if (isScalar()) {
            wrong(unreadable() + "名前（id）は、半角の英小文字で始め、英小文字・数字・ハイフンだけで、64字までにしてください（例：birth-date）。");
        }
        return read.apply("x");
    }

    public QuestionId question() {
        return name(QuestionId::isValid, QuestionId::new);
    }

    /** A whole number from {@code min} to {@code max}, both included; the least where it is another. */
    public int between(int min, int max) {
        int value = whole();
        if (value < min || value > max) {
            if (isThere()) {
                wrong(min + " から " + max + " までの数にしてください。");
            }
            return min;
        }
        return value;
    }

    /** A day by the calendar, and nothing else. */
    public LocalDate date() {
        return date("暦にある年月日を書いてください（例：2026-04-01）。");
    }

    /** @param needed what is told where something else stands here */
    public LocalDate date(String needed) {
        return Objects.requireNonNullElse(guarded(() -> LocalDate.parse(text()), needed), LocalDate.EPOCH);
    }

    /** As ISO 8601 writes periods: {@code -P14D}. */
    public Period period() {
        return Objects.requireNonNullElse(guarded(() -> Period.parse(text()), "期間の書き方にしてください。P10M（10か月後）、"
                + "-P14D（14日前）、P1Y6M（1年6か月後）のように書きます。"), Period.ZERO);
    }

    /** Reads a value whose own rules may refuse it; what is needed is told then. */
    public <T> @Nullable T guarded(Supplier<T> read, String needed) {
        try {
            return read.get();
        } catch (IllegalArgumentException | DateTimeException e) {
            if (isScalar()) {
                wrong(unreadable() + needed);
            }
            return null;
        }
    }

    public Place place() {
        return place;
    }

    private static boolean isUnprintable(int c) {
        return c != '\n' && (Character.getType(c) == Character.CONTROL || Character.getType(c) == Character.SURROGATE);
    }

    private String child(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
