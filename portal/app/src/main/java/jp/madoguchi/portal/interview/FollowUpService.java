package jp.madoguchi.portal.interview;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import jp.madoguchi.exchange.FillEvent.Device;
import jp.madoguchi.forms.definition.FollowUp;
import jp.madoguchi.forms.filling.Applying;
import jp.madoguchi.platform.calendar.BusinessCalendar;
import jp.madoguchi.platform.problem.Refusal;
import jp.madoguchi.portal.account.Grants;
import jp.madoguchi.portal.account.Visitor;
import jp.madoguchi.portal.catalogue.Catalogue;
import jp.madoguchi.portal.draft.Draft;
import jp.madoguchi.portal.draft.DraftChanges;
import jp.madoguchi.portal.draft.DraftService;
import jp.madoguchi.portal.draft.DraftStore;
import jp.madoguchi.portal.draft.NewDrafts.From;
import jp.madoguchi.portal.interview.FollowUpStore.Begun;
import jp.madoguchi.portal.interview.FollowUpView.State;
import jp.madoguchi.portal.start.StartService;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What has to be done after an interview, and beginning it. The interview is kept and never handed in.
 */
@Component
public class FollowUpService {

    private final DraftService draftService;
    private final StartService starting;
    private final DraftStore drafts;
    private final DraftChanges changes;
    private final FollowUpStore begun;
    private final Catalogue catalogue;
    private final Grants grants;
    private final BusinessCalendar calendar;
    private final TransactionalOperator transaction;
    private final InstantSource clock;

    FollowUpService(DraftService draftService, StartService starting, DraftStore drafts, DraftChanges changes,
            FollowUpStore begun, Catalogue catalogue, Grants grants,
            BusinessCalendar calendar, TransactionalOperator transaction, InstantSource clock) {
        this.draftService = draftService;
        this.starting = starting;
        this.drafts = drafts;
        this.changes = changes;
        this.begun = begun;
        this.catalogue = catalogue;
        this.grants = grants;
        this.calendar = calendar;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** All that applies with the answers so far. */
    public Mono<List<FollowUpView>> list(Draft interview, Visitor visitor) {
        return begun.of(interview.id(), visitor, clock.instant()).collectList()
                .flatMap(all -> Flux.fromIterable(draftService.filling(interview).followUps())
                        .concatMap(applying -> view(applying, all)).collectList());
    }

    private Mono<FollowUpView> view(Applying applying, List<Begun> all) {
        var due = applying.due();
        return switch (applying.followUp()) {
            case FollowUp.Guidance guidance -> Mono.just(new FollowUpView(guidance, null, due, isPast(due), null,
                    State.ELSEWHERE));
            case FollowUp.Online online -> {
                var mine = newest(all, online.id());
                // A limit that ends on a closed day ends with the next open one (民法142条, 地方自治法4条の2第4項).
                var last = due == null ? null : calendar.sameOrNextBusinessDay(due);
                yield catalogue.current(online.procedure())
                        .filterWhen(edition -> catalogue.standing(online.procedure())
                                .map(standing -> mine != null || standing.isOpen()))
                        .map(edition -> new FollowUpView(online, edition, last, isPast(last), mine, state(mine)))
                        .defaultIfEmpty(
                                new FollowUpView(online, null, last, isPast(last), mine, State.NOT_OFFERED));
            }
        };
    }

    private boolean isPast(@Nullable LocalDate due) {
        return due != null && due.isBefore(BusinessCalendar.dayOf(clock.instant()));
    }

    /** What was handed in counts before what is only begun, and one's own before another device's. */
    private static @Nullable Begun newest(List<Begun> all, String followUp) {
        return all.stream().filter(each -> each.followUp().equals(followUp))
                .max(Comparator.comparing((Begun each) -> each.submission() != null)
                        .thenComparing(Begun::mine))
                .orElse(null);
    }

    private static State state(@Nullable Begun begun) {
        if (begun == null) {
            return State.TO_DO;
        }
        return begun.submission() != null ? State.DONE : begun.mine() ? State.BEGUN : State.BEGUN_ELSEWHERE;
    }

    /**
     * Begins a follow-up with the answers of the interview; one that this visitor has begun already is gone on with.
     *
     * @param keyHash of the browser, null for a signed-in resident
     * @throws Refusal.NotFound (as error signal) if it does not apply, or is not offered
     */
    public Mono<Draft> follow(Draft interview, String followUp, Visitor visitor, @Nullable String keyHash,
            String language,
            Device device) {
        var filling = draftService.filling(interview);
        var now = clock.instant();
        return Mono.justOrEmpty(filling.followUps().stream().map(Applying::followUp)
                .filter(FollowUp.Online.class::isInstance).map(FollowUp.Online.class::cast)
                .filter(online -> online.id().equals(followUp)).findFirst())
                .flatMap(online -> catalogue.current(online.procedure()))
                .switchIfEmpty(Mono.error(() -> new Refusal.NotFound("no-such-follow-up",
                        "この手続きは、いまの聞き取りの答えでは一覧にありません。一覧を開き直して、必要な手続きを確かめてください。")))
                .flatMap(edition -> begun.oneAtATime(interview.id(), followUp)
                        .then(begunBefore(interview.id(), followUp, visitor))
                        .switchIfEmpty(Mono.defer(() -> starting.follow(edition, visitor, keyHash, language, device,
                                new From(interview.id(), followUp), filling.effectiveAnswers()))))
                .delayUntil(draft -> changes.keep(interview.id(), now.plus(DraftChanges.KEPT)))
                .delayUntil(draft -> keyHash == null || interview.account() != null
                        ? Mono.empty()
                        : grants.grant(keyHash, interview.id(), Grants.DRAFT))
                .as(transaction::transactional);
    }

    private Mono<Draft> begunBefore(UUID interview, String followUp, Visitor visitor) {
        return begun.of(interview, visitor, clock.instant()).collectList()
                .flatMap(all -> Mono.justOrEmpty(newest(all, followUp))).filter(Begun::mine)
                .flatMap(mine -> drafts.find(mine.draft()));
    }
}
