package jp.madoguchi.forms.publishing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jp.madoguchi.forms.FieldPath;
import jp.madoguchi.forms.Language;
import jp.madoguchi.forms.QuestionId;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.answer.Answers;
import jp.madoguchi.forms.answer.Row;
import jp.madoguchi.forms.definition.Item;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.forms.definition.Question;
import jp.madoguchi.forms.definition.Repeat;
import jp.madoguchi.forms.field.Fields;
import jp.madoguchi.forms.filling.Entries;
import jp.madoguchi.forms.filling.Filling;
import jp.madoguchi.forms.publishing.CarryOver.Left;
import jp.madoguchi.forms.reading.ReadingView;

/**
 * One draft on its way into another version.
 */
final class MovingAnswers {

    private final Filling old;
    private final Filling empty;
    private final Language language;
    private final Map<FieldPath, Left> said = new HashMap<>();
    private final Map<String, List<String>> pending = new LinkedHashMap<>();
    private final Set<FieldPath> lookAgain = new LinkedHashSet<>();
    private final List<Left> left = new ArrayList<>();

    MovingAnswers(Filling old, Procedure newer, Language language) {
        this.old = old;
        this.language = language;
        empty = new Filling(newer, Answers.NONE, Entries.NONE, old.today());
        CarryOver.lines(old, language).forEach(line -> said.put(line.path(), line));
    }

    Set<FieldPath> lookAgain() {
        return lookAgain;
    }

    List<Left> left() {
        return left;
    }

    Filling move() {
        var answers = move(List.of(), items(empty.procedure()), items(old.procedure()), old.answers());
        typedInto(old).forEach(this::moveTyped);
        return new Filling(empty.procedure(), answers, new Entries(pending), old.today());
    }

    private static List<Item> items(Procedure procedure) {
        return procedure.pages().stream().flatMap(page -> page.items().stream()).toList();
    }

    private static Optional<Item> find(List<Item> items, QuestionId id) {
        return items.stream().filter(item -> item.id().equals(id)).findFirst();
    }

    private Answers move(List<FieldPath.At> within, List<Item> newer, List<Item> older, Answers answers) {
        var moved = new LinkedHashMap<QuestionId, Answer>();
        answers.values().forEach((id, answer) -> {
            var path = new FieldPath(within, id);
            var target = find(newer, id).orElse(null);
            var former = find(older, id).orElse(null);
            if (answer instanceof Answer.Rows rows) {
                if (target instanceof Repeat repeat && former instanceof Repeat before) {
                    moved.put(id, rows.with(rows.rows().stream().map(row -> new Row(row.id(),
                            move(path.rows(row.id()), repeat.items(), before.items(), row.answers()))).toList()));
                } else if (former instanceof Repeat before) {
                    rows.rows().forEach(row -> leave(path.rows(row.id()), before.items(), row.answers()));
                }
            } else if (target instanceof Question question && former instanceof Question before) {
                move(path, before, question, answer, moved);
            } else {
                leave(path, answer);
            }
        });
        return new Answers(moved);
    }

    private void move(FieldPath path, Question former, Question question, Answer answer,
            Map<QuestionId, Answer> moved) {
        switch (Fit.of(former, question, answer, old.today(), language)) {
            case Fit.Stays(var kept, var asksTheSame) -> {
                moved.put(question.id(), kept);
                if (!asksTheSame) {
                    lookAgain.add(path);
                }
            }
            case Fit.InPart(var kept, var rest) -> {
                moved.put(question.id(), kept);
                lookAgain.add(path);
                leave(path, former, rest);
            }
            case Fit.AsTyped(var typed) -> {
                typed.parts().forEach((part, values) -> pending.put(path.field(part), values));
                lookAgain.add(path);
            }
            case Fit.AskedAnew() -> lookAgain.add(path);
            case Fit.NoPlace() -> {
                lookAgain.add(path);
                leave(path, answer);
            }
        }
    }

    private void leave(List<FieldPath.At> within, List<Item> older, Answers answers) {
        answers.values().forEach((id, answer) -> {
            var path = new FieldPath(within, id);
            if (answer instanceof Answer.Rows rows && find(older, id).orElse(null) instanceof Repeat repeat) {
                rows.rows().forEach(row -> leave(path.rows(row.id()), repeat.items(), row.answers()));
            } else {
                leave(path, answer);
            }
        });
    }

    /** What one agreed to is no word of one's own: with its question it goes. */
    private void leave(FieldPath path, Answer answer) {
        var line = said.get(path);
        if (!(answer instanceof Answer.Agreement) && line != null && !line.words().isBlank()) {
            left.add(line);
        }
    }

    private void leave(FieldPath path, Question former, Answer rest) {
        left.add(new Left(path, label(old, said, path, language), ReadingView.say(former.kind(), rest, language)));
    }

    /** What was typed and not understood stays in its field where the field is still there. */
    private void moveTyped(FieldPath path, Map<String, List<String>> typed) {
        var before = old.question(path);
        var now = empty.question(path);
        boolean fits = before.isPresent() && now.isPresent() && Fit.takesTyped(before.get().kind(), now.get().kind())
                && Fields.parts(now.get().kind()).containsAll(typed.keySet());
        if (fits) {
            typed.forEach((part, values) -> pending.put(path.field(part), values));
        } else {
            var words = words(typed);
            if (!words.isEmpty()) {
                left.add(new Left(path, label(old, said, path, language), words));
                if (now.isPresent()) {
                    lookAgain.add(path);
                }
            }
        }
    }

    /** What stands typed in a draft, in words. */
    static List<Left> typed(Filling filling, Language language) {
        var said = new HashMap<FieldPath, Left>();
        CarryOver.lines(filling, language).forEach(line -> said.put(line.path(), line));
        return typedInto(filling).entrySet().stream()
                .map(typed -> new Left(typed.getKey(), label(filling, said, typed.getKey(), language),
                        words(typed.getValue())))
                .filter(typed -> !typed.words().isEmpty()).toList();
    }

    private static String label(Filling filling, Map<FieldPath, Left> said, FieldPath path, Language language) {
        var line = said.get(path);
        return line != null
                ? line.label()
                : filling.question(path).map(question -> question.label().in(language)).orElse(path.toString());
    }

    private static String words(Map<String, List<String>> typed) {
        return typed.values().stream().flatMap(List::stream).filter(value -> !value.isBlank())
                .collect(Collectors.joining(" "));
    }

    /** The fields that are typed into, by question and part; what belongs to no question is none. */
    private static Map<FieldPath, Map<String, List<String>>> typedInto(Filling filling) {
        var typed = new LinkedHashMap<FieldPath, Map<String, List<String>>>();
        filling.pending().fields().forEach((field, values) -> {
            var names = field.split("\\.", -1);
            for (int length = 1; length <= names.length && length <= 2 * FieldPath.MOST_DEEP + 1; length += 2) {
                var path = path(String.join(".", Arrays.copyOf(names, length)));
                if (path.flatMap(filling::question).isPresent()) {
                    typed.computeIfAbsent(path.get(), _ -> new LinkedHashMap<>())
                            .put(String.join(".", Arrays.copyOfRange(names, length, names.length)), values);
                    return;
                }
            }
        });
        return typed;
    }

    private static Optional<FieldPath> path(String text) {
        try {
            return Optional.of(FieldPath.parse(text));
        } catch (IllegalArgumentException noPath) {
            return Optional.empty();
        }
    }
}
