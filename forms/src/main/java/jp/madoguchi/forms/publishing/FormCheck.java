package jp.madoguchi.forms.publishing;

import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

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
    private static final Pattern MY_NUMBER = Pattern.compile("(マイナンバー|個人番号)(の番号|の数字|12桁)?(（[^）]*）)?$");

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
        if (procedure.isInterview()) {
            procedure.everyItem()
                    .filter(item -> item instanceof Question question && question.kind() instanceof QuestionKind.Files)
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

    private static void question(Question question, Place place, Remarks remarks) {
        switch (question.kind()) {
            case QuestionKind.CodeNumber code when code.minDigits() == 12 && code.maxDigits() == 12 ->
                remarks.block(place, "my-number-field", "12桁の番号の欄はマイナンバーの収集になるおそれがあります（番号法第20条）。",
                        "マイナンバーは集めないでください。別の番号なら、桁数を確かめてください。");
            case QuestionKind.Text _,QuestionKind.CodeNumber _,QuestionKind.Number _ when asksForMyNumber(question) ->
                remarks.block(place, "my-number-field", "マイナンバーを入力させる質問はできません（番号法第20条）。", "質問を消してください。");
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
                // Other kinds are in order by what the file already demands.
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

    /** 「個人番号を載せる目的」 asks for a purpose, 「個人番号（マイナンバー）」 for the number. */
    private static boolean asksForMyNumber(Question question) {
        return MY_NUMBER.matcher(question.label().ja()).find();
    }
}
