package jp.madoguchi.portal.catalogue;

import java.time.Instant;
import java.time.LocalDateTime;

import jp.madoguchi.forms.definition.OpenPeriod;
import jp.madoguchi.forms.definition.OpenPeriod.State;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.platform.calendar.BusinessCalendar;
import jp.madoguchi.portal.wording.Say;
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
    private static String closed(Procedure procedure, Instant moment, Say say) {
        var open = procedure.intake().open();
        return open == null ? "" : switch (at(procedure, moment)) {
            case OPEN -> "";
            case NOT_YET -> say.text("opening.not-yet", written(open.from(), say));
            case OVER -> say.text("opening.over", last(open, say));
        };
    }

    /** Why it cannot be begun now: because it does not stand open, or by its period; empty where it can. */
    public static String closed(Procedure procedure, Standing standing, Instant moment, Say say) {
        var stopped = standing.notBegun(say);
        return stopped.isEmpty() ? closed(procedure, moment, say) : stopped;
    }

    /** Why somebody who began while it was open cannot hand in, with what becomes of what they entered. */
    public static String closed(Procedure procedure, Standing standing, Instant moment, Instant keptUntil, Say say) {
        var stopped = standing.notHandedIn(moment, say);
        var closed = stopped.isEmpty() ? closed(procedure, moment, say) : stopped;
        return closed.isEmpty() ? "" : closed + say.text("opening.kept", say.date(keptUntil));
    }

    /** 「令和8年10月15日（2026年） 9:00 から …まで」. */
    public static String written(OpenPeriod open, Say say) {
        return open.from() == null
                ? say.text("opening.until", last(open, say))
                : open.until() == null
                        ? say.text("opening.from", written(open.from(), say))
                        : say.text("opening.between", written(open.from(), say), last(open, say));
    }

    /** A period that ends at midnight ends with the day before. */
    private static String last(OpenPeriod open, Say say) {
        var until = open.until();
        return until == null
                ? ""
                : until.toLocalTime().equals(java.time.LocalTime.MIDNIGHT)
                        ? say.date(until.toLocalDate().minusDays(1))
                        : written(until, say);
    }

    private static String written(@Nullable LocalDateTime moment, Say say) {
        return moment == null
                ? ""
                : moment.toLocalTime().equals(java.time.LocalTime.MIDNIGHT)
                        ? say.date(moment.toLocalDate())
                        : say.moment(moment.atZone(BusinessCalendar.ZONE).toInstant());
    }
}
