package jp.madoguchi.backoffice.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import jp.madoguchi.backoffice.office.Staff;
import jp.madoguchi.platform.calendar.BusinessCalendar;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever people try, in whatever order, a case stays a case. */
class CaseFilePropertyTest {

    private static final List<Staff> PEOPLE = List.of(Cases.CLERK, Cases.OTHER, Cases.CHIEF);

    /** What the tries below are about, where it is something that is offered on a page. */
    private static final Map<Integer, CaseAction> DOORS = Map.ofEntries(Map.entry(0, CaseAction.CLAIM),
            Map.entry(1, CaseAction.CLAIM), Map.entry(2, CaseAction.RELEASE), Map.entry(3, CaseAction.TAKE_OVER),
            Map.entry(5, CaseAction.REQUEST_CORRECTION), Map.entry(7, CaseAction.SEND_FOR_APPROVAL),
            Map.entry(8, CaseAction.SEND_FOR_APPROVAL), Map.entry(9, CaseAction.SEND_BACK),
            Map.entry(10, CaseAction.DECIDE), Map.entry(11, CaseAction.RECORD), Map.entry(12, CaseAction.ISSUE),
            Map.entry(14, CaseAction.REOPEN), Map.entry(15, CaseAction.PROCEED), Map.entry(17, CaseAction.TAKE_BACK),
            Map.entry(18, CaseAction.HAND_BACK), Map.entry(19, CaseAction.RECALL_CORRECTION),
            Map.entry(20, CaseAction.ANSWER_ELSEWHERE), Map.entry(21, CaseAction.EXTEND_CORRECTION),
            Map.entry(22, CaseAction.ISSUE), Map.entry(23, CaseAction.POST), Map.entry(24, CaseAction.UNDO_POSTING),
            Map.entry(25, CaseAction.DELIVER), Map.entry(27, CaseAction.POST));

    /** One try: who, what, and how many minutes after the one before. */
    record Try(int who, int what, int minutes) {}

    @Provide
    Arbitrary<List<Try>> tries() {
        return Combinators.combine(Arbitraries.integers().between(0, PEOPLE.size() - 1),
                Arbitraries.integers().between(0, 27), Arbitraries.integers().between(0, 3000)).as(Try::new).list()
                .ofMaxSize(60);
    }

    @Property(tries = 300)
    void randomMovesNeverBreakIt(@ForAll boolean notification, @ForAll("tries") List<Try> tries) {
        var file = notification ? Cases.notification() : Cases.application();
        var now = Cases.MONDAY;
        for (var one : tries) {
            now = now.plus(Duration.ofMinutes(one.minutes()));
            int before = file.history().size();
            var who = PEOPLE.get(one.who());
            var action = DOORS.get(one.what());
            var holder = file.assignment();
            boolean offered = action == null || file.leadsOn(action, who, now)
                    || action == CaseAction.CLAIM && holder != null && holder.isBy(who.id());
            var state = file.state();
            try {
                attempt(file, who, one.what(), now);
                assertThat(offered).as("no door is open whose button is not offered: %s", action).isTrue();
            } catch (ActionRefused refused) {
                assertThat(file.history()).as("a refused move leaves no trace").hasSize(before);
                assertThat(file.state()).isEqualTo(state);
                assertThat(refused.message()).isNotBlank().doesNotContainPattern("\\d{4}-\\d\\d-\\d\\d");
            }
            holdsTogether(file, notification);
        }
        replaysToTheSame(file, now);
    }

    private static void holdsTogether(CaseFile file, boolean notification) {
        assertThat(file.assignment() == null || file.state() == CaseState.IN_EXAMINATION)
                .as("only a case in examination is in someone's hands").isTrue();
        assertThat(file.correction() != null).isEqualTo(file.state() == CaseState.AWAITING_CORRECTION);
        assertThat(file.history().stream().filter(event -> event.what() instanceof EventPayload.NoticeIssued
                || event.what() instanceof EventPayload.NoticePosted).count())
                .as("a notice goes out once per decision, but for marks that were taken back")
                .isLessThanOrEqualTo(
                        file.history().stream().filter(event -> event.what() instanceof EventPayload.Decided
                                || event.what() instanceof EventPayload.PostingUndone).count());
        for (var event : file.history()) {
            if (event.what() instanceof EventPayload.Decided) {
                assertThat(notification).as("a notification is never decided").isFalse();
                assertThat(file.history()).as("who decided never examined before")
                        .noneMatch(earlier -> earlier.sequence() < event.sequence()
                                && file.history().stream()
                                        .noneMatch(later -> later.what() instanceof EventPayload.ExaminationHandedBack
                                                && later.actor().id().equals(event.actor().id())
                                                && later.sequence() > earlier.sequence()
                                                && later.sequence() < event.sequence())
                                && earlier.actor().id().equals(event.actor().id())
                                && (earlier.what() instanceof EventPayload.Claimed
                                        || earlier.what() instanceof EventPayload.SentForApproval
                                        || earlier.what() instanceof EventPayload.TakenOver));
            }
        }
        if (file.state() == CaseState.ISSUED) {
            assertThat(file.history()).anyMatch(event -> event.what() instanceof EventPayload.Decided);
        }
    }

    private static void replaysToTheSame(CaseFile file, Instant now) {
        var holding = file.assignment();
        var again = CaseFile.replay(file.history(), holding == null ? null : holding.until());
        assertThat(again.state()).isEqualTo(file.state());
        assertThat(again.assignment()).isEqualTo(holding);
        assertThat(again.fresh()).isEmpty();
        var links = EventChain.extend(EventChain.BEGINNING, file.history());
        assertThat(EventChain.verify(file.id(), links, links.getLast().hash())).isEmpty();
        var clocks = CaseClocks.of(file.history(), now, BusinessCalendar.standard());
        assertThat(clocks.closedAt() != null).isEqualTo(file.state().isClosed());
        assertThat(clocks.spent().values()).allMatch(spent -> !spent.isNegative());
        assertThat(clocks.dueOn() == null).isEqualTo(file.state() == CaseState.AWAITING_CORRECTION);
    }

    private static void attempt(CaseFile file, Staff who, int what, Instant now) {
        var correction = file.correction();
        switch (what) {
            case 0, 1 -> file.claim(who, now, Cases.LEASE);
            case 2 -> file.release(who, now);
            case 3 -> file.takeOver(who, "理由", now, Cases.LEASE);
            case 4 -> file.messages().note(who, NoteKind.FACT, "事実", now);
            case 5 -> file.corrections().request(who, Cases.correction(BusinessCalendar.dayOf(now).plusDays(3)), now);
            case 6 -> file.corrections().arrived(correction == null ? UUID.randomUUID() : correction.id(),
                    Cases.received(2), now);
            case 16 -> {
                var asker = file.corrections().asker();
                file.corrections().arrived(correction == null ? UUID.randomUUID() : correction.id(), Cases.received(2),
                        now);
                file.corrections().giveBack(Objects.requireNonNull(asker), now, now.plus(Duration.ofDays(1)));
            }
            case 7, 8 -> file.sendForApproval(who, Cases.GRANT, now);
            case 9 -> file.sendBack(who, "理由", now);
            case 10 -> file.decide(who, now);
            case 11 -> file.recordNotification(who, now);
            case 12 -> file.delivery().issue(who,
                    new EventPayload.NoticeIssued(UUID.randomUUID(), "第1号", "通知.pdf", "0".repeat(64)), now);
            case 22 -> file.delivery().prepareForPost(who,
                    new EventPayload.NoticeToPost(UUID.randomUUID(), "第2号", "通知.pdf", "0".repeat(64)), now);
            case 23 -> {
                var made = file.toPost();
                file.delivery().post(who, made == null ? UUID.randomUUID() : made.document(),
                        BusinessCalendar.dayOf(now), now);
            }
            case 24 -> file.delivery().undoPosting(who, "誤り", now);
            case 25 -> file.delivery().deliver(who, now);
            case 26 -> file.delivery().chooseWay(who.equals(PEOPLE.getFirst()), now, now);
            case 27 -> {
                var made = file.toPost();
                file.delivery().post(who, made == null ? UUID.randomUUID() : made.document(),
                        BusinessCalendar.dayOf(now).minusDays(400), now);
            }
            case 13 -> file.withdraw("やめます", now);
            case 14 -> file.reopen(who, "理由", now);
            case 17 -> file.takeBack(who, now, Cases.LEASE);
            case 18 -> file.handBack(who, "理由", now);
            case 19 -> file.corrections().recall(who, "理由", now, Cases.LEASE);
            case 20 ->
                file.corrections().answeredElsewhere(who, EventPayload.AnsweredAt.COUNTER, "回答", now, Cases.LEASE);
            case 21 -> file.corrections().extend(who, BusinessCalendar.dayOf(now).plusDays(9), "理由", now);
            default -> file.corrections().proceedWithout(who, now, Cases.LEASE);
        }
    }
}
