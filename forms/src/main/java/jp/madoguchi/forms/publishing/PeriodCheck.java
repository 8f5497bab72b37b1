package jp.madoguchi.forms.publishing;

import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.forms.definition.ProcedureKind;
import jp.madoguchi.forms.definition.StatutoryPeriod;
import jp.madoguchi.forms.publishing.Remarks.Place;

/**
 * Whether the city's own period and the law's fit together.
 */
final class PeriodCheck {

    private PeriodCheck() {}

    static void run(Procedure procedure, Remarks remarks) {
        var period = procedure.standardPeriod();
        if (period.sample()) {
            remarks.advise(Place.WHOLE, "sample-period", "標準処理期間が見本の数字のままです。", "市が定めた日数に直し、見本の印を外してください。");
        }
        var statutory = period.statutory();
        if (statutory == null) {
            return;
        }
        if (procedure.kind() != ProcedureKind.APPLICATION) {
            remarks.block(Place.WHOLE, "statutory-period-without-decision", "法定の処理期間は、申請にだけあります。届出などには、決定がありません。",
                    "standard-period の statutory を消すか、手続きの種類を直してください。");
        }
        if (period.fewestCalendarDays() > statutory.days()) {
            remarks.block(Place.WHOLE, "standard-over-statutory",
                    "標準処理期間が、法定の処理期間（" + statutory.law() + "、暦日で" + statutory.days() + "日）より長くなっています。",
                    "標準処理期間を、法定の処理期間のうちに収まる日数にしてください。開庁日は、暦日では土曜・日曜の分だけ長くなります。");
        }
        checkExtension(statutory, remarks);
        checkDeemed(statutory, remarks);
    }

    private static void checkExtension(StatutoryPeriod statutory, Remarks remarks) {
        var extension = statutory.extension();
        var longest = extension == null ? null : extension.longest();
        if (longest != null && longest <= statutory.days()) {
            remarks.block(Place.WHOLE, "extension-too-short",
                    "延長した期間（" + longest + "日）が、もとの期間（" + statutory.days() + "日）より長くありません。",
                    "extension の longest に、到達からの日数を、延長の分も含めて書いてください。");
        }
    }

    /** Nobody may be refused by silence before the period for the decision is over. */
    private static void checkDeemed(StatutoryPeriod statutory, Remarks remarks) {
        var deemed = statutory.deemedRefusal();
        var after = deemed == null ? null : deemed.after();
        if (after != null && after < statutory.days()) {
            remarks.block(Place.WHOLE, "deemed-too-early",
                    "みなし却下までの日数（" + after + "日）が、法定の処理期間（" + statutory.days() + "日）より短くなっています。",
                    "deemed-refusal の after に、到達からの日数を書いてください。");
        }
    }
}
