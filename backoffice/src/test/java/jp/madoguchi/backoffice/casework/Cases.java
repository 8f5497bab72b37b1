package jp.madoguchi.backoffice.casework;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import jp.madoguchi.backoffice.TestOffice;
import jp.madoguchi.backoffice.office.Staff;
import jp.madoguchi.platform.calendar.BusinessCalendar;

/** Cases for tests: an application and a notification that arrived on a Monday morning. */
final class Cases {

    static final Staff CLERK = TestOffice.staff(TestOffice.CLERK1);
    static final Staff OTHER = TestOffice.staff(TestOffice.CLERK2);
    static final Staff CHIEF = TestOffice.staff(TestOffice.CHIEF);
    static final Duration LEASE = Duration.ofMinutes(30);
    static final Instant MONDAY = at(16, 9, 0);
    static final Proposal GRANT = new Proposal(Outcome.APPROVED, "要件を満たす。", "", "", "");

    private Cases() {}

    /** A moment in November 2026; the 16th is a Monday, the 23rd a holiday. */
    static Instant at(int day, int hour, int minute) {
        return LocalDateTime.of(2026, 11, day, hour, minute).atZone(BusinessCalendar.ZONE).toInstant();
    }

    static CaseFile application() {
        return CaseFile.open(UUID.randomUUID(), arrived(false), MONDAY);
    }

    static CaseFile notification() {
        return CaseFile.open(UUID.randomUUID(), arrived(true), MONDAY);
    }

    static EventPayload.Arrived arrived(boolean notification) {
        return new EventPayload.Arrived("9000-1", "jido-teate", 1, "0".repeat(64), Channel.ONLINE, "chuo", notification,
                5);
    }

    static CorrectionRequest correction(LocalDate answerBy) {
        return new CorrectionRequest(UUID.randomUUID(), "電話番号が使われていません。", List.of("claimant-phone"), answerBy);
    }

    static Received received(int revision) {
        return Incoming.of(revision, "{}", List.of()).received();
    }
}
