package jp.madoguchi.backoffice.casework;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import jp.madoguchi.backoffice.casework.CaseClocks.Phase;
import jp.madoguchi.platform.calendar.BusinessCalendar;
import org.jspecify.annotations.Nullable;

/** Goes through the events of a case once and reads all clocks off. Lives for one reading. */
final class ClockReplay {

    private final BusinessCalendar calendar;
    private final Map<Phase, Duration> spent = new EnumMap<>(Phase.class);
    private final Instant arrivedAt;
    private Phase phase = Phase.QUEUE;
    private Instant since;
    private int corrections;
    private int claims;
    private int transfers;
    private String lastHands = "";
    private @Nullable Instant closedAt;
    private @Nullable LocalDate pausedOn;
    private int pausedOpenDays;
    private int pausedDays;
    private @Nullable LocalDate extendedUntil;

    private ClockReplay(Instant arrivedAt, BusinessCalendar calendar) {
        this.arrivedAt = arrivedAt;
        this.since = arrivedAt;
        this.calendar = calendar;
    }

    static CaseClocks read(List<CaseEvent> history, Instant now, BusinessCalendar calendar) {
        if (history.isEmpty() || !(history.getFirst().what() instanceof EventPayload.Arrived arrival)) {
            throw new IllegalArgumentException("a case begins with its arrival");
        }
        var replay = new ClockReplay(history.getFirst().at(), calendar);
        history.forEach(replay::pass);
        return replay.clocks(arrival, now);
    }

    private void pass(CaseEvent event) {
        var next = phase.after(event.what());
        pause(event, next);
        count(event, next);
        closedAt = next != Phase.CLOSED ? null : phase == Phase.CLOSED ? closedAt : event.at();
        if (next != phase) {
            spent.merge(phase, calendar.businessTime(since, event.at()), Duration::plus);
            since = event.at();
            phase = next;
        }
    }

    private void pause(CaseEvent event, Phase next) {
        var day = BusinessCalendar.dayOf(event.at());
        var from = pausedOn;
        if (event.what() instanceof EventPayload.CorrectionRequested) {
            pausedOn = day;
        } else if (from != null && next != Phase.APPLICANT) {
            pausedOpenDays += calendar.businessDaysBetween(from, day);
            pausedDays += Math.toIntExact(ChronoUnit.DAYS.between(from, day));
            pausedOn = null;
        }
    }

    private void count(CaseEvent event, Phase next) {
        switch (event.what()) {
            case EventPayload.CorrectionRequested asked -> corrections++;
            case EventPayload.Transferred moved -> transfers += moved.from().isEmpty() ? 0 : 1;
            case EventPayload.PeriodExtended extended -> extendedUntil = extended.until();
            default -> {
                if (next == Phase.HANDS_ON && takesInHand(event.what()) && !event.actor().id().equals(lastHands)) {
                    claims++;
                    lastHands = event.actor().id();
                }
            }
        }
    }

    private static boolean takesInHand(EventPayload what) {
        return what instanceof EventPayload.Claimed || what instanceof EventPayload.TakenOver
                || what instanceof EventPayload.CorrectionLapsed || what instanceof EventPayload.CorrectionRecalled
                || what instanceof EventPayload.CorrectionAnsweredElsewhere
                || what instanceof EventPayload.ProposalTakenBack;
    }

    private CaseClocks clocks(EventPayload.Arrived arrival, Instant now) {
        if (phase != Phase.CLOSED) {
            spent.merge(phase, calendar.businessTime(since, now), Duration::plus);
        }
        var pause = new CaseDue.Pause(pausedOpenDays, pausedDays, pausedOn != null);
        var due = CaseDue.of(arrival, BusinessCalendar.dayOf(arrivedAt), pause, extendedUntil, calendar);
        return new CaseClocks(spent, due, corrections, Math.max(0, claims - 1) + transfers, closedAt);
    }
}
