package jp.madoguchi.platform.formpage;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jp.madoguchi.forms.FieldPath;
import jp.madoguchi.forms.QuestionId;
import jp.madoguchi.forms.RowId;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.answer.Answers;
import jp.madoguchi.forms.answer.Row;
import jp.madoguchi.forms.condition.Condition;
import jp.madoguchi.forms.condition.References;
import jp.madoguchi.forms.definition.Item;
import jp.madoguchi.forms.definition.Option;
import jp.madoguchi.forms.definition.Page;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.forms.definition.Question;
import jp.madoguchi.forms.definition.QuestionKind;
import jp.madoguchi.forms.definition.Repeat;
import jp.madoguchi.forms.filling.Entries;
import jp.madoguchi.forms.filling.Filling;

/**
 * Brings up every question of a page: answers the questions that its conditions speak of until they hold. What cannot be asked
 * at once, such as the questions for each of several reasons, comes up in turn.
 */
final class Revealed {

    private static final RowId FIRST = new RowId("r1");
    private static final int[] AGES = {0, 1, 5, 10, 16, 19, 25, 45, 70};

    private final Procedure procedure;
    private final LocalDate today;
    private final List<Place> places = new ArrayList<>();

    /** An item, where it stands in the first rows of its repeats, and all that has to hold for it. */
    private record Place(FieldPath path, Item item, Page page, List<Condition> conditions) {}

    private Revealed(Procedure procedure, LocalDate today) {
        this.procedure = procedure;
        this.today = today;
        for (var page : procedure.pages()) {
            page.items().forEach(
                    item -> collect(item, FieldPath.of(item.id()), page, List.of(page.showIf())));
        }
    }

    private void collect(Item item, FieldPath path, Page page, List<Condition> around) {
        var conditions = Stream.concat(around.stream(), Stream.of(item.showIf())).toList();
        places.add(new Place(path, item, page, conditions));
        if (item instanceof Repeat repeat) {
            repeat.items().forEach(inner -> collect(inner, path.in(FIRST, inner.id()), page, conditions));
        }
    }

    /**
     * The page in as many states as it takes to ask everything on it.
     *
     * @throws IllegalStateException if a question never comes up
     */
    static List<Filling> of(Procedure procedure, Page page, LocalDate today) {
        var revealed = new Revealed(procedure, today);
        var waiting = new ArrayList<>(revealed.places.stream().filter(place -> place.page().equals(page)).toList());
        var states = new ArrayList<Filling>();
        while (!waiting.isEmpty()) {
            var state = Answers.NONE;
            Set<Place> kept = new LinkedHashSet<>();
            for (var place : waiting) {
                var next = revealed.bringUp(place, state, kept);
                if (next != null) {
                    state = next;
                    kept.add(place);
                }
            }
            if (kept.isEmpty()) {
                throw new IllegalStateException("never asked: " + waiting.stream().map(Place::path).toList());
            }
            waiting.removeAll(kept);
            states.add(revealed.filling(state));
        }
        return states;
    }

    private Filling filling(Answers answers) {
        return new Filling(procedure, answers, Entries.NONE, today);
    }

    /** The answers with which this is asked and what was brought up before still is; null where there are none. */
    private @org.jspecify.annotations.Nullable Answers bringUp(Place place, Answers state, Set<Place> kept) {
        var asked = new LinkedHashSet<QuestionId>();
        place.conditions().forEach(condition -> references(condition, asked));
        var questions = asked.stream().flatMap(this::place).filter(each -> each.item() instanceof Question).toList();
        return search(place, kept, questions, 0, withRows(state, place.path()));
    }

    /** What a condition speaks of, and what has to be answered before that is asked. */
    private void references(Condition condition, Set<QuestionId> found) {
        for (var id : References.of(condition)) {
            if (!found.contains(id)) {
                place(id).flatMap(each -> each.conditions().stream()).forEach(before -> references(before, found));
                found.add(id);
            }
        }
    }

    private Stream<Place> place(QuestionId id) {
        return places.stream().filter(each -> each.item().id().equals(id));
    }

    private @org.jspecify.annotations.Nullable Answers search(Place place, Set<Place> kept, List<Place> questions,
            int from, Answers state) {
        if (shows(state, place) && kept.stream().allMatch(each -> shows(state, each))) {
            return state;
        }
        if (from == questions.size()) {
            return null;
        }
        var question = questions.get(from);
        return Stream.concat(Stream.of(state),
                candidates(((Question) question.item()).kind()).map(answer -> with(state, question.path(), answer)))
                .map(tried -> search(place, kept, questions, from + 1, tried)).filter(java.util.Objects::nonNull)
                .findFirst().orElse(null);
    }

    private boolean shows(Answers answers, Place place) {
        var visible = filling(answers).visibility();
        return visible.shows(place.page().id()) && visible.shows(place.path());
    }

    private Stream<Answer> candidates(QuestionKind kind) {
        return switch (kind) {
            case QuestionKind.YesNo _ -> Stream.of(new Answer.YesNo(true), new Answer.YesNo(false));
            case QuestionKind.ChooseOne(var options) -> chosen(options);
            case QuestionKind.ChooseMany many -> Stream.concat(chosen(many.options()),
                    Stream.of(new Answer.Choices(many.options().stream().map(Option::code).toList(), null)));
            case QuestionKind.Date _ ->
                IntStream.of(AGES).mapToObj(age -> new Answer.Date(today.minusYears(age).minusDays(20)));
            case QuestionKind.Number _,QuestionKind.Money _ ->
                IntStream.of(1, 2, 100).mapToObj(number -> new Answer.Number(BigDecimal.valueOf(number)));
            case QuestionKind.PersonName _ -> Stream.of(new Answer.PersonName("神戸", "花子", "コウベ", "ハナコ"));
            case QuestionKind.BankAccount _ ->
                Stream.of("コウベ ハナコ", "ベツノ ヒト").map(holder -> new Answer.BankAccount("0001", "みほん銀行", "123",
                        "三宮支店", "1", "1234567", holder));
            case QuestionKind.FilledByOther _,QuestionKind.Files _ -> Stream.of(new Answer.Files(List.of(
                    new Answer.FileRef(new java.util.UUID(0, 1), "書類.pdf", 1, "0".repeat(64), "application/pdf"))));
            default -> Stream.of(new Answer.Text("見本"));
        };
    }

    private static Stream<Answer> chosen(List<Option> options) {
        return options.stream().map(option -> new Answer.Choices(List.of(option.code()), null));
    }

    private static Answers withRows(Answers answers, FieldPath path) {
        return path.within().isEmpty() ? answers : changed(answers, path, 0, inner -> inner);
    }

    private static Answers with(Answers answers, FieldPath path, Answer answer) {
        return changed(answers, path, 0, inner -> inner.with(path.question(), answer));
    }

    private static Answers changed(Answers answers, FieldPath path, int depth,
            java.util.function.UnaryOperator<Answers> change) {
        if (depth == path.within().size()) {
            return change.apply(answers);
        }
        var repeat = path.within().get(depth).repeat();
        var row = answers.get(repeat, Answer.Rows.class).map(rows -> rows.rows().getFirst().answers())
                .orElse(Answers.NONE);
        return answers.with(repeat,
                new Answer.Rows(List.of(new Row(FIRST, changed(row, path, depth + 1, change)))));
    }
}
