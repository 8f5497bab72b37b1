package jp.madoguchi.backoffice.insight.facts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jp.madoguchi.backoffice.casework.CaseClocks;
import jp.madoguchi.backoffice.casework.CaseClocks.Phase;
import jp.madoguchi.backoffice.casework.CaseEvent;
import jp.madoguchi.backoffice.casework.CaseObserver;
import jp.madoguchi.backoffice.casework.CaseStep;
import jp.madoguchi.forms.ProcedureId;
import jp.madoguchi.platform.calendar.BusinessCalendar;
import jp.madoguchi.platform.database.Maybe;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Keeps what each case cost, up to its latest step, in the transaction of the step itself: a case and its facts never differ.
 * Nothing personal is kept, and no link back that would hinder the case's deletion.
 */
@Component
class CaseFacts implements CaseObserver {

    private static final String KEEP = """
            insert into case_fact (case_id, procedure_id, version, channel, office, arrived_at, closed_at, outcome, phase,
                queue_s, hands_on_s, applicant_s, approval_s, delivery_s, business_days, calendar_days, corrections,
                hand_offs, events, sample)
            values (:case, :procedure, :version, :channel, :office, :arrivedAt, :closedAt, :outcome, :phase, :queue,
                :handsOn, :applicant, :approval, :delivery, :businessDays, :calendarDays, :corrections, :handOffs, :events,
                false)
            on conflict (case_id) do update set office = excluded.office, closed_at = excluded.closed_at,
                outcome = excluded.outcome, phase = excluded.phase, queue_s = excluded.queue_s,
                hands_on_s = excluded.hands_on_s, applicant_s = excluded.applicant_s, approval_s = excluded.approval_s,
                delivery_s = excluded.delivery_s, business_days = excluded.business_days,
                calendar_days = excluded.calendar_days, corrections = excluded.corrections,
                hand_offs = excluded.hand_offs, events = excluded.events
            where case_fact.events < excluded.events
            """;

    private final DatabaseClient database;
    private final BusinessCalendar calendar;

    CaseFacts(DatabaseClient database, BusinessCalendar calendar) {
        this.database = database;
        this.calendar = calendar;
    }

    @Override
    public Mono<Void> happened(CaseStep step) {
        var header = step.header();
        return keep(header.id(), header.procedure(), header.procedureVersion(), header.channel().code(), step.history(),
                step.clocks());
    }

    /** @param clocks as they stood at the latest event */
    Mono<Void> keep(UUID id, ProcedureId procedure, int version, String channel, List<CaseEvent> history,
            CaseClocks clocks) {
        var latest = history.getLast().at();
        var course = CaseCourse.of(history);
        var arrived = BusinessCalendar.dayOf(course.arrivedAt());
        var until = BusinessCalendar.dayOf(latest);
        return database.sql(KEEP).bind("case", id).bind("procedure", procedure.value()).bind("version", version)
                .bind("channel", channel).bind("office", course.office()).bind("arrivedAt", course.arrivedAt())
                .bind("phase", course.phase()).bind("queue", seconds(clocks, Phase.QUEUE))
                .bind("handsOn", seconds(clocks, Phase.HANDS_ON)).bind("applicant", seconds(clocks, Phase.APPLICANT))
                .bind("approval", seconds(clocks, Phase.APPROVAL)).bind("delivery", seconds(clocks, Phase.DELIVERY))
                .bind("businessDays", calendar.businessDaysBetween(arrived, until))
                .bind("calendarDays", (int) (until.toEpochDay() - arrived.toEpochDay()))
                .bind("corrections", clocks.corrections()).bind("handOffs", clocks.handOffs())
                .bind("events", history.size()).bind("closedAt", Maybe.of(course.closedAt(), Instant.class))
                .bind("outcome", Maybe.of(course.outcome(), String.class)).then();
    }

    private static long seconds(CaseClocks clocks, Phase phase) {
        Duration spent = clocks.spent(phase);
        return spent.toSeconds();
    }
}
