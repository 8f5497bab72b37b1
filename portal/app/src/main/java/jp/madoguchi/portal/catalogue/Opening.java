package jp.madoguchi.portal.catalogue;

import java.time.Instant;
import java.time.LocalDateTime;

import jp.madoguchi.forms.definition.OpenPeriod;
import jp.madoguchi.forms.definition.OpenPeriod.State;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.platform.calendar.BusinessCalendar;
import jp.madoguchi.portal.wording.Wording;
import org.jspecify.annotations.Nullable;

/**
 * Whether a procedure is taken online at a moment, and what to say where it is not.
 */
public final class Opening {

    private Opening() {}

    public static State at(Procedure procedure, Instant moment) {
        var open = procedure.intake().open();
        return open == null ? State.OPEN : open.at(LocalDateTime.ofInstant(moment, BusinessCalendar.ZONE));
    }

    /** Why it is not the time for it, and until or since when; empty where it is. */
    private static String closed(Procedure procedure, Instant moment, Wording wording) {
        var open = procedure.intake().open();
        return open == null ? "" : switch (at(procedure, moment)) {
            case OPEN -> "";
            case NOT_YET -> wording.text("opening.not-yet", written(open.from(), wording));
            case OVER -> wording.text("opening.over", last(open, wording));
        };
    }

    /** Why it cannot be begun now: because it does not stand open, or by its period; empty where it can. */
    public static String closed(Procedure procedure, Standing standing, Instant moment, Wording wording) {
        var stopped = standing.notBegun(wording);
        return stopped.isEmpty() ? closed(procedure, moment, wording) : stopped;
    }

    /** Why somebody who began while it was open cannot hand in, with what becomes of what they entered. */
    public static String closed(Procedure procedure, Standing standing, Instant moment, Instant keptUntil,
            Wording wording) {
        var stopped = standing.notHandedIn(moment, wording);
        var closed = stopped.isEmpty() ? closed(procedure, moment, wording) : stopped;
        return closed.isEmpty() ? "" : closed + wording.text("opening.kept", wording.date(keptUntil));
    }

    /** 「令和8年10月15日（2026年） 9:00 から …まで」. */
    public static String written(OpenPeriod open, Wording wording) {
        return open.from() == null
                ? wording.text("opening.until", last(open, wording))
                : open.until() == null
                        ? wording.text("opening.from", written(open.from(), wording))
                        : wording.text("opening.between", written(open.from(), wording), last(open, wording));
    }

    /** A period that ends at midnight ends with the day before. */
    private static String last(OpenPeriod open, Wording wording) {
        var until = open.until();
        return until == null
                ? ""
                : until.toLocalTime().equals(java.time.LocalTime.MIDNIGHT)
                        ? wording.date(until.toLocalDate().minusDays(1))
                        : written(until, wording);
    }

    private static String written(@Nullable LocalDateTime moment, Wording wording) {
        return moment == null
                ? ""
                : moment.toLocalTime().equals(java.time.LocalTime.MIDNIGHT)
                        ? wording.date(moment.toLocalDate())
                        : wording.moment(moment.atZone(BusinessCalendar.ZONE).toInstant());
    }
}
