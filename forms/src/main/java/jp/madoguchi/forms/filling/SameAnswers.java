package jp.madoguchi.forms.filling;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import jp.madoguchi.forms.FieldPath;
import jp.madoguchi.forms.QuestionId;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.answer.Answers;
import jp.madoguchi.forms.answer.Row;
import jp.madoguchi.forms.definition.Item;
import jp.madoguchi.forms.definition.Question;
import jp.madoguchi.forms.definition.Repeat;

/**
 * Answers that are the same as others of the form. Nothing is remembered of the tick: a question is ticked exactly where both
 * answers are equal, and then goes along when the other one changes.
 */
final class SameAnswers {

    private final Filling before;
    private final Set<FieldPath> ticked;
    private final Set<FieldPath> typed;
    private Answers now;

    private SameAnswers(Filling before, Filling after, Set<FieldPath> ticked, Set<FieldPath> typed) {
        this.before = before;
        this.ticked = ticked;
        this.typed = typed;
        now = after.answers();
    }

    /** Whether the question's answer stands where it would be if the tick had been set. */
    static boolean isTicked(Filling filling, FieldPath path) {
        return filling.question(path).filter(question -> question.sameAs() != null)
                .flatMap(question -> source(filling.answers(), path, question)
                        .map(from -> Prefilling.suited(question.kind(), from)).map(from -> filling.answer(path)
                                .filter(from::equals).isPresent()))
                .orElse(false);
    }

    /** The answer that the tick stands for, hidden or not. */
    static Optional<Answer> source(Answers answers, FieldPath path, Question question) {
        var id = question.sameAs();
        if (id == null) {
            return Optional.empty();
        }
        for (int depth = path.within().size(); depth >= 0; depth--) {
            var found = Rows.answers(answers, path.within().subList(0, depth)).flatMap(group -> group.get(id));
            if (found.isPresent()) {
                return found.filter(Prefilling::isShareable);
            }
        }
        return Optional.empty();
    }

    /**
     * @param ticked questions of the posted page for which the tick was set
     * @param typed questions of the posted page that were answered otherwise
     */
    static Filling follow(Filling before, Filling after, Set<FieldPath> ticked, Set<FieldPath> typed) {
        var same = new SameAnswers(before, after, ticked, typed);
        for (var page : after.procedure().pages()) {
            same.now = same.items(List.of(), page.items(), same.now);
        }
        return same.now.equals(after.answers()) ? after : after.with(same.now);
    }

    private Answers items(List<FieldPath.At> within, List<Item> items, Answers group) {
        var answers = new LinkedHashMap<>(group.values());
        boolean changed = false;
        for (var item : items) {
            var path = new FieldPath(within, item.id());
            switch (item) {
                case Question question when question.sameAs() != null -> {
                    var own = copied(path, question, new Answers(answers));
                    if (own.isPresent()) {
                        answers.put(question.id(), own.get());
                        changed = true;
                    }
                }
                case Question _ -> {
                    // Takes nothing from elsewhere.
                }
                case Repeat repeat -> {
                    if (answers.get(repeat.id()) instanceof Answer.Rows rows && mayChange(repeat.items())) {
                        // What rows take from around them has to stand there already.
                        if (within.isEmpty()) {
                            now = new Answers(merged(now, answers));
                        }
                        var kept = new ArrayList<Row>();
                        rows.rows().forEach(row -> kept.add(
                                new Row(row.id(), items(path.rows(row.id()), repeat.items(), row.answers()))));
                        answers.put(repeat.id(), rows.with(kept));
                        changed = true;
                    }
                }
            }
            if (within.isEmpty() && changed) {
                now = new Answers(merged(now, answers));
            }
        }
        return within.isEmpty() ? now : new Answers(answers);
    }

    private static boolean mayChange(List<Item> items) {
        return items.stream().anyMatch(item -> switch (item) {
            case Question question -> question.sameAs() != null;
            case Repeat repeat -> mayChange(repeat.items());
        });
    }

    private static LinkedHashMap<QuestionId, Answer> merged(Answers all, LinkedHashMap<QuestionId, Answer> own) {
        var merged = new LinkedHashMap<>(all.values());
        merged.putAll(own);
        return merged;
    }

    /** What the question is answered with by the tick, or because it was the same before; empty where it stays. */
    private Optional<Answer> copied(FieldPath path, Question question, Answers group) {
        var own = group.get(question.id());
        boolean goesAlong = !typed.contains(path) && own.isPresent() && own.equals(before.answer(path))
                && isTicked(before, path);
        if (!ticked.contains(path) && !goesAlong) {
            return Optional.empty();
        }
        var id = Objects.requireNonNull(question.sameAs());
        return group.get(id).or(() -> source(now, path, question)).filter(Prefilling::isShareable)
                .map(from -> Prefilling.suited(question.kind(), from)).filter(from -> !own.equals(Optional.of(from)));
    }
}
