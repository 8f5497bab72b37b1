package jp.madoguchi.backoffice.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import io.r2dbc.pool.ConnectionPool;
import jp.madoguchi.backoffice.TestApplications;
import jp.madoguchi.backoffice.TestOffice;
import jp.madoguchi.backoffice.casework.web.CasePageService;
import jp.madoguchi.backoffice.office.Staff;
import jp.madoguchi.exchange.ReceiptNumber;
import jp.madoguchi.forms.answer.AnswersJson;
import jp.madoguchi.forms.file.DefinitionFile;
import jp.madoguchi.platform.problem.Refusal;
import jp.madoguchi.platform.realm.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Sixteen clerks at the same few cases at once, for some ten thousand claims, with everything else that moves a case between them:
 * one winner each time, every record whole, every page of one moment.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RaceTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(120);
    private static final int CLERKS = 16;
    private static final int CASES = 40;
    private static final int CASES_AT_ONCE = 4;
    private static final int ROUNDS = 16;

    private static final List<Staff> OFFICE = IntStream.rangeClosed(1, CLERKS)
            .mapToObj(i -> clerk("chuo", "中央区役所", i)).toList();
    private static final Staff NADA = clerk("nada", "灘区役所", 99);
    private static final Staff CHIEF = new Staff(new UUID(1, 200).toString(), "chief", "課長", "chuo", "中央区役所",
            Set.of(Role.APPROVER));

    private final AtomicInteger claimsTried = new AtomicInteger();
    private TestOffice office;
    private CaseService cases;

    private static Staff clerk(String office, String name, int number) {
        return new Staff(new UUID(1, number).toString(), "clerk" + number, "担当" + number, office, name,
                Set.of(Role.CLERK));
    }

    @BeforeAll
    void open() {
        office = TestOffice.open("madoguchi.casework.lease-check=1h");
        await().atMost(TIMEOUT).until(office::hasPublishedAll);
        cases = office.bean(CaseService.class);
    }

    @AfterAll
    void close() {
        office.close();
    }

    @Test
    void oneWinsEachTimeAndEveryRecordIsWhole() {
        var ids = Objects.requireNonNull(
                Flux.range(0, CASES).concatMap(i -> opened()).collectList().block(TIMEOUT));

        Flux.fromIterable(ids).flatMap(id -> Flux.range(0, ROUNDS).concatMap(round -> round(id, round)),
                CASES_AT_ONCE).then().block(TIMEOUT);

        assertThat(claimsTried.get()).isGreaterThanOrEqualTo(10_000);
        var records = office.bean(CaseRecords.class);
        for (var id : ids) {
            assertThat(records.verify(id).block(TIMEOUT)).as("the record of %s", id)
                    .extracting(CaseRecords.Verdict::trouble).isEqualTo("");
        }
        assertThat(
                count("""
                        case_file f where version <> (select count(*) from case_event e where e.case_id = f.id)
                            or last_hash <> (select hash from case_event e where e.case_id = f.id order by sequence desc limit 1)
                        """))
                .as("heads that do not fit their events").isZero();
        assertThat(count("case_event where type = 'claimed'")).as("claims, one for each that won")
                .isEqualTo(won.get());
        assertThat(count("case_answers")).as("every answer kept once, with a revision of its own")
                .isEqualTo(ids.size() + 2L * corrections.get());
        assertThat(count("case_event where type = 'correction-arrived'")).isEqualTo(corrections.get());
        var pool = office.bean(ConnectionPool.class).getMetrics().orElseThrow();
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(pool.acquiredSize()).isZero());
    }

    private final AtomicInteger won = new AtomicInteger();
    private final AtomicInteger corrections = new AtomicInteger();

    /** All clerks claim at once, among notes, messages, looks, checks and the keeper of leases; then the winner goes on. */
    private Mono<Void> round(UUID id, int round) {
        var winners = Collections.synchronizedList(new ArrayList<Staff>());
        var claims = Flux.fromIterable(OFFICE).flatMap(clerk -> atOnce(claim(id, clerk).doOnNext(winners::add)),
                CLERKS);
        var others = Flux.<Mono<?>>just(
                cases.make(id, OFFICE.get(round % CLERKS), CaseAction.NOTE,
                        (file, now) -> file.messages().note(OFFICE.get(round % CLERKS), NoteKind.FACT, "記録" + round,
                                now)),
                cases.happen(id, (file, now) -> file.messages().receive("まだですか。" + round, now)),
                cases.happen(id, CaseFile::expire), seenWhole(id), checkedWhole(id))
                .flatMap(this::atOnce, 5);
        return Flux.merge(32, claims, others).then(Mono.defer(() -> {
            assertThat(winners).as("who won round %d of %s", round, id).hasSize(1);
            won.incrementAndGet();
            return goOn(id, round, winners.getFirst());
        }));
    }

    /** The clerk if they won; empty if they were told who has it. */
    private Mono<Staff> claim(UUID id, Staff clerk) {
        claimsTried.incrementAndGet();
        return cases.make(id, clerk, CaseAction.CLAIM, (file, now) -> file.claim(clerk, now, Duration.ofMinutes(30)))
                .thenReturn(clerk).onErrorResume(Refusal.Conflict.class, refused -> {
                    assertThat(refused.code()).isEqualTo("case-taken");
                    return Mono.empty();
                });
    }

    /** What the winner does, always with company, so that the case can be claimed again. */
    private Mono<Void> goOn(UUID id, int round, Staff winner) {
        return switch (round % 5) {
            case 0 -> make(id, winner, CaseAction.RELEASE, (file, now) -> file.release(winner, now));
            case 1 -> runOut(id);
            case 2 -> make(id, winner, CaseAction.TRANSFER, (file, now) -> file.transfer(winner, "nada", "移す", now))
                    .then(make(id, NADA, CaseAction.CLAIM,
                            (file, now) -> file.claim(NADA, now, Duration.ofMinutes(30))).doOnSuccess(
                                    claimed -> won.incrementAndGet()))
                    .then(make(id, NADA, CaseAction.TRANSFER, (file, now) -> file.transfer(NADA, "chuo", "戻す", now)));
            case 3 -> corrected(id, winner)
                    .then(make(id, winner, CaseAction.RELEASE, (file, now) -> file.release(winner, now)));
            default -> make(id, CHIEF, CaseAction.TAKE_OVER,
                    (file, now) -> file.takeOver(CHIEF, "急ぐ", now, Duration.ofMinutes(30)))
                    .then(make(id, CHIEF, CaseAction.RELEASE, (file, now) -> file.release(CHIEF, now)));
        };
    }

    /** Nobody touched it for long: the lease is over before the next round, and the keeper comes while all claim. */
    private Mono<Void> runOut(UUID id) {
        return office.bean(DatabaseClient.class).sql("update case_file set lease_until = :then where id = :id")
                .bind("then", Instant.now().minusSeconds(1)).bind("id", id).then();
    }

    /** The answer is delivered twice in the same moment: one is the answer, the other is kept as a further revision. */
    private Mono<Void> corrected(UUID id, Staff asker) {
        var request = new CorrectionRequest(UUID.randomUUID(), "電話番号が違います。", List.of("claimant-phone"),
                LocalDate.now(ZoneOffset.UTC).plusDays(14));
        var answers = AnswersJson.write(TestApplications.hanako()).toString();
        corrections.incrementAndGet();
        var arriving = office.bean(TransactionalOperator.class)
                .transactional(cases.underCorrection(id).flatMap(
                        of -> cases.correct(of.header(), request.id(), answers, List.of(), Instant.now())));
        return make(id, asker, CaseAction.REQUEST_CORRECTION,
                (file, now) -> file.corrections().request(asker, request, now))
                .then(Flux.<Mono<?>>just(arriving, arriving, seenWhole(id)).flatMap(this::atOnce, 3).then());
    }

    private Mono<Void> make(UUID id, Staff by, CaseAction move, CaseService.Step step) {
        return Flux.<Mono<?>>just(cases.make(id, by, move, step),
                cases.happen(id, (file, now) -> file.messages().receive("もう一つ。", now))).flatMap(this::atOnce, 2).then();
    }

    /** A page made meanwhile shows answers and events of one moment. */
    private Mono<Void> seenWhole(UUID id) {
        return office.bean(CasePageService.class).view(id, TestOffice.staff(TestOffice.AUDITOR), "競走")
                .doOnNext(view -> {
                    long late = view.file().history().stream()
                            .filter(event -> event.what() instanceof EventPayload.CorrectionCameLate)
                            .count();
                    long arrived = view.file().history().stream()
                            .filter(event -> event.what() instanceof EventPayload.CorrectionArrived).count();
                    assertThat(view.material().revisions()).hasSize((int) (1 + arrived + late));
                }).then();
    }

    /** A check made meanwhile raises no false alarm. */
    private Mono<Void> checkedWhole(UUID id) {
        return office.bean(CaseRecords.class).verify(id)
                .doOnNext(verdict -> assertThat(verdict.trouble()).isEmpty()).then();
    }

    private <T> Mono<T> atOnce(Mono<T> deed) {
        return deed.subscribeOn(Schedulers.parallel());
    }

    private Mono<UUID> opened() {
        var procedure = TestApplications.procedure("jido-teate");
        var header = new CaseHeader(UUID.randomUUID(), UUID.randomUUID(), ReceiptNumber.random().digits(),
                procedure.id(), 1, procedure.title().ja(), Channel.ONLINE, "神戸　花子", null, "ja", true,
                Instant.now());
        var arrival = new EventPayload.Arrived(header.receiptNumber(), "jido-teate", 1,
                DefinitionFile.hash(procedure).value(), Channel.ONLINE, "chuo", false, 15);
        return office.bean(TransactionalOperator.class).transactional(cases.open(header, arrival,
                AnswersJson.write(TestApplications.hanako()).toString(), List.of())).thenReturn(header.id());
    }

    private long count(String what) {
        return Objects.requireNonNull(office.bean(DatabaseClient.class).sql("select count(*) from " + what)
                .map(row -> row.get(0, Long.class)).one().block(TIMEOUT));
    }
}
