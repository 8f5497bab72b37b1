package jp.madoguchi.forms.publishing;

import java.util.HashSet;
import java.util.List;

import jp.madoguchi.forms.definition.Fee;
import jp.madoguchi.forms.definition.Item;
import jp.madoguchi.forms.definition.Option;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.forms.definition.Question;
import jp.madoguchi.forms.definition.QuestionKind;
import jp.madoguchi.forms.definition.Repeat;
import jp.madoguchi.forms.publishing.Remarks.Place;

/**
 * Whether the pages themselves are in order.
 */
final class FormCheck {

    private static final int MANY_QUESTIONS = 12;

    private FormCheck() {}

    static void run(Procedure procedure, Remarks remarks) {
        if (procedure.pages().isEmpty()) {
            remarks.block(Place.WHOLE, "no-pages", "ページがありません。", "質問のあるページを作ってください。");
        }
        for (var page : procedure.pages()) {
            var place = Place.of(page);
            if (page.items().isEmpty()) {
                remarks.block(place, "empty-page", "このページには質問がありません。", "質問を足すか、ページを消してください。");
            }
            if (page.items().size() > MANY_QUESTIONS) {
                remarks.advise(place, "many-questions", "1ページに" + page.items().size() + "個の質問があります。", "ページを分けてください。");
            }
            items(page.items(), place, remarks);
        }
        var fee = procedure.fee();
        if (!fee.items().isEmpty() && fee.note().equals(Fee.FREE.note())) {
            remarks.block(Place.WHOLE.at("fee", "手数料"), "missing-fee-note",
                    "金額がありますが、手数料の説明（note）がないため、「" + fee.note().ja() + "」と表示されます。", "払い方などを note に書いてください。");
        }
        if (procedure.isInterview()) {
            procedure.everyItem()
                    .filter(item -> item instanceof Question question && isFromElsewhere(question.kind()))
                    .forEach(item -> remarks.block(Place.WHOLE.at(item), "file-in-interview",
                            "聞き取りの答えは提出されないため、ファイルを付ける質問は置けません。", "ファイルは、続く手続きで付けてもらってください。"));
        }
    }

    private static void items(List<? extends Item> items, Place place, Remarks remarks) {
        var labels = new HashSet<String>();
        for (var item : items) {
            var at = place.at(item);
            if (!labels.add(item.label().ja().strip())) {
                remarks.block(at, "duplicate-label", "同じページに同じ文の質問があります。", "違いが分かる文に直してください。");
            }
            switch (item) {
                case Question question -> question(question, at, remarks);
                case Repeat repeat -> {
                    if (repeat.items().isEmpty()) {
                        remarks.block(at, "empty-repeat", "この繰り返しには質問がありません。", "質問を足すか、繰り返しを消してください。");
                    }
                    items(repeat.items(), at, remarks);
                }
            }
        }
    }

    private static boolean isFromElsewhere(QuestionKind kind) {
        return kind instanceof QuestionKind.Files || kind instanceof QuestionKind.FilledByOther;
    }

    private static void question(Question question, Place place, Remarks remarks) {
        MyNumberCheck.run(question, place, remarks);
        LimitCheck.run(question.kind(), place, remarks);
        switch (question.kind()) {
            case QuestionKind.ChooseOne(var options) -> options(options, place, remarks);
            case QuestionKind.ChooseMany many -> options(many.options(), place, remarks);
            case QuestionKind.ChooseListed(var list) -> {
                if (list.entries().stream()
                        .map(entry -> List.of(entry.label().ja().strip(), String.valueOf(entry.group())))
                        .distinct().count() < list.entries().size()) {
                    remarks.block(place, "duplicate-option", "一覧の同じ見出しの下に、同じ名前があります。", "違いが分かる名前に直してください。");
                }
            }
            default -> {
                // Other kinds have no options.
            }
        }
    }

    private static void options(List<Option> options, Place place, Remarks remarks) {
        if (options.size() == 1) {
            remarks.advise(place, "one-option", "選択肢が1つしかありません。", "選択肢を足すか、ほかの種類の質問にしてください。");
        }
        if (options.stream().map(option -> option.label().ja().strip()).distinct().count() < options.size()) {
            remarks.block(place, "duplicate-option", "同じ文の選択肢があります。", "違いが分かる文に直してください。");
        }
    }
}
