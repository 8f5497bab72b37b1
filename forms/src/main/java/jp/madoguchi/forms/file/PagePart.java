package jp.madoguchi.forms.file;

import java.util.List;

import jp.madoguchi.forms.FieldPath;
import jp.madoguchi.forms.Localized;
import jp.madoguchi.forms.PageId;
import jp.madoguchi.forms.QuestionId;
import jp.madoguchi.forms.condition.Condition;
import jp.madoguchi.forms.definition.Item;
import jp.madoguchi.forms.definition.Page;
import jp.madoguchi.forms.definition.Question;
import jp.madoguchi.forms.definition.QuestionKind;
import jp.madoguchi.forms.definition.Repeat;
import jp.madoguchi.forms.definition.Sensitivity;
import jp.madoguchi.forms.field.QuestionField;
import jp.madoguchi.forms.source.Part;

/**
 * Reads pages, questions and repeats.
 */
final class PagePart {

    /** Stands for what was told to be wrong already. */
    private static final Question UNREADABLE = new Question(new QuestionId("x"), new QuestionKind.YesNo(),
            Localized.ja("?"), null, null, false, Condition.ALWAYS, Sensitivity.PERSONAL, null, null, null, null);

    private PagePart() {}

    static Page read(Part part) {
        var page = new Page(
                part.like("{id: …, title: …, questions: […]}").need("id").name(PageId::isValid, PageId::new),
                part.need("title").localized(),
                part.maybe("intro", Part::localized), condition(part),
                part.need("questions").elements(each -> item(each, 0)));
        part.done();
        return page;
    }

    private static Item item(Part part, int depth) {
        return isRepeat(part) ? repeat(part, depth + 1) : question(part);
    }

    private static boolean isRepeat(Part part) {
        var kind = part.find("kind");
        return kind != null && kind.text().equals("repeat");
    }

    static Question question(Part part) {
        var kind = KindPart.read(part.like("{id: name, kind: text, max: 50, label: 質問の言葉}"));
        var question = new Question(part.need("id").question(), kind, part.need("label").localized(),
                part.maybe("hint", Part::localized), part.maybe("help", Part::localized),
                part.or("required", QuestionField.of(kind).hasAnswer(), PagePart::required), condition(part),
                part.or("sensitivity", Sensitivity.PERSONAL,
                        each -> each.like("open は個人に関わらないもの、personal は個人情報、special-care は要配慮個人情報です。")
                                .choice(Sensitivity.class)),
                part.maybe("purpose", Part::localized), part.maybe("copied-from", BlockPart::copiedFrom),
                part.maybe("prefill", BlockPart::prefill),
                part.maybe("same-as", Part::question));
        part.done();
        return question;
    }

    private static boolean required(Part part) {
        if (part.isMapping()) {
            part.wrong("required に条件は書けません。true か false にしてください。聞く人を限るときは、show-if に条件を書きます。");
            return true;
        }
        return part.truth();
    }

    private static Item repeat(Part part, int depth) {
        part.need("kind");
        var id = part.need("id").question();
        int max = part.or("max", 10, each -> each.between(1, Repeat.MOST_ROWS));
        int min = part.or("min", 0, each -> each.between(0, max));
        var items = part.need("questions").elements(each -> {
            if (depth == FieldPath.MOST_DEEP && isRepeat(each)) {
                each.need("kind").wrong("繰り返しの中の繰り返しに、さらに繰り返しは入れられません。二段までにしてください。");
                each.takeAll();
                return UNREADABLE;
            }
            return item(each, depth);
        });
        if (Repeat.rowsWithin(max, items) > Repeat.MOST_ROWS) {
            part.wrong("中の繰り返しの行は、合わせて " + Repeat.MOST_ROWS + " 行までです。ここでは " + Repeat.rowsWithin(max, items)
                    + " 行になりえます。どちらかの max を小さくしてください。");
            items = items.stream().filter(Question.class::isInstance).toList();
        }
        var repeat = new Repeat(id, part.need("label").localized(), part.maybe("hint", Part::localized),
                part.or("row-title", Localized.ja("行"), Part::localized), min, max,
                part.maybe("title-from", Part::question), part.list("unique", PagePart::unique), condition(part),
                items);
        part.done();
        return repeat;
    }

    private static List<QuestionId> unique(Part part) {
        return part.isSequence() ? part.elements(Part::question) : List.of(part.question());
    }

    private static Condition condition(Part part) {
        return part.or("show-if", Condition.ALWAYS, ConditionPart::read);
    }
}
