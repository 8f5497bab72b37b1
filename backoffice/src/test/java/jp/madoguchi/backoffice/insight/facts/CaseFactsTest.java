package jp.madoguchi.backoffice.insight.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import jp.madoguchi.backoffice.casework.Actor;
import jp.madoguchi.backoffice.casework.CaseEvent;
import jp.madoguchi.backoffice.casework.Channel;
import jp.madoguchi.backoffice.casework.EventPayload;
import jp.madoguchi.backoffice.casework.Outcome;
import jp.madoguchi.backoffice.casework.Proposal;
import jp.madoguchi.backoffice.insight.InsightDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CaseFactsTest {

    private static final InsightDatabase DATABASE = new InsightDatabase();
    private static final Actor CLERK = new Actor(Actor.Kind.STAFF, "clerk", "中央 一郎", "中央区役所");
    private static final Actor CHIEF = new Actor(Actor.Kind.STAFF, "chief", "中央 課長", "中央区役所");
    private static final Proposal APPROVAL = new Proposal(Outcome.APPROVED, "", "", "", "");

    private final Facts facts = Facts.in(DATABASE);
    private final UUID id = UUID.randomUUID();
    private final List<CaseEvent> history = new ArrayList<>();

    @BeforeEach
    void empty() {
        DATABASE.client.sql("truncate case_fact").then().block();
    }

    @Test
    void timesEveryClockInOfficeHours() {
        // Friday 2026-11-13 to Wednesday 2026-11-18, Japan time; the week-end counts for nobody.
        happens("2026-11-13T10:00", Actor.APPLICANT, arrival());
        happens("2026-11-13T11:00", CLERK, new EventPayload.Claimed());
        happens("2026-11-13T11:30", CLERK, new EventPayload.CorrectionRequested(UUID.randomUUID(), "通帳", List.of(),
                LocalDate.of(2026, 11, 27)));
        happens("2026-11-14T20:00", Actor.APPLICANT, new EventPayload.CorrectionArrived(UUID.randomUUID(), 2, null));
        happens("2026-11-16T09:45", CLERK, new EventPayload.Claimed());
        happens("2026-11-16T10:45", CLERK, new EventPayload.SentForApproval(APPROVAL));
        happens("2026-11-18T08:45", CHIEF, new EventPayload.Decided(APPROVAL));
        happens("2026-11-18T08:55", Actor.SYSTEM, new EventPayload.NoticeIssued(UUID.randomUUID(), "1", "通知", "0"));

        keep();

        assertThat(fact()).containsEntry("outcome", "approved").containsEntry("queue_s", 2 * 3600L)
                .containsEntry("hands_on_s", 5400L).containsEntry("applicant_s", 6 * 3600L)
                .containsEntry("approval_s", (long) (6.75 * 3600 + 8.75 * 3600)).containsEntry("delivery_s", 600L)
                .containsEntry("office_s", (long) (2 * 3600 + 5400 + 15.5 * 3600 + 600)).containsEntry("corrections", 1)
                .containsEntry("hand_offs", 0).containsEntry("business_days", 3).containsEntry("calendar_days", 5)
                .containsEntry("office", "chuo").containsEntry("channel", "online");
    }

    @Test
    void anOpenCaseHasNoOutcomeAndAReopenedOneLosesIt() {
        happens("2026-11-13T10:00", Actor.APPLICANT, arrival());
        keep();
        assertThat(fact()).containsEntry("outcome", null).containsEntry("phase", "open");

        happens("2026-11-13T11:00", CLERK, new EventPayload.Claimed());
        happens("2026-11-13T11:10", CLERK, new EventPayload.Recorded());
        keep();
        assertThat(fact()).containsEntry("outcome", "recorded").containsEntry("phase", "closed");

        happens("2026-11-16T11:10", CHIEF, new EventPayload.Reopened("誤記"));
        keep();
        assertThat(fact()).containsEntry("outcome", null).containsEntry("closed_at", null);
    }

    @Test
    void anOlderHistoryNeverOverwritesANewerOne() {
        happens("2026-11-13T10:00", Actor.APPLICANT, arrival());
        happens("2026-11-13T11:00", CLERK, new EventPayload.Transferred("chuo", "nada", "転居"));
        keep();
        history.removeLast();
        keep();

        assertThat(fact()).containsEntry("office", "nada").containsEntry("events", 2);
    }

    private static EventPayload arrival() {
        return new EventPayload.Arrived("1", "jido-teate", 1, "hash", Channel.ONLINE, "chuo", false, 30);
    }

    private void happens(String at, Actor who, EventPayload what) {
        history.add(new CaseEvent(id, history.size() + 1, Instant.parse(at + ":00+09:00"), who, what));
    }

    private void keep() {
        facts.keep(id, history);
    }

    private Map<String, Object> fact() {
        return Objects.requireNonNull(DATABASE.client.sql("select * from case_fact").fetch().one().block());
    }
}
