package jp.madoguchi.backoffice.casework;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import jp.madoguchi.backoffice.office.Staff;
import jp.madoguchi.platform.calendar.BusinessCalendar;
import jp.madoguchi.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Takes actions: reads the case, asks the rights, lets the case make its step, and keeps the new state, the events and what the applicant is
 * told in one transaction. Whoever comes second in the same moment waits until the first is through, and then acts on what is there
 * now, so that the case itself says what stands against it.
 */
@Component
public class CaseService {

    private static final Retry AGAIN = Retry.max(4).filter(ConcurrencyFailureException.class::isInstance)
            .onRetryExhaustedThrow((spec, signal) -> new Refusal.Conflict("case-busy",
                    "同じ案件に操作が重なりました。画面を開き直して、もう一度お試しください。"));

    private final CaseStore store;
    private final PortalUpdates updates;
    private final List<CaseObserver> observers;
    private final AccessLog accesses;
    private final BusinessCalendar calendar;
    private final TransactionalOperator transaction;
    private final DatabaseClient database;
    private final CaseworkSettings settings;
    private final ClaimMeters claims;
    private final InstantSource clock;

    CaseService(CaseStore store, PortalUpdates updates, List<CaseObserver> observers, AccessLog accesses,
            BusinessCalendar calendar, TransactionalOperator transaction, DatabaseClient database,
            CaseworkSettings settings, ClaimMeters claims, InstantSource clock) {
        this.store = store;
        this.updates = updates;
        this.observers = List.copyOf(observers);
        this.accesses = accesses;
        this.calendar = calendar;
        this.transaction = transaction;
        this.database = database;
        this.settings = settings;
        this.claims = claims;
        this.clock = clock;
    }

    /** What changes, on the case as it stands. */
    @FunctionalInterface
    public interface Step {

        /** @throws ActionRefused if the case cannot make it */
        void on(CaseFile file, Instant now);
    }

    /** A case opened by somebody who may see it. */
    public record Opened(CaseFile file, CaseHeader header) {}

    /**
     * An action of a member of staff.
     *
     * @return the case afterwards; fails with a {@link Refusal} that says why not
     */
    public Mono<Opened> make(UUID id, Staff by, CaseAction action, Step step) {
        return make(id, by, action, step, opened -> Mono.empty());
    }

    /** The same, with more to keep in the same transaction, before the applicant is told. */
    public Mono<Opened> make(UUID id, Staff by, CaseAction action, Step step, Function<Opened, Mono<Void>> alongside) {
        var made = store.loadForMove(id).switchIfEmpty(Mono.error(CaseService::unknown)).flatMap(loaded -> {
            var refused = refused(loaded.file(), by, action);
            return refused == null ? moved(loaded, step, alongside) : Mono.error(refused);
        });
        var done = transaction.transactional(made).retryWhen(AGAIN)
                .onErrorMap(ActionRefused.class, CaseService::explained);
        return action == CaseAction.CLAIM
                ? done.doOnNext(opened -> claims.made()).doOnError(claims::failed)
                : done;
    }

    /** Completes for somebody who has the right to this action, whether or not the case can make it now; fails otherwise. */
    public Mono<Void> allow(UUID id, Staff by, CaseAction action) {
        return store.load(id).switchIfEmpty(Mono.error(CaseService::unknown))
                .flatMap(loaded -> Mono.justOrEmpty(refused(loaded.file(), by, action))).flatMap(Mono::error);
    }

    /** Completes for somebody who could take this action now: what a page asks before it shows the form for it. */
    public Mono<Void> ready(UUID id, Staff by, CaseAction action) {
        return store.load(id).switchIfEmpty(Mono.error(CaseService::unknown)).flatMap(loaded -> {
            var refused = refused(loaded.file(), by, action);
            if (refused != null) {
                return Mono.error(refused);
            }
            loaded.file().guard(action, by, clock.instant());
            return Mono.<Void>empty();
        }).onErrorMap(ActionRefused.class, CaseService::explained);
    }

    private static @Nullable Refusal refused(CaseFile file, Staff by, CaseAction action) {
        if (!Rights.may(by, CaseAction.VIEW, file)) {
            return unknown();
        }
        return Rights.may(by, action, file) ? null : new Refusal.Forbidden("no-right", whyNot(by, action, file));
    }

    /** Something the applicant did or time brought about. */
    public Mono<Opened> happen(UUID id, Step step) {
        return happen(id, step, opened -> Mono.empty());
    }

    /** The applicant chose how the notice comes. Joins the transaction of the caller. */
    public Mono<Opened> chooseNoticeWay(UUID id, boolean electronic, Instant chosenAt) {
        return happen(id, (file, now) -> file.delivery().chooseWay(electronic, chosenAt, now),
                opened -> store.updateHeader(opened.header().notified(electronic)));
    }

    /** The same, with more to keep in the same transaction. Joins the transaction of the caller. */
    public Mono<Opened> happen(UUID id, Step step, Function<Opened, Mono<Void>> alongside) {
        var made = store.loadForMove(id).switchIfEmpty(Mono.error(CaseService::unknown))
                .flatMap(loaded -> moved(loaded, step, alongside));
        return transaction.transactional(made);
    }

    private Mono<Opened> moved(CaseStore.Loaded loaded, Step step, Function<Opened, Mono<Void>> alongside) {
        var file = loaded.file();
        var now = clock.instant();
        step.on(file, now);
        var opened = new Opened(file, loaded.header());
        var clocks = CaseClocks.atLatest(file.history(), calendar);
        return store.update(loaded, clocks).then(Mono.defer(() -> alongside.apply(opened)))
                .then(Mono.defer(() -> tell(opened, clocks))).thenReturn(opened);
    }

    private Mono<Void> tell(Opened opened, CaseClocks clocks) {
        var fresh = opened.file().fresh();
        if (fresh.isEmpty()) {
            return Mono.empty();
        }
        var taken = new CaseStep(opened.header(), opened.file().history(), fresh, clocks);
        return Flux.fromIterable(observers).concatMap(observer -> observer.happened(taken))
                .then(updates.tell(opened, clocks));
    }

    /**
     * Opens a case for what arrived, with its answers and the attachments whose bytes are already here. Joins the transaction of the
     * caller.
     */
    public Mono<CaseFile> open(CaseHeader header, EventPayload.Arrived arrival, String answers,
            List<ReceivedFile> files) {
        var incoming = Incoming.of(1, answers, files);
        var file = CaseFile.open(header.id(), arrival.with(incoming.received()), header.arrivedAt());
        var opened = new Opened(file, header);
        var clocks = CaseClocks.atLatest(file.history(), calendar);
        return store.insert(file, header, clocks)
                .then(store.addAnswers(file.id(), incoming, header.arrivedAt()))
                .then(Mono.defer(() -> tell(opened, clocks))).thenReturn(file);
    }

    /**
     * Corrected answers arrived; joins the transaction of the caller. The case goes back to the clerk who asked, if they are still
     * in the office that has it, and otherwise to the queue. When the request is no longer open the answers are kept all the
     * same, as a further revision of which the clerk is told: nothing a resident sends is thrown away.
     *
     * @param corrected whose case it is by the corrected answers
     */
    public Mono<Opened> correct(CaseHeader corrected, UUID request, String answers, List<ReceivedFile> files,
            Instant at) {
        var id = corrected.id();
        // Locked before anything is read: of two answers at once each gets a revision of its own.
        return store.loadForMove(id).switchIfEmpty(Mono.error(CaseService::unknown))
                .flatMap(loaded -> store.incoming(id, answers, files).zipWhen(next -> presentAsker(loaded.file())))
                .flatMap(known -> happen(id, (file, now) -> {
                    var received = known.getT1().received();
                    var open = file.correction();
                    if (open != null && open.id().equals(request)) {
                        file.corrections().arrived(request, received, now);
                        known.getT2().ifPresent(asker -> file.corrections().giveBack(asker, now, keptUntil(now)));
                    } else {
                        file.corrections().arrivedLate(request, received, now);
                    }
                }, opened -> store.addAnswers(id, known.getT1(), at).then(store.updateHeader(corrected))));
    }

    /**
     * Who asked for the open correction, unless they have gone to another office since: where they last looked at a case tells,
     * for staff themselves are known only to the sign-in.
     */
    private Mono<Optional<Actor>> presentAsker(CaseFile file) {
        return Mono.justOrEmpty(file.corrections().asker())
                .filterWhen(asker -> accesses.officeOf(asker.id()).map(asker.office()::equals).defaultIfEmpty(true))
                .map(Optional::of).defaultIfEmpty(Optional.empty());
    }

    /** An answer may come at night or on a holiday: the clerk has the whole next business day to see it. */
    private Instant keptUntil(Instant now) {
        return BusinessCalendar.endOf(calendar.plusBusinessDays(BusinessCalendar.dayOf(now), 1));
    }

    /** The case for the correction that is to be taken over; nobody moves it before the caller's transaction ends. */
    public Mono<Opened> underCorrection(UUID id) {
        return store.loadForMove(id).map(loaded -> new Opened(loaded.file(), loaded.header()));
    }

    /** The case of an application; empty where none is open for it yet. */
    public Mono<UUID> caseOf(UUID application) {
        return store.byApplication(application);
    }

    /** The case, for somebody who may see it; otherwise it does not exist for them. */
    public Mono<Opened> look(UUID id, Staff by) {
        return store.load(id).filter(loaded -> Rights.may(by, CaseAction.VIEW, loaded.file()))
                .map(loaded -> new Opened(loaded.file(), loaded.header()))
                .switchIfEmpty(Mono.error(CaseService::unknown));
    }

    /** Keeps the case in the hands of who is working on it. */
    public Mono<Void> renewLease(UUID id, Staff by) {
        return database.sql("update case_file set lease_until = :until where id = :id and holder = :staff")
                .bind("until", clock.instant().plus(settings.lease())).bind("id", id).bind("staff", by.id()).then();
    }

    public static Refusal unknown() {
        return new Refusal.NotFound("case-not-found", "この案件は見つかりません。ほかの窓口に移ったか、見る権限がない可能性があります。");
    }

    private static String whyNot(Staff by, CaseAction action, CaseFile file) {
        return (action == CaseAction.DECIDE || action == CaseAction.SEND_BACK) && file.wasExaminedBy(by.id())
                ? "審査を担当した人は、同じ案件を決裁できません。別の決裁者に依頼してください。"
                : "この操作をする権限がありません。";
    }

    private static Refusal explained(ActionRefused refused) {
        return switch (refused.why()) {
            case TAKEN -> new Refusal.Conflict("case-taken", refused.message(), refused.holder());
            case STATE -> new Refusal.Conflict("case-moved-on", refused.message());
            case RIGHTS -> new Refusal.Forbidden("no-right", refused.message());
        };
    }
}
