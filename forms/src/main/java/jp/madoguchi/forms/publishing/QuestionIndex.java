package jp.madoguchi.forms.publishing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jp.madoguchi.forms.PageId;
import jp.madoguchi.forms.QuestionId;
import jp.madoguchi.forms.Spelling;
import jp.madoguchi.forms.definition.Item;
import jp.madoguchi.forms.definition.Page;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.forms.definition.Question;
import jp.madoguchi.forms.definition.Repeat;

/**
 * Where every question and repeat of a form stands.
 */
final class QuestionIndex {

    private final List<Page> pages;
    private final Map<QuestionId, Item> items = new LinkedHashMap<>();
    private final Map<QuestionId, List<QuestionId>> rows = new HashMap<>();
    private final Map<QuestionId, Integer> onPage = new HashMap<>();

    QuestionIndex(Procedure procedure) {
        pages = procedure.pages();
        for (int page = 0; page < pages.size(); page++) {
            for (var item : pages.get(page).items()) {
                note(item, List.of(), page);
            }
        }
    }

    private void note(Item item, List<QuestionId> around, int page) {
        items.putIfAbsent(item.id(), item);
        rows.putIfAbsent(item.id(), around);
        onPage.putIfAbsent(item.id(), page);
        if (item instanceof Repeat repeat) {
            repeat.items().forEach(each -> note(each, with(around, repeat.id()), page));
        }
    }

    Optional<Item> item(QuestionId id) {
        return Optional.ofNullable(items.get(id));
    }

    Optional<Question> question(QuestionId id) {
        return item(id).filter(Question.class::isInstance).map(Question.class::cast);
    }

    /** The repeats in whose rows something stands, the outermost first; empty outside of repeats. */
    List<QuestionId> rows(QuestionId id) {
        return rows.getOrDefault(id, List.of());
    }

    /** The page, counted from 0, on which something stands. */
    int page(QuestionId id) {
        return onPage.getOrDefault(id, 0);
    }

    Page pageOf(QuestionId id) {
        return pages.get(page(id));
    }

    /** What stands on the page and those before it; empty where there is no such page. */
    Optional<Set<QuestionId>> until(PageId last) {
        for (int page = 0; page < pages.size(); page++) {
            if (pages.get(page).id().equals(last)) {
                int end = page;
                var seen = new HashSet<QuestionId>();
                onPage.forEach((id, at) -> {
                    if (at <= end) {
                        seen.add(id);
                    }
                });
                return Optional.of(seen);
            }
        }
        return Optional.empty();
    }

    /** The question or repeat in the words of the form; its id where there is none. */
    String label(QuestionId id) {
        return item(id).map(item -> item.label().ja()).orElse(id.value());
    }

    /** Words that offer the id of a question or repeat that is written almost so; empty where there is none. */
    String meant(QuestionId wrong) {
        return meant(wrong.value(), items.keySet().stream().map(QuestionId::value).toList());
    }

    /** As above for pages. */
    String meant(PageId wrong) {
        return meant(wrong.value(), pages.stream().map(page -> page.id().value()).toList());
    }

    private static String meant(String wrong, Collection<String> known) {
        return Spelling.meant(wrong, known).map(meant -> "「" + meant + "」のことではありませんか。").orElse("");
    }

    static List<QuestionId> with(List<QuestionId> around, QuestionId repeat) {
        var all = new ArrayList<>(around);
        all.add(repeat);
        return List.copyOf(all);
    }
}
