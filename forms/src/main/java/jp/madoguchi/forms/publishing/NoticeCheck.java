package jp.madoguchi.forms.publishing;

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
        for (var line : notices.lines()) {
            var repeat = line.forEach();
            if (repeat != null && procedure.item(repeat).filter(Repeat.class::isInstance).isEmpty()) {
                remarks.block(Place.WHOLE, "dangling-notice-line",
                        "通知書の「" + line.label() + "」が指す繰り返しの質問「" + repeat.value() + "」がありません。",
                        "notices の lines の for-each に、繰り返しの質問の id を書いてください。");
            }
            NoticeWords.questions(line).stream().filter(id -> procedure.item(id).isEmpty())
                    .forEach(id -> remarks.block(Place.WHOLE, "dangling-notice-line",
                            "通知書の「" + line.label() + "」が指す質問「" + id.value() + "」がありません。",
                            "notices の lines の text に、質問の id を書いてください。"));
        }
    }
}
