package jp.madoguchi.forms.publishing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

import jp.madoguchi.forms.FieldPath;
import jp.madoguchi.forms.QuestionId;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.answer.Answers;
import jp.madoguchi.forms.answer.Row;
import jp.madoguchi.forms.definition.Item;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.forms.definition.Question;
import jp.madoguchi.forms.definition.QuestionKind;
import jp.madoguchi.forms.definition.Repeat;
import jp.madoguchi.forms.field.Fields;
import jp.madoguchi.forms.filling.Entries;
import jp.madoguchi.forms.filling.Filling;

/**
 * A draft taken over into a newer version, by question id.
 *
 * @param filling the draft in the newer version
 * @param lookAgain answers that are there but whose question asks something else now, or that its limits no longer take
 * @param dropped questions of the old version whose answers have no place any more, as the old form called them
 */
public record CarryOver(Filling filling, List<FieldPath> lookAgain, List<String> dropped) {

    public CarryOver {
        lookAgain = List.copyOf(lookAgain);
        dropped = List.copyOf(dropped);
    }

    /** Takes a draft over; an answer is kept wherever a question of the same id and kind still exists. */
    public static CarryOver of(Filling old, Procedure newer, LocalDate today) {
        var moving = new Moving(old.procedure(), newer, today);
        var answers = moving.move(old.answers());
        var pending = new LinkedHashMap<String, List<String>>();
        old.pending().fields().forEach((field, values) -> {
            if (moving.knows(field)) {
                pending.put(field, values);
            }
        });
        return new CarryOver(new Filling(newer, answers, new Entries(pending), today), moving.lookAgain,
                moving.dropped);
    }

    private static final class Moving {

        private final Procedure older;
        private final Procedure newer;
        private final LocalDate today;
        private final List<FieldPath> lookAgain = new ArrayList<>();
        private final List<String> dropped = new ArrayList<>();

        Moving(Procedure older, Procedure newer, LocalDate today) {
            this.older = older;
            this.newer = newer;
            this.today = today;
        }

        Answers move(Answers answers) {
            return move(List.of(), newer.pages().stream().flatMap(page -> page.items().stream()).toList(), answers);
        }

        private Answers move(List<FieldPath.At> within, List<Item> items, Answers answers) {
            var moved = new LinkedHashMap<QuestionId, Answer>();
            answers.values().forEach((id, answer) -> {
                var path = new FieldPath(within, id);
                var target = items.stream().filter(item -> item.id().equals(id)).findFirst().orElse(null);
                switch (answer) {
                    case Answer.Rows rows when target instanceof Repeat repeat ->
                        moved.put(id, rows.with(rows.rows().stream().map(row -> new Row(row.id(),
                                move(path.rows(row.id()), repeat.items(), row.answers()))).toList()));
                    case Answer.Rows rows when rows.rows().isEmpty() -> {
                    }
                    case Answer.Rows _ -> dropped.add(label(id));
                    case Answer single when target instanceof Question question -> move(path, question, single, moved);
                    default -> dropped.add(label(id));
                }
            });
            return new Answers(moved);
        }

        private void move(FieldPath path, Question question, Answer answer,
                java.util.Map<QuestionId, Answer> moved) {
            var former = older.item(question.id()).filter(Question.class::isInstance).map(Question.class::cast);
            if (former.isEmpty() || !isOfKind(former.get(), question, answer)) {
                dropped.add(label(question.id()));
                return;
            }
            moved.put(question.id(), answer);
            boolean asksTheSame = former.get().label().equals(question.label())
                    && sameLimits(former.get().kind(), question.kind(), answer);
            if (!asksTheSame || !Fields.check(question, answer, today).isEmpty()) {
                lookAgain.add(path);
            }
        }

        /** Of a long list only the entry that was chosen matters. */
        private static boolean sameLimits(QuestionKind former, QuestionKind now, Answer answer) {
            return former instanceof QuestionKind.ChooseListed(var old)
                    && now instanceof QuestionKind.ChooseListed(var newer)
                    && answer instanceof Answer.Choices choices
                            ? choices.codes().stream().allMatch(code -> old.entry(code).equals(newer.entry(code)))
                            : former.equals(now);
        }

        /** A file stays where the question may now be answered by somebody else as well. */
        private static boolean isOfKind(Question former, Question question, Answer answer) {
            return former.kind().getClass() == question.kind().getClass()
                    || answer instanceof Answer.Files && question.kind().filesTaken() != null;
        }

        boolean knows(String field) {
            var items = newer.pages().stream().flatMap(page -> page.items().stream()).toList();
            var parts = field.split("\\.", -1);
            for (int i = 0;; i += 2) {
                var id = parts[i];
                var item = items.stream().filter(each -> each.id().value().equals(id)).findFirst().orElse(null);
                if (!(item instanceof Repeat repeat) || i + 2 >= parts.length) {
                    return item != null;
                }
                items = repeat.items();
            }
        }

        private String label(QuestionId id) {
            return older.item(id).map(item -> item.label().ja()).orElse(id.value());
        }
    }
}
