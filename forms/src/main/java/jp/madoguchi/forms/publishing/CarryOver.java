package jp.madoguchi.forms.publishing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jp.madoguchi.forms.FieldPath;
import jp.madoguchi.forms.Language;
import jp.madoguchi.forms.PageId;
import jp.madoguchi.forms.QuestionId;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.answer.Answers;
import jp.madoguchi.forms.answer.Row;
import jp.madoguchi.forms.definition.Item;
import jp.madoguchi.forms.definition.Page;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.forms.definition.Question;
import jp.madoguchi.forms.definition.Repeat;
import jp.madoguchi.forms.field.Fields;
import jp.madoguchi.forms.filling.Entries;
import jp.madoguchi.forms.filling.Filling;
import jp.madoguchi.forms.filling.Finding;
import jp.madoguchi.forms.reading.ReadingView;

/**
 * A draft taken over into another version of its procedure, by question id. Pure computation; nothing that was typed is lost: it
 * is an answer, or stands typed in its field, or is left beside as words.
 *
 * @param filling the draft in that version
 * @param lookAgain what the applicant is asked to look at again, in the order of the form: answers whose question asks something
 *     else now, what does not fit any more, and what is asked newly on pages that were done
 * @param left what has no place any more
 */
public record CarryOver(Filling filling, List<FieldPath> lookAgain, List<Left> left) {

    public CarryOver {
        lookAgain = List.copyOf(lookAgain);
        left = List.copyOf(left);
    }

    /**
     * An answer that has no place any more.
     *
     * @param label the question as the older form called it, with its row
     * @param words the answer as people read it, or as it was typed; one line or several
     */
    public record Left(FieldPath path, String label, String words) {}

    /**
     * Takes a draft over. An answer is kept wherever a question of the same id stands at the same place and is of a kind that
     * takes it; an agreement only while it says the same.
     *
     * @param done the pages the applicant has been through
     * @param language of the words that are left
     */
    public static CarryOver of(Filling old, Procedure newer, Set<PageId> done, Language language) {
        var moving = new MovingAnswers(old, newer, language);
        var filling = moving.move();
        var asked = new LinkedHashSet<>(moving.lookAgain());
        asked.addAll(asked(old, filling, done));
        var order = new LinkedHashMap<QuestionId, Integer>();
        newer.pages().forEach(page -> page.items().forEach(item -> order.put(item.id(), order.size())));
        return new CarryOver(filling,
                asked.stream()
                        .sorted(Comparator.comparingInt(path -> order.getOrDefault(top(path), order.size())))
                        .toList(),
                moving.left());
    }

    /** What is wrong or missing now and was not before, on pages that are behind the applicant. */
    private static List<FieldPath> asked(Filling old, Filling now, Set<PageId> done) {
        var before = old.checkAll().stream().map(Finding::path).collect(Collectors.toSet());
        var pages = now.visiblePages();
        int last = -1;
        for (int i = 0; i < pages.size(); i++) {
            last = done.contains(pages.get(i).id()) ? i : last;
        }
        return pages.subList(0, last + 1).stream().flatMap(page -> now.check(page.id()).stream()).map(Finding::path)
                .filter(path -> !before.contains(path)).toList();
    }

    /**
     * Takes a page that was shown in one version and posted when the draft had moved to another already. What was typed counts
     * as far as the draft's version still asks for it.
     *
     * @param now the draft as it stands
     * @param shown the version the page was shown in
     * @param overtaken whether the page was saved elsewhere since; then the draft stays as it is, and what was typed otherwise is left
     * @return with what was wrong with the page where nothing of it may be kept (番号法20条)
     */
    public static Late late(Filling now, Procedure shown, Page page, Entries typed, boolean overtaken,
            Language language) {
        var saved = of(now, shown, Set.of(), language).filling().save(page.id(), typed);
        var items = page.items().stream().map(Item::id).collect(Collectors.toSet());
        if (overtaken) {
            return new Late(new CarryOver(now, List.of(), differing(saved.filling(), now, items, language)),
                    saved.findings());
        }
        var forth = of(saved.filling(), now.procedure(), Set.of(page.id()), language);
        var answers = merge(now.answers(), forth.filling().answers(), page.items(), top(now.procedure()));
        var pending = new LinkedHashMap<String, List<String>>();
        now.pending().fields().forEach((field, values) -> {
            if (!items.contains(first(field))) {
                pending.put(field, values);
            }
        });
        forth.filling().pending().fields().forEach((field, values) -> {
            if (items.contains(first(field))) {
                pending.put(field, values);
            }
        });
        return new Late(
                new CarryOver(new Filling(now.procedure(), answers, new Entries(pending), now.today()),
                        forth.lookAgain().stream().filter(path -> items.contains(top(path))).toList(),
                        forth.left().stream().filter(left -> items.contains(top(left.path()))).toList()),
                saved.findings());
    }

    /** @param findings what was wrong with the page in the version it was shown in */
    public record Late(CarryOver carried, List<Finding> findings) {
        public Late {
            findings = List.copyOf(findings);
        }
    }

    private static List<Left> differing(Filling typed, Filling now, Set<QuestionId> items, Language language) {
        var standing = new HashSet<String>();
        lines(now, language).forEach(line -> standing.add(line.path() + "=" + line.words()));
        var left = new ArrayList<Left>();
        lines(typed, language).stream().filter(line -> items.contains(top(line.path())) && !line.words().isEmpty()
                && !standing.contains(line.path() + "=" + line.words())).forEach(left::add);
        left.addAll(MovingAnswers.typed(typed, language).stream().filter(line -> items.contains(top(line.path())))
                .toList());
        return left;
    }

    /** All that is answered, as people read it. */
    static List<Left> lines(Filling filling, Language language) {
        return ReadingView.of(filling.procedure(), filling.answers(), language).sections().stream()
                .flatMap(section -> section.lines().stream()
                        .map(line -> new Left(line.path(),
                                section.level() > 1 ? section.title() + "：" + line.label() : line.label(),
                                line.value())))
                .toList();
    }

    /** The answers of {@code typed} to what was on the page, the answers of {@code now} to all else. */
    private static Answers merge(Answers now, Answers typed, List<Item> page, List<Item> newer) {
        var merged = new LinkedHashMap<>(now.values());
        for (var item : page) {
            var target = newer.stream().filter(each -> each.id().equals(item.id())).findFirst().orElse(null);
            var answer = typed.get(item.id()).orElse(null);
            if (item instanceof Repeat old && target instanceof Repeat repeat) {
                if (answer instanceof Answer.Rows rows) {
                    var standing = now.get(item.id(), Answer.Rows.class).map(Answer.Rows::rows).orElse(List.of());
                    merged.put(item.id(),
                            rows.with(rows.rows().stream().map(row -> row(row, standing, old, repeat)).toList()));
                }
            } else if (target instanceof Question && answer != null) {
                merged.put(item.id(), answer);
            } else if (target instanceof Question question && !isOnlyUploaded(question)) {
                merged.remove(item.id());
            }
        }
        return new Answers(merged);
    }

    private static Row row(Row typed, List<Row> standing, Repeat old, Repeat newer) {
        var now = standing.stream().filter(row -> row.id().equals(typed.id())).map(Row::answers).findFirst()
                .orElse(Answers.NONE);
        return new Row(typed.id(), merge(now, typed.answers(), old.items(), newer.items()));
    }

    /** A page says nothing of what is not posted with it. */
    private static boolean isOnlyUploaded(Question question) {
        return Fields.parts(question.kind()).isEmpty();
    }

    private static List<Item> top(Procedure procedure) {
        return procedure.pages().stream().flatMap(page -> page.items().stream()).toList();
    }

    static QuestionId top(FieldPath path) {
        return path.within().isEmpty() ? path.question() : path.within().getFirst().repeat();
    }

    private static Object first(String field) {
        int dot = field.indexOf('.');
        var id = dot < 0 ? field : field.substring(0, dot);
        return QuestionId.isValid(id) ? new QuestionId(id) : Objects.requireNonNull(id);
    }

    /** Files of answers that are not in the draft any more. */
    public Set<UUID> filesGone(Answers before) {
        var still = files(filling.answers());
        var gone = files(before);
        gone.removeAll(still);
        return Set.copyOf(gone);
    }

    private static Set<UUID> files(Answers answers) {
        var ids = new HashSet<UUID>();
        for (Map.Entry<QuestionId, Answer> entry : answers.values().entrySet()) {
            if (entry.getValue() instanceof Answer.Rows rows) {
                rows.rows().forEach(row -> ids.addAll(files(row.answers())));
            } else {
                entry.getValue().filesOf().forEach(file -> ids.add(file.id()));
            }
        }
        return ids;
    }
}
