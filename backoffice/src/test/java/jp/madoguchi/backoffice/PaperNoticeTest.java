package jp.madoguchi.backoffice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import jp.madoguchi.backoffice.casework.CaseAction;
import jp.madoguchi.backoffice.casework.CaseFile;
import jp.madoguchi.backoffice.casework.CaseRecords;
import jp.madoguchi.backoffice.casework.CaseService;
import jp.madoguchi.backoffice.casework.CaseState;
import jp.madoguchi.backoffice.casework.EventPayload;
import jp.madoguchi.backoffice.casework.Outcome;
import jp.madoguchi.backoffice.casework.Proposal;
import jp.madoguchi.backoffice.decision.NoticeService;
import jp.madoguchi.backoffice.office.Staff;
import jp.madoguchi.exchange.ApplicationUpdate;
import jp.madoguchi.exchange.ApplicationUpdate.Stage;
import jp.madoguchi.exchange.Consignment;
import jp.madoguchi.platform.calendar.BusinessCalendar;
import jp.madoguchi.platform.problem.Refusal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Notices that wait for the post: printed, posted, or handed over electronically after all; each goes out once, in one way. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PaperNoticeTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(40);
    private static final Staff CLERK = TestOffice.staff(TestOffice.CLERK1);
    private static final Staff CHIEF = TestOffice.staff(TestOffice.CHIEF);

    private TestOffice office;
    private CaseService cases;
    private NoticeService notices;

    @BeforeAll
    void open() {
        office = TestOffice.open();
        await().atMost(TIMEOUT).until(office::hasPublishedAll);
        cases = office.bean(CaseService.class);
        notices = office.bean(NoticeService.class);
    }

    @AfterAll
    void close() {
        office.close();
    }

    @Test
    void aNoticeIsHandedOverElectronicallyOnceTheApplicantHasAgreed() {
        var waiting = waiting();
        var clerk = new Desk(office, TestOffice.CLERK1);
        assertThat(clerk.open("/cases/" + waiting.id()).body()).doesNotContain("電子で交付する");
        assertThat(clerk.press("/cases/" + waiting.id() + "/notice/electronic").statusCode()).as("without consent")
                .isEqualTo(409);
        assertThat(clerk.open("/posting").body()).doesNotContain(form(waiting));

        chooses(waiting.application(), true);
        await().atMost(TIMEOUT).until(() -> clerk.open("/posting").body().contains(form(waiting)));
        assertThat(clerk.open("/posting").body()).contains("電子通知に同意");
        assertThat(clerk.open("/cases/" + waiting.id()).body())
                .contains("電子で交付する", "申請者が通知の受け取り方を変えました", "郵送のために作成済みです");
        assertThat(clerk.open("/queue?tab=messages").body()).contains("/cases/" + waiting.id());

        clerk.open("/posting");
        var done = clerk.press("/cases/" + waiting.id() + "/notice/electronic", "list", "1");
        assertThat(done.uri()).hasPath("/posting");
        assertThat(done.body()).contains("電子で交付しました").doesNotContain(waiting.document().toString());
        var issued = update(Stage.ISSUED, waiting.application());
        assertThat(issued.document()).isEqualTo(waiting.document());
        assertThat(issued.outcome()).isEqualTo(ApplicationUpdate.Outcome.APPROVED);
        assertThat(issued.message()).contains("郵送せずに");
        assertThat(office.portal().documents()).containsKey(waiting.document());
        assertThat(clerk.open("/cases/" + waiting.id()).body()).contains("交付済み", "通知書を電子で交付しました")
                .doesNotContain("電子で交付する<", "郵送のために作成済み", "受け取り方を変えました");
        assertThat(clerk.press("/cases/" + waiting.id() + "/notice/electronic").statusCode()).as("twice")
                .isEqualTo(409);
        assertThat(whole(waiting)).isEmpty();

        clerk.open("/posting");
        var late = clerk.press("/posting", "document", waiting.document().toString(), "posted-on", today().toString(),
                "printed-elsewhere", waiting.document().toString());
        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(late.body()).contains("郵送しないことになりました");

        cases.make(waiting.id(), CHIEF, CaseAction.REOPEN, (file, now) -> file.reopen(CHIEF, "誤り", now)).block();
        assertThat(clerk.open("/cases/" + waiting.id()).body()).contains("取消済み");
        assertThat(whole(waiting)).isEmpty();
    }

    @Test
    void whatWasPostedAllTheSameAsksForNothingMore() {
        var waiting = waiting();
        var clerk = new Desk(office, TestOffice.CLERK1);
        chooses(waiting.application(), true);
        await().atMost(TIMEOUT).until(() -> clerk.open("/posting").body().contains(form(waiting)));
        clerk.open("/posting");
        assertThat(clerk.press("/posting", "document", waiting.document().toString(), "posted-on", today().toString(),
                "printed-elsewhere", waiting.document().toString()).body()).contains("1件を発送済みにしました")
                .doesNotContain(form(waiting));
        assertThat(clerk.open("/cases/" + waiting.id()).body()).doesNotContain("郵送のために作成済み", "受け取り方を変えました",
                "電子で交付する<");
        clerk.open("/cases/" + waiting.id());
        assertThat(clerk.press("/cases/" + waiting.id() + "/notice/electronic").body()).contains("発送済みです");
    }

    @Test
    void thatOneWasPrintedElsewhereIsSaidOfNoOther() {
        var named = waiting();
        var other = waiting();
        var clerk = new Desk(office, TestOffice.CLERK1);
        clerk.open("/posting");
        var asked = clerk.press("/posting", "document", named.document().toString(), "posted-on", today().toString());
        assertThat(asked.statusCode()).isEqualTo(422);
        assertThat(asked.body()).contains("value=\"" + named.document() + "\"");
        var more = clerk.press("/posting", "document", named.document().toString(), "document",
                other.document().toString(), "posted-on", today().toString(), "printed-elsewhere",
                named.document().toString());
        assertThat(more.statusCode()).isEqualTo(422);
        assertThat(more.body()).contains("印刷していない通知があります");
        var ids = Stream.of(named, other).map(each -> each.document().toString()).sorted().toList();
        assertThat(clerk.press("/posting", "document", ids.getFirst(), "document", ids.getLast(), "posted-on",
                today().toString(), "printed-elsewhere", String.join(" ", ids)).body()).contains("2件を発送済みにしました");
    }

    @Test
    void aNoticeThatNeverLeftIsNotSaidToHaveBeenSent() {
        var waiting = waiting();
        cases.make(waiting.id(), CHIEF, CaseAction.REOPEN, (file, now) -> file.reopen(CHIEF, "誤り", now)).block();
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(messages(waiting.application()))
                .anyMatch(text -> text.contains("もう一度審査") && text.contains("お送りしません"))
                .noneMatch(text -> text.contains("先にお送りした")));
    }

    @Test
    void aConsentTakenBackLeavesTheNoticeToThePost() {
        var waiting = waiting();
        chooses(waiting.application(), true);
        chooses(waiting.application(), false);
        var clerk = new Desk(office, TestOffice.CLERK1);
        await().atMost(TIMEOUT)
                .until(() -> clerk.open("/cases/" + waiting.id()).body().contains("同意を取り下げました"));
        assertThat(clerk.open("/cases/" + waiting.id()).body()).doesNotContain("電子で交付する<", "受け取り方を変えました");
        assertThat(clerk.press("/cases/" + waiting.id() + "/notice/electronic").body()).contains("同意していません");
    }

    @Test
    void ofThoseWhoDoDifferentThingsWithItAtOnceTheFirstCounts() {
        var handedOver = new AtomicInteger();
        var posted = new AtomicInteger();
        for (int round = 0; round < 24; round++) {
            var waiting = waiting();
            cases.chooseNoticeWay(waiting.id(), true, Instant.now()).block(TIMEOUT);
            var deeds = List.<Supplier<Mono<?>>>of(() -> notices.deliver(waiting.id(), CLERK),
                    () -> notices.deliver(waiting.id(), CHIEF),
                    () -> cases.make(waiting.id(), CLERK, CaseAction.POST,
                            (file, now) -> file.delivery().post(CLERK, waiting.document(), today(), now)),
                    () -> cases.chooseNoticeWay(waiting.id(), false, Instant.now()));
            int first = round;
            Flux.range(0, deeds.size()).flatMap(i -> deeds.get((first + i) % deeds.size()).get()
                    .subscribeOn(Schedulers.parallel()).then()
                    .onErrorResume(Refusal.Conflict.class, lost -> Mono.empty()), deeds.size()).blockLast(TIMEOUT);

            var file = file(waiting);
            var events = file.history().stream().map(event -> event.what()).toList();
            long issued = events.stream().filter(EventPayload.NoticeIssued.class::isInstance).count();
            long sent = events.stream().filter(EventPayload.NoticePosted.class::isInstance).count();
            assertThat(issued + sent).as("goes out once at most: %s", events).isLessThanOrEqualTo(1);
            if (issued + sent == 0) {
                assertThat(file.state()).isEqualTo(CaseState.APPROVED);
            } else {
                assertThat(file.state()).isEqualTo(CaseState.ISSUED);
            }
            if (issued == 1) {
                var before = events.subList(0, events.indexOf(events.stream()
                        .filter(EventPayload.NoticeIssued.class::isInstance).findFirst().orElseThrow()));
                assertThat(before.stream().filter(EventPayload.NoticeWayChosen.class::isInstance).reduce((a, b) -> b))
                        .as("with the consent that was in force").hasValueSatisfying(
                                chosen -> assertThat(((EventPayload.NoticeWayChosen) chosen).electronic()).isTrue());
            }
            handedOver.addAndGet((int) issued);
            posted.addAndGet((int) sent);
            assertThat(whole(waiting)).isEmpty();
        }
        assertThat(handedOver.get() + posted.get()).as("somebody won at all").isPositive();
    }

    @Test
    void whatDoesNotWaitAnyMoreIsNamedBeforeTheRestIsPrinted() {
        var all = List.of(waiting(), waiting(), waiting());
        var clerk = new Desk(office, TestOffice.CLERK1);
        clerk.open("/posting");
        var ticked = new String[]{"document", all.get(0).document().toString(), "document",
                all.get(1).document().toString(), "document", all.get(2).document().toString(), "print", "1"};
        cases.make(all.get(0).id(), CHIEF, CaseAction.POST,
                (file, now) -> file.delivery().post(CHIEF, all.get(0).document(), today(), now)).block();
        cases.make(all.get(1).id(), CHIEF, CaseAction.REOPEN, (file, now) -> file.reopen(CHIEF, "誤り", now)).block();

        var told = clerk.press("/posting", ticked);
        assertThat(told.statusCode()).isEqualTo(422);
        assertThat(told.body()).contains(number(all.get(0)) + "：すでに発送済みです", "中央 課長 さん",
                number(all.get(1)) + "：郵送しないことになりました", "残りの1件は選んだまま",
                "value=\"" + all.get(2).document() + "\" checked");
        assertThat(clerk.press("/posting", "document", all.get(2).document().toString(), "print", "1").body())
                .startsWith("%PDF");
        clerk.open("/posting");
        var nada = new Desk(office, TestOffice.NADA);
        nada.open("/posting");
        assertThat(nada.press("/posting", "document", all.get(2).document().toString(), "print", "1").body())
                .as("another office's").contains("ほかの窓口の案件").doesNotContain(number(all.get(2)));
        clerk.open("/posting");
        assertThat(clerk.press("/posting", "document", all.get(2).document().toString(), "posted-on", "2020-01-01")
                .body()).contains("作成した20", "今日までの日に");
        assertThat(clerk.press("/posting", "document", all.get(2).document().toString(), "posted-on",
                today().toString()).body()).as("printed here").contains("1件を発送済みにしました");
    }

    private record Waiting(UUID id, UUID application, UUID document) {}

    /** Decided, without consent, and made for the post. */
    private Waiting waiting() {
        var basis = TestApplications.childAllowance();
        office.portal().offer(new Consignment.Submitted(basis.id(), basis.application(), basis.at(),
                basis.receiptNumber(), basis.procedure(), basis.version(), basis.contentHash(), basis.answers(),
                basis.attachments(), "ja", false, basis.mail()));
        var id = await().atMost(TIMEOUT).until(() -> cases.caseOf(basis.application()).blockOptional(),
                Optional::isPresent).orElseThrow();
        cases.make(id, CLERK, CaseAction.CLAIM, (file, now) -> file.claim(CLERK, now, Duration.ofHours(1))).block();
        cases.make(id, CLERK, CaseAction.SEND_FOR_APPROVAL, (file, now) -> file.sendForApproval(CLERK,
                new Proposal(Outcome.APPROVED, "要件を満たす。", "", "", ""), now)).block();
        cases.make(id, CHIEF, CaseAction.DECIDE, (file, now) -> file.decide(CHIEF, now)).block();
        var made = Objects.requireNonNull(notices.issue(id, CHIEF).block()).file().toPost();
        return new Waiting(id, basis.application(), Objects.requireNonNull(made).document());
    }

    private static String form(Waiting waiting) {
        return "action=\"/cases/" + waiting.id() + "/notice/electronic\"";
    }

    private String number(Waiting waiting) {
        return file(waiting).history().stream()
                .flatMap(event -> event.what() instanceof EventPayload.NoticeToPost made
                        ? Optional.of(made.number()).stream()
                        : Optional.<String>empty().stream())
                .findFirst().orElseThrow();
    }

    private CaseFile file(Waiting waiting) {
        return Objects.requireNonNull(cases.look(waiting.id(), CLERK).block()).file();
    }

    private String whole(Waiting waiting) {
        return Objects.requireNonNull(office.bean(CaseRecords.class).verify(waiting.id()).block()).trouble();
    }

    private void chooses(UUID application, boolean electronic) {
        office.portal().offer(
                new Consignment.NoticeWayChosen(UUID.randomUUID(), application, Instant.now(), electronic));
    }

    private ApplicationUpdate update(Stage stage, UUID application) {
        return await().atMost(TIMEOUT).until(() -> office.portal().updatesOf(application).stream()
                .filter(update -> update.stage() == stage).findFirst(), Optional::isPresent).orElseThrow();
    }

    private List<String> messages(UUID application) {
        return office.portal().updatesOf(application).stream().flatMap(update -> Stream.ofNullable(update.message()))
                .toList();
    }

    private static LocalDate today() {
        return BusinessCalendar.dayOf(Instant.now());
    }
}
