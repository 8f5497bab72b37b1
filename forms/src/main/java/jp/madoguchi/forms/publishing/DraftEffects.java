package jp.madoguchi.forms.publishing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import jp.madoguchi.forms.definition.Item;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.forms.definition.Question;
import jp.madoguchi.forms.definition.QuestionKind;
import jp.madoguchi.forms.definition.Repeat;
import jp.madoguchi.forms.field.QuestionField;

/**
 * What a newer version means for the drafts of an older one, told to whoever publishes it: the rules of {@link CarryOver},
 * question by question, before there is an answer.
 */
public final class DraftEffects {

    private final List<Effect> effects = new ArrayList<>();

    private DraftEffects() {}

    /** What becomes of an answer, the heaviest first. */
    public enum Weight {
        /** Answers have no place any more. */
        LOST,
        /** The applicant has to answer something that was not asked before. */
        ASKED,
        /** Answers stay, and the applicant is asked to look at them again. */
        LOOKED_AT
    }

    /** @param sentence in the words of the form */
    public record Effect(Weight weight, String sentence) {}

    /** In the order of their weight, within it in the order of the form; empty where every answer stays as it is. */
    public static List<Effect> between(Procedure older, Procedure newer) {
        var effects = new DraftEffects();
        effects.items("", items(older), items(newer));
        effects.rules(older, newer);
        return effects.effects.stream().sorted(Comparator.comparing(Effect::weight)).toList();
    }

    private static List<Item> items(Procedure procedure) {
        return procedure.pages().stream().flatMap(page -> page.items().stream()).toList();
    }

    private void items(String around, List<Item> older, List<Item> newer) {
        for (var item : older) {
            var now = newer.stream().filter(each -> each.id().equals(item.id())).findFirst().orElse(null);
            if (now == null || item instanceof Repeat != now instanceof Repeat) {
                if (!isInformation(item)) {
                    add(Weight.LOST, "%sがなくなります。答えは申請に入らず、本人に言葉で示します。", around, item);
                }
            } else if (item instanceof Repeat before && now instanceof Repeat repeat) {
                rows(around, before, repeat);
                items(around + name(repeat), before.items(), repeat.items());
            } else if (item instanceof Question before && now instanceof Question question) {
                question(around, before, question);
            }
        }
        newer.stream().filter(item -> older.stream().noneMatch(each -> each.id().equals(item.id())))
                .forEach(item -> added(around, item));
    }

    private void rows(String around, Repeat before, Repeat now) {
        if (now.min() > before.min()) {
            add(Weight.ASKED, "%sの件数が" + now.min() + "件以上になります。足りない人には、そのページに戻って加えてもらいます。", around, now);
        }
        if (now.max() < before.max()) {
            add(Weight.LOOKED_AT, "%sの件数が" + now.max() + "件までになります。それより多い行は残し、本人に減らしてもらいます。", around, now);
        }
    }

    private void rules(Procedure older, Procedure newer) {
        newer.rules().stream().filter(rule -> !older.rules().contains(rule)).forEach(rule -> effects.add(new Effect(
                Weight.LOOKED_AT, "確認の決まり「" + rule.message().ja() + "」が加わるか変わります。合わない人には、そのページに戻って直してもらいます。")));
    }

    private void question(String around, Question before, Question now) {
        if (isInformation(before) && isInformation(now)) {
            return;
        }
        if (isInformation(before)) {
            added(around, now);
            return;
        }
        if (before.kind().getClass() != now.kind().getClass()) {
            kindChanged(around, before, now);
        } else if (now.kind() instanceof QuestionKind.Agreement && !before.kind().equals(now.kind())) {
            add(Weight.ASKED, "%sの同意する文が変わります。もう一度同意してもらいます。", around, now);
        } else if (!before.label().equals(now.label()) || !before.kind().equals(now.kind())) {
            optionsGone(around, before, now);
            add(Weight.LOOKED_AT, "%sの文か決まりが変わります。答えは残し、変わった決まりに合わないものは本人に見直しを頼みます。", around, now);
        }
        if (now.required() && !before.required()) {
            add(Weight.ASKED, "%sが必須になります。答えていない人には、そのページに戻って答えてもらいます。", around, now);
        } else if (now.required() && !before.showIf().equals(now.showIf())) {
            add(Weight.ASKED, "%sを聞く条件が変わります。新しく聞かれる人には、そのページに戻って答えてもらいます。", around, now);
        }
    }

    private void kindChanged(String around, Question before, Question now) {
        var change = "「" + KindWords.of(before.kind()) + "」から「" + KindWords.of(now.kind()) + "」に";
        boolean kept = Fit.takesTyped(before.kind(), now.kind()) || now.kind() instanceof QuestionKind.Text
                || before.kind().filesTaken() != null && now.kind().filesTaken() != null
                || QuestionField.of(before.kind()).chooses() && QuestionField.of(now.kind()).chooses();
        if (kept) {
            add(Weight.LOOKED_AT, "%sの種類が" + change + "変わります。読み取れる答えは残し、残りは言葉で示して、見直しを頼みます。", around, now);
        } else {
            add(Weight.LOST, "%sの種類が" + change + "変わります。答えは言葉で示し、もう一度答えてもらいます。", around, now);
        }
    }

    private void optionsGone(String around, Question before, Question now) {
        var gone = codes(before.kind()).stream().filter(code -> !codes(now.kind()).contains(code)).count();
        if (gone > 0) {
            add(Weight.LOST, "%sの選択肢が" + gone + "つなくなります。それを選んだ人には、もう一度選んでもらいます。", around, now);
        }
    }

    private static List<String> codes(QuestionKind kind) {
        var field = QuestionField.of(kind);
        return field.chooses() ? field.codes() : List.of();
    }

    private void added(String around, Item item) {
        if (item instanceof Question question && question.required() && !isInformation(question)
                || item instanceof Repeat repeat && repeat.min() > 0) {
            add(Weight.ASKED, "必須の%sが加わります。先へ進んだ人も、そのページに戻って答えることになります。", around, item);
        }
    }

    private static boolean isInformation(Item item) {
        return item instanceof Question question && !QuestionField.of(question.kind()).hasAnswer();
    }

    private static String name(Item item) {
        return "「" + item.label().ja() + "」";
    }

    private void add(Weight weight, String sentence, String around, Item item) {
        effects.add(new Effect(weight, sentence.formatted((around.isEmpty() ? "" : around + "の") + "質問" + name(item))));
    }
}
