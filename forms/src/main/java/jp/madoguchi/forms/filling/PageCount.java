package jp.madoguchi.forms.filling;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jp.madoguchi.forms.PageId;
import jp.madoguchi.forms.QuestionId;
import jp.madoguchi.forms.condition.Condition;
import jp.madoguchi.forms.condition.References;
import jp.madoguchi.forms.definition.Question;
import jp.madoguchi.forms.definition.Repeat;

/**
 * Where a page stands among those that are asked, and how many there will be. Answers that are still to be given may bring up
 * pages, so the whole is a range that only narrows on the way; the number of a page never changes by what comes after it.
 *
 * @param number from 1; 0 for a page that is not asked
 * @param least how many pages there are at least
 * @param most how many pages there are at most
 */
public record PageCount(int number, int least, int most) {

    static PageCount of(Filling filling, PageId current) {
        var open = new OpenQuestions(filling, current);
        int number = 0;
        int least = 0;
        int most = 0;
        for (var page : filling.procedure().pages()) {
            boolean shown = open.shown.shows(page.id());
            boolean settled = !open.restsOnOpen(page.showIf());
            least += shown && settled ? 1 : 0;
            most += shown || !settled ? 1 : 0;
            if (page.id().equals(current)) {
                number = shown ? most : 0;
            }
        }
        return new PageCount(number, least, most);
    }

    /** What is still to be answered: on this page and those after it. */
    private static final class OpenQuestions {

        private final Visibility shown;
        private final Set<QuestionId> settled = new HashSet<>();
        private final Map<QuestionId, Condition> guards = new HashMap<>();
        private final Map<QuestionId, QuestionId> around = new HashMap<>();
        private final Map<QuestionId, Boolean> open = new HashMap<>();

        OpenQuestions(Filling filling, PageId current) {
            shown = filling.visibility();
            boolean before = true;
            for (var page : filling.procedure().pages()) {
                before = before && !page.id().equals(current);
                for (var item : page.items()) {
                    guards.put(item.id(), new Condition.All(List.of(page.showIf(), item.showIf())));
                    // Rows may be added as long as their page is open.
                    if (before || (item instanceof Question && shown.effective().get(item.id()).isPresent())) {
                        settled.add(item.id());
                    }
                    if (item instanceof Repeat repeat) {
                        within(repeat, repeat.id());
                    }
                }
            }
        }

        private void within(Repeat repeat, QuestionId outermost) {
            repeat.items().forEach(each -> {
                around.put(each.id(), outermost);
                if (each instanceof Repeat inner) {
                    within(inner, outermost);
                }
            });
        }

        boolean restsOnOpen(Condition condition) {
            return References.of(condition).stream().anyMatch(this::isOpen);
        }

        private boolean isOpen(QuestionId any) {
            var question = around.getOrDefault(any, any);
            var known = open.get(question);
            if (known != null) {
                return known;
            }
            open.put(question, false);
            var guard = guards.get(question);
            boolean is = guard != null && !settled.contains(question)
                    && (shown.shows(question) || restsOnOpen(guard));
            open.put(question, is);
            return is;
        }
    }
}
