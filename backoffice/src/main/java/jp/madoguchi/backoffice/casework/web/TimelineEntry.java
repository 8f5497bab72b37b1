package jp.madoguchi.backoffice.casework.web;

import java.time.Instant;
import java.util.Locale;
import java.util.stream.Collectors;
import jp.madoguchi.backoffice.casework.CaseEvent;
import jp.madoguchi.backoffice.casework.Days;
import jp.madoguchi.backoffice.casework.EventPayload;
import jp.madoguchi.backoffice.casework.Proposal;
import jp.madoguchi.exchange.ReceiptNumber;

/**
 * One line of a case's story.
 *
 * @param text details, empty where there are none
 */
public record TimelineEntry(Instant at, String who, String title, String text) {

    static TimelineEntry of(CaseEvent event) {
        var actor = event.actor();
        var who = actor.office().isEmpty() ? actor.name() : actor.office() + " " + actor.name();
        return switch (event.what()) {
            case EventPayload.Arrived arrived -> entry(event, who, "申請が到達しました",
                    arrived.channel().label() + "・受付番号 " + ReceiptNumber.grouped(arrived.receiptNumber()));
            case EventPayload.Claimed claimed -> entry(event, who, "担当しました", "");
            case EventPayload.Released released -> entry(event, who, "担当を外れました", "");
            case EventPayload.LeaseExpired expired -> entry(event, who, "操作がなかったため、未担当に戻りました", "");
            case EventPayload.TakenOver over -> entry(event, who, over.from() + " さんから引き取りました", over.reason());
            case EventPayload.NoteAdded note -> entry(event, who, "記録：" + note.kind().label(), note.text());
            case EventPayload.Transferred moved ->
                entry(event, who, moved.from().isEmpty() ? "担当の窓口を決めました" : "ほかの窓口に移しました", moved.reason());
            case EventPayload.CorrectionRequested asked ->
                entry(event, who, "補正を求めました（回答期限 " + Days.full(asked.answerBy()) + "）",
                        asked.reason());
            case EventPayload.CorrectionArrived arrived -> entry(event, who, "補正の回答が届きました",
                    "回答 第" + arrived.revision() + "版");
            case EventPayload.CorrectionCameLate late -> entry(event, who, "補正の回答が、求めの終わった後に届きました",
                    "回答 第" + late.received().revision() + "版。内容は「回答」の欄にあります。");
            case EventPayload.RedactionAsked asked -> entry(event, who, "記録からの削除を求めました", asked.reason());
            case EventPayload.RedactionDeclined declined -> entry(event, who, "記録から削除しないことにしました", "");
            case EventPayload.Redacted done -> entry(event, who, "記録から削除しました", done.replaced().stream()
                    .map(each -> each.event() == null ? "回答 第" + each.revision() + "版" : each.event() + "番目の記録")
                    .collect(Collectors.joining("、")));
            case EventPayload.GivenBack back -> entry(event, who, "補正を求めた " + back.name() + " さんの担当に戻しました", "");
            case EventPayload.CorrectionLapsed lapsed -> entry(event, who, "補正の期限が過ぎたため、審査を再開しました", "");
            case EventPayload.CorrectionRecalled recalled -> entry(event, who, "補正の求めを取り下げました", recalled.reason());
            case EventPayload.CorrectionAnsweredElsewhere answered -> entry(event, who,
                    "補正の回答を" + answered.where().label() + "で受けました", answered.said());
            case EventPayload.CorrectionExtended extended -> entry(event, who,
                    "補正の期限を" + Days.full(extended.answerBy()) + "まで延ばしました", extended.reason());
            case EventPayload.ProposalTakenBack back -> entry(event, who, "決定の案を撤回しました", "");
            case EventPayload.ExaminationHandedBack back -> entry(event, who, "審査をほかの職員に返しました", back.reason());
            case EventPayload.PeriodExtended extended ->
                entry(event, who, "処理の期間を延長し、申請者に知らせました（" + Days.full(extended.until()) + "まで）",
                        extended.reason());
            case EventPayload.SentForApproval sent -> entry(event, who, "決裁に回しました：" + sent.proposal().outcome().label(),
                    words(sent.proposal()));
            case EventPayload.SentBack back -> entry(event, who, "差し戻しました", back.reason());
            case EventPayload.Decided decided ->
                entry(event, who, "決裁しました：" + decided.decision().outcome().label(), "");
            case EventPayload.Recorded recorded -> entry(event, who, "受理しました", "");
            case EventPayload.NotificationReturned returned -> entry(event, who,
                    returned.duplicateOf() == null
                            ? "不備のため、届出を返しました"
                            : "受付番号 " + ReceiptNumber.grouped(returned.duplicateOf()) + " と重複するため、届出を返しました",
                    returned.reason());
            case EventPayload.NoticeIssued issued -> entry(event, who, "通知書を電子で交付しました", issued.number());
            case EventPayload.NoticeToPost made -> entry(event, who, "通知書を作成しました（郵送待ち）", made.number());
            case EventPayload.NoticePosted posted ->
                entry(event, who, "通知書を郵送しました（発送日 " + Days.full(posted.postedOn()) + "）", "");
            case EventPayload.PostingUndone undone -> entry(event, who, "発送の記録を取り消しました", undone.reason());
            case EventPayload.NoticeOpened opened ->
                entry(event, who, opened.downloaded() ? "申請者が通知書をダウンロードしました" : "申請者が通知書を開きました",
                        Days.moment(opened.openedAt()));
            case EventPayload.NoticeWayChosen chosen -> entry(event, who,
                    chosen.electronic() ? "申請者が電子での通知に同意しました" : "申請者が電子での通知の同意を取り下げました（書面で郵送）",
                    Days.moment(chosen.chosenAt()));
            case EventPayload.Withdrawn withdrawn -> entry(event, who, "取り下げられました", withdrawn.reason());
            case EventPayload.WithdrawalCameLate late -> entry(event, who, "決定後に取下げの届けがありました", late.reason());
            case EventPayload.Reopened reopened -> entry(event, who, "審査を再開しました", reopened.reason());
            case EventPayload.MessageReceived received -> entry(event, who, "申請者からのメッセージ", received.text());
            case EventPayload.MessageSent sent -> entry(event, who, "申請者へのメッセージ", sent.text());
            case EventPayload.MessagesRead read -> entry(event, who, "申請者のメッセージを読みました", "");
        };
    }

    private static TimelineEntry entry(CaseEvent event, String who, String title, String text) {
        return new TimelineEntry(event.at(), who, title, text);
    }

    private static String words(Proposal proposal) {
        var words = new StringBuilder();
        line(words, "事実", proposal.facts());
        line(words, "条項", proposal.clause());
        line(words, "備考", proposal.remark());
        return words.toString().strip();
    }

    private static void line(StringBuilder words, String label, String text) {
        if (!text.isEmpty()) {
            words.append(String.format(Locale.ROOT, "%s：%s%n", label, text));
        }
    }
}
