package jp.madoguchi.forms.publishing;

import java.util.List;
import java.util.function.Predicate;

import jp.madoguchi.forms.QuestionId;
import jp.madoguchi.forms.condition.Condition;
import jp.madoguchi.forms.definition.Question;
import jp.madoguchi.forms.definition.QuestionKind;
import jp.madoguchi.forms.definition.Repeat;
import jp.madoguchi.forms.field.Compared;
import jp.madoguchi.forms.field.QuestionField;
import jp.madoguchi.forms.publishing.Remarks.Place;

/**
 * Whether what a condition speaks of exists, can be seen from where the condition stands, and is of a fitting kind.
 */
final class ConditionCheck {

    private static final int MOST_LISTED = 20;

    private final QuestionIndex index;
    private final Remarks remarks;
    private final TermCheck terms;

    ConditionCheck(QuestionIndex index, Remarks remarks) {
        this.index = index;
        this.remarks = remarks;
        terms = new TermCheck(index, remarks, this);
    }

    TermCheck terms() {
        return terms;
    }

    void check(Condition condition, View view, Place place) {
        switch (condition) {
            case Condition.All(var of) -> of.forEach(each -> check(each, view, place));
            case Condition.Any(var of) -> of.forEach(each -> check(each, view, place));
            case Condition.Not(var of) -> check(of, view, place);
            case Condition.Answered(var question) -> reference(question, view, place);
            case Condition.Is is -> {
                reference(is.question(), view, place);
                if (isQuestion(is.question(), place)) {
                    index.question(is.question()).ifPresent(question -> values(question, is, place));
                }
            }
            case Condition.HeldBy(var account, var person) -> {
                reference(account, view, place);
                reference(person, view, place);
                fits(account, QuestionKind.BankAccount.class::isInstance, "口座", place);
                fits(person, kind -> kind instanceof QuestionKind.PersonName name && name.withKana(), "フリガナ付きの氏名",
                        place);
            }
            case Condition.Same same -> {
                reference(same.question(), view, place);
                reference(same.as(), view, place);
                alike(same.question(), same.as(), place);
            }
            case Condition.Compare compare -> terms.compare(compare, view, place);
        }
    }

    /** Something that a condition speaks of by its id. */
    void reference(QuestionId id, View view, Place place) {
        var item = index.item(id);
        if (item.isEmpty()) {
            missing("質問「" + id + "」", index.meant(id), place);
            return;
        }
        var outside = index.rows(id).stream().filter(repeat -> !view.rows().contains(repeat)).findFirst();
        if (outside.isPresent()) {
            var repeat = outside.get();
            remarks.block(place, "outside-of-rows",
                    "「" + item.get().label().ja() + "」は繰り返し「" + index.label(repeat)
                            + "」の行の中にあり、行の外からは、どの行のことか決まりません。",
                    item.get() instanceof Repeat
                            ? "{sum-over: " + repeat + ", of: {rows-of: " + id + "}} のように、外側の繰り返しを通して数えてください。"
                            : "{rows-of: " + repeat + ", where: …} で行を数えるか、{sum-over: " + repeat
                                    + ", of: …} で行を合計してください。");
        } else if (!view.isBefore(id, index.rows(id))) {
            remarks.block(place, "forward-reference", "条件が、あとに出てくる質問「" + item.get().label().ja() + "」を使っています。",
                    "条件には、前に出てくる質問を使ってください。質問の順を入れ替えるか、条件を直してください。");
        }
    }

    void missing(String what, String meant, Place place) {
        remarks.block(place, "dangling-reference", what + "がありません。", meant + "あるものを選び直すか、使うのをやめてください。");
    }

    void fits(QuestionId id, Predicate<QuestionKind> kind, String words, Place place) {
        if (isQuestion(id, place)) {
            index.question(id).filter(question -> !kind.test(question.kind())).ifPresent(question -> remarks.block(
                    place, "wrong-kind", "条件が使っている「" + question.label().ja() + "」は" + words + "の質問ではありません。",
                    "条件で使う質問を選び直してください。"));
        }
    }

    /** Whether the answers of two questions can be the same at all. */
    void alike(QuestionId one, QuestionId other, Place place) {
        if (isQuestion(one, place) && isQuestion(other, place)) {
            var first = index.question(one);
            var second = index.question(other);
            if (first.isPresent() && second.isPresent()
                    && !first.get().kind().getClass().equals(second.get().kind().getClass())) {
                remarks.block(place, "wrong-kind",
                        "「" + first.get().label().ja() + "」と「" + second.get().label().ja() + "」は形が違うため、同じ答えになりません。",
                        "同じ形（氏名と氏名、住所と住所など）の質問を選んでください。");
            }
        }
    }

    private boolean isQuestion(QuestionId id, Place place) {
        var item = index.item(id).orElse(null);
        if (item instanceof Repeat) {
            remarks.block(place, "wrong-kind", "条件が使っている「" + item.label().ja() + "」は繰り返しで、1つの答えがありません。",
                    "行を数えるなら {rows-of: " + id + "}、行があるかどうかなら {answered: " + id + "} を使ってください。");
            return false;
        }
        return true;
    }

    void values(Question question, Condition.Is is, Place place) {
        var field = QuestionField.of(question.kind());
        boolean typed = field.comparedAs() == Compared.TEXT || field.comparedAs() == Compared.NUMBER;
        if (field.codes().isEmpty() && !typed) {
            remarks.block(place, "wrong-kind",
                    "「" + question.label().ja() + "」には選択肢がないため、is で答えを比べられません。",
                    "答えがあるかどうかなら {answered: " + question.id() + "}、日付や月なら {value: {answer: " + question.id()
                            + "}, is: \">=\", than: …} を使ってください。");
        }
        var known = field.codes().isEmpty() ? is.values() : field.codes();
        is.values().stream().filter(value -> !known.contains(value)).forEach(value -> {
            boolean truth = known.contains("yes") && (value.equals("true") || value.equals("false"));
            remarks.block(place, "no-such-option",
                    "条件が、「" + question.label().ja() + "」にない選択肢「" + value + "」を使っています。",
                    truth
                            ? "はい・いいえは、\"yes\" か \"no\" と引用符を付けて書いてください。"
                            : "選択肢を足すか、条件を直してください。あるのは " + listed(known) + " です。");
        });
    }

    /** Codes in a sentence; of a long list only the first. */
    static String listed(List<String> codes) {
        return String.join("、", codes.subList(0, Math.min(MOST_LISTED, codes.size())))
                + (codes.size() > MOST_LISTED ? " など" + codes.size() + "個" : "");
    }
}
