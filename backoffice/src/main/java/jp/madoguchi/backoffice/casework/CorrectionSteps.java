package jp.madoguchi.backoffice.casework;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import jp.madoguchi.backoffice.office.Staff;
import org.jspecify.annotations.Nullable;

/** Asking the applicant to put something right (補正), and every way in which that ends. */
public final class CorrectionSteps {

    private final CaseFile file;

    CorrectionSteps(CaseFile file) {
        this.file = file;
    }

    /** Asks the applicant; the clock stands until the answer. */
    public void request(Staff by, CorrectionRequest request, Instant now) {
        file.guard(CaseAction.REQUEST_CORRECTION, by, now);
        file.record(now, Actor.of(by), new EventPayload.CorrectionRequested(request.id(), request.reason(),
                request.fields(), request.answerBy()));
    }

    /**
     * The applicant answered. An answer to a request that is no longer open is refused; the caller tells repeats apart.
     *
     * @param received the answers, already under seal
     */
    public void arrived(UUID request, Received received, Instant now) {
        var open = file.correction();
        if (open == null || !open.id().equals(request)) {
            throw ActionRefused.state("この補正の求めは、もう終わっています。");
        }
        file.record(now, Actor.APPLICANT, new EventPayload.CorrectionArrived(request, received));
    }

    /** The applicant answered a request that was over by then; nothing a resident sends is thrown away. */
    public void arrivedLate(UUID request, Received received, Instant now) {
        file.record(now, Actor.APPLICANT, new EventPayload.CorrectionCameLate(request, received));
    }

    /**
     * Puts a case whose correction has just arrived into the hands of the clerk who asked for it.
     *
     * @param until how long it is kept for them before it goes to the queue
     */
    public void giveBack(Actor asker, Instant now, Instant until) {
        if (file.state() != CaseState.IN_EXAMINATION || file.assignment() != null || !file.isFreshlyCorrected()
                || !asker.id().equals(file.responsible())) {
            throw ActionRefused.state("補正の回答が届いたばかりの案件ではないため、担当者に戻せません。");
        }
        file.record(now, Actor.SYSTEM, new EventPayload.GivenBack(asker.id(), asker.name()));
        file.progress().leaseUntil(until);
    }

    /** Who asked for the open correction; null where none is open. */
    public @Nullable Actor asker() {
        return file.correction() == null
                ? null
                : file.progress().history().reversed().stream()
                        .filter(event -> event.what() instanceof EventPayload.CorrectionRequested)
                        .map(CaseEvent::actor).findFirst().orElse(null);
    }

    /** Goes on without the applicant's answer, once the period for it has passed. */
    public void proceedWithout(Staff by, Instant now, Duration lease) {
        file.guard(CaseAction.PROCEED, by, now);
        takeInHand(by, new EventPayload.CorrectionLapsed(open().id()), now, lease);
    }

    /** Takes the request back, because it was a mistake; the examination goes on. */
    public void recall(Staff by, String reason, Instant now, Duration lease) {
        file.guard(CaseAction.RECALL_CORRECTION, by, now);
        takeInHand(by, new EventPayload.CorrectionRecalled(open().id(), reason), now, lease);
    }

    /** The applicant answered at the counter or by telephone; the examination goes on with what was said. */
    public void answeredElsewhere(Staff by, EventPayload.AnsweredAt where, String said, Instant now, Duration lease) {
        file.guard(CaseAction.ANSWER_ELSEWHERE, by, now);
        takeInHand(by, new EventPayload.CorrectionAnsweredElsewhere(open().id(), where, said), now, lease);
    }

    /** Gives the applicant longer, also when the period has passed. */
    public void extend(Staff by, LocalDate answerBy, String reason, Instant now) {
        file.guard(CaseAction.EXTEND_CORRECTION, by, now);
        var open = open();
        if (!answerBy.isAfter(open.answerBy())) {
            throw ActionRefused.state("新しい期限は、いまの期限（" + Days.full(open.answerBy()) + "）より後の日にしてください。");
        }
        file.record(now, Actor.of(by), new EventPayload.CorrectionExtended(open.id(), answerBy, reason));
    }

    private void takeInHand(Staff by, EventPayload what, Instant now, Duration lease) {
        file.record(now, Actor.of(by), what);
        file.progress().leaseUntil(now.plus(lease));
    }

    private CorrectionRequest open() {
        var open = file.correction();
        if (open == null) {
            throw new IllegalStateException("no correction is open, and the guard let it pass");
        }
        return open;
    }
}
