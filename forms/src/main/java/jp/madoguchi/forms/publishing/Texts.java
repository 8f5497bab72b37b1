package jp.madoguchi.forms.publishing;

import jp.madoguchi.forms.Localized;
import jp.madoguchi.forms.definition.Due;
import jp.madoguchi.forms.definition.Ending;
import jp.madoguchi.forms.definition.Fee;
import jp.madoguchi.forms.definition.FollowUp;
import jp.madoguchi.forms.definition.Item;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.forms.definition.Question;
import jp.madoguchi.forms.definition.Repeat;
import jp.madoguchi.forms.field.QuestionField;
import jp.madoguchi.forms.publishing.Remarks.Place;

import org.jspecify.annotations.Nullable;

/**
 * Walks over every text of a procedure that residents read.
 */
final class Texts {

    /** Takes one text; {@code what} names its role in Japanese. */
    interface Visitor {
        void text(Place place, String what, Localized text);
    }

    private final Visitor visitor;

    private Texts(Visitor visitor) {
        this.visitor = visitor;
    }

    static void forEach(Procedure procedure, Visitor visitor) {
        new Texts(visitor).walk(procedure);
    }

    private void walk(Procedure procedure) {
        var whole = Place.WHOLE;
        say(whole, "名称", procedure.title());
        say(whole, "概要", procedure.summary());
        say(whole, "対象となる方", procedure.whoCanApply());
        say(whole, "必要なもの", procedure.whatIsNeeded());
        say(whole, "申請のあと", procedure.whatHappensNext());
        say(whole, "利用目的", procedure.purpose());
        say(whole, "期限", procedure.deadline());
        written(whole, "手数料の説明", procedure.fee().note(), Fee.FREE.note());
        procedure.fee().items().forEach(amount -> say(whole, "手数料の項目", amount.label()));
        procedure.intake().due().forEach(due -> {
            var place = whole.at("deadlines/" + due.id(), "期限の決まり「" + due.id() + "」");
            written(place, "呼び名", due.label(), Due.USUAL_LABEL);
            written(place, "遅れたときの文", due.late(), Due.USUAL_LATE);
        });
        procedure.endings().forEach(ending -> {
            var place = whole.at("endings/" + ending.id(), "案内の終わり「" + ending.id() + "」");
            say(place, "見出し", ending.title());
            say(place, "理由", ending.reason());
            say(place, "代わりの方法", ending.instead());
            ending.ways().forEach(way -> {
                if (way instanceof Ending.Way.Elsewhere(var label, var _)) {
                    say(place, "行き先", label);
                }
            });
            var other = ending.other();
            if (other != null) {
                say(place, "ほかの方として始めるボタン", other.label());
            }
        });
        procedure.rules().forEach(rule -> say(whole.at("rules/" + rule.id(), "確認の決まり「" + rule.id() + "」"), "メッセージ",
                rule.message()));
        var bundle = procedure.bundle();
        if (bundle != null) {
            bundle.followUps().forEach(this::followUp);
        }
        for (var page : procedure.pages()) {
            var place = Place.of(page);
            say(place, "見出し", page.title());
            say(place, "前書き", page.intro());
            page.items().forEach(item -> item(place.at(item), item));
        }
    }

    private void followUp(FollowUp followUp) {
        var place = BundleCheck.followUp(followUp);
        say(place, "理由", followUp.reason());
        if (followUp instanceof FollowUp.Guidance guidance) {
            say(place, "名称", guidance.title());
            say(place, "期限", guidance.deadline());
            say(place, "必要なもの", guidance.needed());
            say(place, "手続きをするところ", guidance.where());
        }
    }

    private void item(Place place, Item item) {
        say(place, "質問の文", item.label());
        switch (item) {
            case Question question -> {
                say(place, "補足", question.hint());
                say(place, "説明", question.help());
                say(place, "利用目的", question.purpose());
                QuestionField.of(question.kind()).wordings().forEach(each -> say(place, each.what(), each.text()));
            }
            case Repeat repeat -> {
                say(place, "補足", repeat.hint());
                say(place, "行の呼び方", repeat.rowTitle());
                repeat.items().forEach(each -> item(place.at(each), each));
            }
        }
    }

    private void say(Place place, String what, @Nullable Localized text) {
        if (text != null) {
            visitor.text(place, what, text);
        }
    }

    /** What stands there because the procedure says nothing is no text of its designer's. */
    private void written(Place place, String what, Localized text, Localized usual) {
        if (!text.equals(usual)) {
            say(place, what, text);
        }
    }
}
