package jp.madoguchi.forms.publishing;

import java.util.Set;
import java.util.regex.Pattern;

import jp.madoguchi.forms.definition.LegalBasis;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.forms.definition.ProcedureKind;
import jp.madoguchi.forms.publishing.Remarks.Place;

/**
 * Whether the texts that the law asks for by the kind of the procedure are there.
 */
final class LawCheck {

    private static final Set<String> PLACEHOLDERS = Set.of("applicant", "procedure", "receipt-number", "arrival-date",
            "decision-date", "document-number", "reason");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]*)}");

    private LawCheck() {}

    static void run(Procedure procedure, Remarks remarks) {
        var basis = procedure.legalBasis();
        if (basis.articles().isEmpty()) {
            remarks.block(Place.WHOLE, "missing-legal-basis", "根拠となる条文がありません。", "根拠法令・条例・要綱の条項を入れてください。");
        }
        boolean disposition = procedure.kind() == ProcedureKind.APPLICATION
                && basis.rank() != LegalBasis.Rank.GUIDELINE;
        if (disposition && procedure.criteria().isEmpty()) {
            remarks.block(Place.WHOLE, "missing-criteria", "審査基準がありません（行政手続法第5条）。", "審査基準を条項ごとに入れてください。");
        }
        var appeal = procedure.appeal();
        if (disposition && (appeal == null || appeal.text().isBlank())) {
            remarks.block(Place.WHOLE, "missing-appeal", "教示の文がありません（行政不服審査法第82条）。", "審査請求と取消訴訟の教示を入れてください。");
        }
        if (!disposition && appeal != null) {
            remarks.block(Place.WHOLE, "appeal-without-disposition", "届出や要綱による事業は処分ではないため、教示は付けられません。",
                    "教示を消すか、手続きの種類か根拠を直してください。");
        }
        if (disposition && appeal != null) {
            mentions(appeal.text(), appeal.reviewBody(), "審査庁「" + appeal.reviewBody() + "」", remarks);
            mentions(appeal.text(), appeal.reviewMonths() + "か月", "審査請求の期間", remarks);
            mentions(appeal.text(), appeal.defendant(), "被告「" + appeal.defendant() + "」", remarks);
        }
        var notices = procedure.notices();
        placeholders("認める通知", notices.approvedBody(), remarks);
        placeholders("認めない通知", notices.refusedBody(), remarks);
        if (disposition && !notices.refusedBody().contains("{reason}")) {
            remarks.block(Place.WHOLE, "missing-reason", "認めない通知に理由が入りません（行政手続法第8条）。", "本文に {reason} を入れてください。");
        }
        NoticeCheck.run(procedure, remarks);
        PeriodCheck.run(procedure, remarks);
    }

    private static void mentions(String text, String words, String what, Remarks remarks) {
        if (!text.replace("３", "3").replace("６", "6").replace("箇月", "か月").contains(words)) {
            remarks.block(Place.WHOLE, "incomplete-appeal", "教示の文に" + what + "が書かれていません。",
                    "教示の文（appeal の text）に「" + words + "」という言葉をそのまま入れてください。");
        }
    }

    static void placeholders(String what, String body, Remarks remarks) {
        PLACEHOLDER.matcher(body).results().map(match -> match.group(1)).filter(name -> !PLACEHOLDERS.contains(name))
                .distinct().forEach(name -> remarks.block(Place.WHOLE, "unknown-placeholder",
                        what + "の「{" + name + "}」は差し込めません。",
                        "差し込めるのは " + String.join("、", PLACEHOLDERS.stream().sorted().toList()) + " です。"));
    }
}
