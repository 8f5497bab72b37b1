package jp.madoguchi.portal.tracking;

import java.time.Duration;
import java.time.InstantSource;
import jp.madoguchi.platform.input.InputGuard;
import jp.madoguchi.platform.problem.Refusal;
import jp.madoguchi.portal.correction.Corrections;
import jp.madoguchi.portal.handover.ArrivalSignal;
import jp.madoguchi.portal.handover.Consignments;
import jp.madoguchi.portal.submission.SubmissionStanding;
import jp.madoguchi.portal.submission.SubmissionStandings;
import jp.madoguchi.portal.wording.Wording;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * What an applicant may still do after handing in.
 */
@Component
public class TrackingService {

    private static final int LONGEST = 2_000;
    private static final long MESSAGES_A_DAY = 20;
    private static final long NOTICE_WAYS_A_DAY = 6;

    private final SubmissionStandings standings;
    private final CorrespondenceStore correspondence;
    private final Corrections corrections;
    private final Consignments consignments;
    private final ArrivalSignal arrivals;
    private final TransactionalOperator transaction;
    private final InstantSource clock;

    TrackingService(SubmissionStandings standings, CorrespondenceStore correspondence, Corrections corrections,
            Consignments consignments, ArrivalSignal arrivals, TransactionalOperator transaction, InstantSource clock) {
        this.standings = standings;
        this.correspondence = correspondence;
        this.corrections = corrections;
        this.consignments = consignments;
        this.arrivals = arrivals;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What keeps a message from being sent; empty if nothing does. */
    public static String whatIsWrong(String text, Wording wording) {
        if (text.isEmpty()) {
            return wording.text("message.empty");
        }
        int length = text.codePointCount(0, text.length());
        var trouble = InputGuard.trouble(text, wording.language().tag());
        if (!trouble.isEmpty()) {
            return trouble;
        }
        return length > LONGEST ? wording.text("message.long", LONGEST, length) : "";
    }

    /** What keeps a reason from being sent; empty if nothing does. None is needed. */
    public static String whatIsWrongWithReason(String reason, Wording wording) {
        return reason.isEmpty() ? "" : whatIsWrong(reason, wording);
    }

    public Mono<Void> write(SubmissionStanding standing, String text) {
        var now = clock.instant();
        return correspondence.countFromApplicant(standing.id(), now.minus(Duration.ofDays(1)))
                .flatMap(count -> count >= MESSAGES_A_DAY
                        ? Mono.<Void>error(new Refusal.TooMany("too-many-messages",
                                "1日に送れるメッセージの数を超えました。お急ぎのときは担当の窓口へお電話ください。", Duration.ofHours(12)))
                        : correspondence.fromApplicant(standing.id(), text, now)
                                .then(consignments.message(standing.id(), text, now)).as(transaction::transactional)
                                .doOnSuccess(done -> arrivals.raise()));
    }

    /**
     * Chooses how the notice comes. Chosen so already, nothing happens.
     *
     * @throws Refusal.Conflict (as error signal) if the notice is there already or none will come
     * @throws Refusal.TooMany if it was changed too often today
     */
    public Mono<Void> chooseNoticeWay(SubmissionStanding standing, boolean electronic) {
        var now = clock.instant();
        if (standing.noticeConsent() == electronic) {
            return Mono.empty();
        }
        return consignments.countNoticeWays(standing.id(), now.minus(Duration.ofDays(1)))
                .flatMap(count -> count >= NOTICE_WAYS_A_DAY
                        ? Mono.<Boolean>error(new Refusal.TooMany("too-many-changes",
                                "1日に変更できる回数を超えました。お急ぎのときは担当の窓口へお電話ください。", Duration.ofHours(12)))
                        : standings.chooseNoticeWay(standing.id(), electronic))
                .flatMap(done -> done
                        ? consignments.noticeWay(standing.id(), electronic, now)
                        : standings.find(standing.id()).filter(found -> found.noticeConsent() != electronic)
                                .flatMap(found -> Mono.<Void>error(new Refusal.Conflict("notice-is-there",
                                        "通知はすでに出されているか、出されないことになったため、受け取り方を変更できません。担当の窓口にお問い合わせください。"))))
                .as(transaction::transactional).doOnSuccess(done -> arrivals.raise());
    }

    /**
     * Withdraws the application. Repeated, it changes nothing.
     *
     * @param reason in which nothing is wrong; empty where none was given
     * @throws Refusal.Conflict (as error signal) if it is decided already
     */
    public Mono<Void> withdraw(SubmissionStanding standing, String reason) {
        var now = clock.instant();
        var words = reason.isEmpty() ? null : reason;
        return standings.withdraw(standing.id(), now)
                .flatMap(done -> done
                        ? corrections.closeOpen(standing.id())
                                .then(consignments.withdrawn(standing.id(), words, now))
                        : standings.find(standing.id()).filter(found -> found.withdrawnAt() == null)
                                .flatMap(decided -> Mono.<Void>error(new Refusal.Conflict("already-decided",
                                        "すでに処分などが決まっているため、取り下げできません。担当の窓口にお問い合わせください。"))))
                .as(transaction::transactional).doOnSuccess(done -> arrivals.raise());
    }
}
