package jp.madoguchi.forms.publishing;

import jp.madoguchi.forms.QuestionId;
import jp.madoguchi.forms.definition.ChildAllowance;
import jp.madoguchi.forms.definition.Item;
import jp.madoguchi.forms.definition.Question;
import jp.madoguchi.forms.definition.QuestionKind;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import jp.madoguchi.forms.definition.LegalBasis;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.forms.definition.ProcedureKind;
import jp.madoguchi.forms.definition.Repeat;
import jp.madoguchi.forms.publishing.Remarks.Place;
import jp.madoguchi.forms.reading.NoticeWords;

/**
 * Whether the notices can be filled in.
 */
final class NoticeCheck {

    private NoticeCheck() {}

    private static void allowance(Procedure procedure, @Nullable ChildAllowance allowance, Remarks remarks) {
        if (allowance == null) {
            return;
        }
        if (!(procedure.item(allowance.children()).orElse(null) instanceof Repeat children)) {
            remarks.block(Place.WHOLE, "dangling-allowance",
                    "児童手当の計算が指す繰り返しの質問「" + allowance.children().value() + "」がありません。",
                    "notices の child-allowance の children に、児童の繰り返しの id を書いてください。");
            return;
        }
        kind(children.item(allowance.birth()), allowance.birth(), QuestionKind.Date.class, remarks);
        kind(children.item(allowance.supported()), allowance.supported(), QuestionKind.YesNo.class, remarks);
        kind(procedure.item(allowance.since()), allowance.since(), QuestionKind.Date.class, remarks);
    }

    private static void kind(Optional<Item> item, QuestionId id, Class<? extends QuestionKind> kind, Remarks remarks) {
        if (item.filter(found -> found instanceof Question question && kind.isInstance(question.kind())).isEmpty()) {
            remarks.block(Place.WHOLE, "dangling-allowance",
                    "児童手当の計算が指す質問「" + id.value() + "」がないか、種類が違います（日付、または「はい・いいえ」）。",
                    "notices の child-allowance に、児童の繰り返しの中の質問と、事由の日の質問の id を書いてください。");
        }
    }

    static void run(Procedure procedure, Remarks remarks) {
        var notices = procedure.notices();
        var dismissed = notices.dismissed();
        if (dismissed != null) {
            LawCheck.placeholders("却下の通知", dismissed.body(), remarks);
            boolean disposition = procedure.kind() == ProcedureKind.APPLICATION
                    && procedure.legalBasis().rank() != LegalBasis.Rank.GUIDELINE;
            if (disposition && !dismissed.body().contains("{reason}")) {
                remarks.block(Place.WHOLE, "missing-reason", "却下の通知に理由が入りません（行政手続法第8条）。", "本文に {reason} を入れてください。");
            }
        }
        allowance(procedure, notices.childAllowance(), remarks);
        for (var line : notices.lines()) {
            var repeat = line.forEach();
            if (repeat != null && procedure.item(repeat).filter(Repeat.class::isInstance).isEmpty()) {
                remarks.block(Place.WHOLE, "dangling-notice-line",
                        "通知書の「" + line.label() + "」が指す繰り返しの質問「" + repeat.value() + "」がありません。",
                        "notices の lines の for-each に、繰り返しの質問の id を書いてください。");
            }
            if (notices.childAllowance() == null && NoticeWords.tellsAllowance(line)) {
                remarks.block(Place.WHOLE, "dangling-notice-line",
                        "通知書の「" + line.label() + "」に児童手当の額や月を入れますが、何から計算するかが書かれていません。",
                        "notices に child-allowance を書いてください。");
            }
            NoticeWords.questions(line).stream().filter(id -> procedure.item(id).isEmpty())
                    .forEach(id -> remarks.block(Place.WHOLE, "dangling-notice-line",
                            "通知書の「" + line.label() + "」が指す質問「" + id.value() + "」がありません。",
                            "notices の lines の text に、質問の id を書いてください。"));
        }
    }
}
