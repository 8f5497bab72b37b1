package jp.madoguchi.backoffice.casework;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import jp.madoguchi.backoffice.dispatch.Outbox;
import jp.madoguchi.backoffice.office.Offices;
import jp.madoguchi.exchange.ApplicationUpdate;
import jp.madoguchi.exchange.ApplicationUpdate.Stage;
import jp.madoguchi.exchange.ReceiptNumber;
import jp.madoguchi.platform.calendar.EraDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What the applicant learns of each step. A decision becomes known with its notice and not before: until then the applicant reads
 * that the approval is under way.
 */
@Component
class PortalUpdates {

    private static final String SENT = "先にお送りした通知書は取り消されました。";
    private static final String TO_BE_SENT = "お知らせした通知書は、お送りしません。";

    private final Outbox outbox;
    private final Offices offices;

    PortalUpdates(Outbox outbox, Offices offices) {
        this.outbox = outbox;
        this.offices = offices;
    }

    Mono<Void> tell(CaseService.Opened opened, CaseClocks clocks) {
        var file = opened.file();
        var telling = file.fresh().stream().filter(event -> isNews(event, file)).toList();
        if (telling.isEmpty()) {
            return Mono.empty();
        }
        return offices.byCode(file.office()).map(office -> office.name()).defaultIfEmpty(file.office())
                .flatMapMany(office -> Flux.fromIterable(telling)
                        .concatMap(event -> outbox.update(opened.header().application(),
                                update(event, file, office, clocks))))
                .then();
    }

    private static boolean isNews(CaseEvent event, CaseFile file) {
        return switch (event.what()) {
            case EventPayload.Claimed claimed -> file.history().stream().limit(event.sequence() - 1L)
                    .noneMatch(earlier -> earlier.what() instanceof EventPayload.Claimed);
            case EventPayload.Released released -> false;
            case EventPayload.LeaseExpired expired -> false;
            case EventPayload.TakenOver takenOver -> false;
            case EventPayload.GivenBack back -> false;
            case EventPayload.ExaminationHandedBack back -> false;
            case EventPayload.NoteAdded note -> false;
            case EventPayload.Decided decided -> false;
            case EventPayload.NoticeOpened opened -> false;
            case EventPayload.NoticeWayChosen chosen -> false;
            case EventPayload.MessageReceived message -> false;
            case EventPayload.CorrectionCameLate late -> false;
            case EventPayload.RedactionAsked asked -> false;
            case EventPayload.RedactionDeclined declined -> false;
            case EventPayload.MessagesRead read -> false;
            default -> true;
        };
    }

    private ApplicationUpdate update(CaseEvent event, CaseFile file, String office, CaseClocks clocks) {
        var state = file.state();
        var correction = file.correction();
        var due = state.isClosed() ? null : clocks.dueOn();
        return new ApplicationUpdate(UUID.randomUUID(), event.sequence(), event.at(), stage(file), office, due,
                correction == null
                        ? null
                        : new ApplicationUpdate.CorrectionRequest(correction.id(), correction.reason(),
                                correction.fields(), correction.answerBy()),
                outcome(file), message(event.what(), file),
                event.what() instanceof EventPayload.NoticeIssued issued ? issued.document() : null,
                takenOut(event.what(), file));
    }

    /** The words of an event that were taken out, as they were typed and as they were told. */
    private static List<ApplicationUpdate.TakenOut> takenOut(EventPayload what, CaseFile file) {
        if (!(what instanceof EventPayload.Redacted done)) {
            return List.of();
        }
        return done.replaced().stream().flatMap(each -> Stream.ofNullable(each.event()))
                .map(sequence -> file.history().get(sequence - 1).what())
                .flatMap(old -> Stream.concat(FreeText.of(old).stream(), Stream.ofNullable(message(old, file))))
                .distinct()
                .map(Seal::on).map(seal -> new ApplicationUpdate.TakenOut(seal.salt(), seal.hash())).toList();
    }

    /** A notice made for the post tells that it is decided, not how: that stands in the notice. */
    private static Stage stage(CaseFile file) {
        if (file.toPost() != null && !file.isPosted()) {
            return Stage.DECIDED;
        }
        return switch (file.state()) {
            case ARRIVED -> Stage.ARRIVED;
            case IN_EXAMINATION -> Stage.IN_EXAMINATION;
            case AWAITING_CORRECTION -> Stage.AWAITING_CORRECTION;
            case AWAITING_APPROVAL, APPROVED, REFUSED, DISMISSED -> Stage.AWAITING_APPROVAL;
            case ISSUED -> Stage.ISSUED;
            case RECORDED, RETURNED -> Stage.RECORDED;
            case WITHDRAWN -> Stage.WITHDRAWN;
        };
    }

    private static ApplicationUpdate.@Nullable Outcome outcome(CaseFile file) {
        var decision = file.proposal();
        return switch (file.state()) {
            case RECORDED -> ApplicationUpdate.Outcome.RECORDED;
            case RETURNED -> ApplicationUpdate.Outcome.RETURNED;
            case ISSUED -> decision == null || file.isPosted()
                    ? null
                    : ApplicationUpdate.Outcome.valueOf(decision.outcome().name());
            default -> null;
        };
    }

    private static boolean wasToBePosted(EventPayload.NoticeIssued issued, CaseFile file) {
        return file.history().stream().anyMatch(event -> event.what() instanceof EventPayload.NoticeToPost made
                && made.document().equals(issued.document()));
    }

    private static @Nullable String message(EventPayload what, CaseFile file) {
        return switch (what) {
            case EventPayload.MessageSent sent -> sent.text();
            case EventPayload.WithdrawalCameLate late -> "取下げの届けは、決定の後に届いたため、決定の効力は変わりません。詳しくは窓口にお問い合わせください。";
            case EventPayload.NoticeToPost made -> "通知書を郵送します。届くまでしばらくお待ちください。";
            case EventPayload.NoticeIssued issued when wasToBePosted(issued, file) ->
                "電子での通知に同意があったため、郵送の予定だった通知書を、郵送せずにこのページで交付しました。";
            case EventPayload.NoticePosted posted ->
                "通知書を" + EraDate.written(posted.postedOn()) + "に郵送しました。結果は通知書でご確認ください。";
            case EventPayload.PostingUndone undone -> "通知書を郵送したというお知らせは、誤りでした。通知書はこれから郵送します。";
            case EventPayload.PeriodExtended extended -> "結果をお知らせするまでの期間を、" + EraDate.written(extended.until())
                    + "まで延長します。\n理由：" + extended.reason();
            case EventPayload.CorrectionRecalled recalled ->
                "補正のお願いを取り消しました。補正を提出していただく必要はありません。\n" + recalled.reason();
            case EventPayload.CorrectionAnsweredElsewhere answered -> "補正のお願いについて、" + answered.where().label()
                    + "でご回答いただきました。補正を提出していただく必要はありません。";
            case EventPayload.CorrectionExtended extended -> "補正の期限を" + Days.full(extended.answerBy())
                    + "まで延ばしました。\n" + extended.reason();
            case EventPayload.NotificationReturned returned -> (returned.duplicateOf() == null
                    ? "届出に不備があるため、受理せずにお返しします。"
                    : "受付番号 " + ReceiptNumber.grouped(returned.duplicateOf())
                            + " の届出と重複しているため、お返しします。先の届出は、そのまま手続きを進めます。")
                    + "\n" + returned.reason();
            case EventPayload.Redacted done -> "個人番号などが含まれていたため、記録の一部を削除しました。この画面のメッセージからも削除しています。";
            case EventPayload.Reopened reopened -> "この手続について、もう一度審査を行うことになりました。" + oldNotice(file);
            default -> null;
        };
    }

    /** What becomes of the notice of the decision that is examined anew, as far as the applicant has heard of one. */
    private static String oldNotice(CaseFile file) {
        var told = "";
        for (var event : file.history()) {
            told = switch (event.what()) {
                case EventPayload.NoticeIssued issued -> SENT;
                case EventPayload.NoticePosted posted -> SENT;
                case EventPayload.NoticeToPost made -> TO_BE_SENT;
                case EventPayload.PostingUndone undone -> TO_BE_SENT;
                case EventPayload.Decided decided -> "";
                default -> told;
            };
        }
        return told;
    }
}
