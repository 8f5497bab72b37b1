package jp.madoguchi.forms.file;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

import jp.madoguchi.forms.source.Part;

/**
 * Whether every page and every question has an id of its own. Looks at the file itself, so that both places can be named.
 */
final class OnlyIds {

    private final Map<String, Integer> pages = new HashMap<>();
    private final Map<String, Integer> questions = new HashMap<>();

    private OnlyIds() {}

    static void check(Part procedure) {
        var ids = new OnlyIds();
        each(procedure, "pages", page -> {
            once(page, "ページ", ids.pages);
            ids.questions(page);
        });
    }

    /** Also the parts of a block. */
    static void checkQuestions(Part around) {
        new OnlyIds().questions(around);
    }

    private void questions(Part around) {
        each(around, "questions", question -> {
            once(question, "質問", questions);
            questions(question);
        });
    }

    private static void each(Part part, String key, Consumer<Part> see) {
        var list = part.find(key);
        if (list != null && list.isSequence()) {
            list.elements(element -> {
                see.accept(element);
                return element;
            });
        }
    }

    private static void once(Part part, String what, Map<String, Integer> lines) {
        var id = part.find("id");
        if (id != null && id.isScalar()) {
            var first = lines.putIfAbsent(id.text(), id.place().line());
            if (first != null) {
                id.wrong(what + "の id「" + id.text() + "」は、" + first + "行目でも使っています。どちらかを別の id にしてください。");
            }
        }
    }
}
