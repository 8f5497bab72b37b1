package jp.madoguchi.portal.start;

import java.time.InstantSource;
import java.util.Map;
import jp.madoguchi.exchange.FillEvent.Device;
import jp.madoguchi.forms.answer.Answers;
import jp.madoguchi.forms.definition.Ending;
import jp.madoguchi.forms.filling.Entries;
import jp.madoguchi.forms.filling.Filling;
import jp.madoguchi.forms.filling.Prefilling;
import jp.madoguchi.platform.calendar.BusinessCalendar;
import jp.madoguchi.platform.problem.Refusal;
import jp.madoguchi.portal.account.Grants;
import jp.madoguchi.portal.account.Visitor;
import jp.madoguchi.portal.catalogue.Catalogue;
import jp.madoguchi.forms.definition.Edition;
import jp.madoguchi.portal.catalogue.Opening;
import jp.madoguchi.portal.draft.Draft;
import jp.madoguchi.portal.draft.DraftChanges;
import jp.madoguchi.portal.draft.DraftService;
import jp.madoguchi.portal.draft.DraftStore;
import jp.madoguchi.portal.draft.NewDrafts;
import jp.madoguchi.portal.draft.NewDrafts.Beginning;
import jp.madoguchi.portal.draft.NewDrafts.From;
import jp.madoguchi.portal.profile.Profiles;
import jp.madoguchi.portal.wording.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Begins applications: of one's own accord, from an interview, or from another person's answers.
 */
@Component
public class StartService {

    private final DraftService draftService;
    private final DraftStore drafts;
    private final NewDrafts fresh;
    private final Grants grants;
    private final Catalogue catalogue;
    private final Profiles profiles;
    private final TransactionalOperator transaction;
    private final InstantSource clock;

    StartService(DraftService draftService, DraftStore drafts, NewDrafts fresh, Grants grants, Catalogue catalogue,
            Profiles profiles, TransactionalOperator transaction, InstantSource clock) {
        this.draftService = draftService;
        this.drafts = drafts;
        this.fresh = fresh;
        this.grants = grants;
        this.catalogue = catalogue;
        this.profiles = profiles;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Begins an application.
     *
     * @param keyHash of the browser, null for a signed-in resident
     */
    public Mono<Draft> start(Edition edition, Visitor visitor, @Nullable String keyHash, String language,
            Device device) {
        return begin(edition, visitor, keyHash, language, device, null, Answers.NONE);
    }

    /**
     * Begins one follow-up of an interview with what was answered there.
     *
     * @param interview the answers in force of the interview
     */
    public Mono<Draft> follow(Edition edition, Visitor visitor, @Nullable String keyHash, String language,
            Device device,
            From from, Answers interview) {
        return begin(edition, visitor, keyHash, language, device, from, interview);
    }

    private Mono<Draft> begin(Edition edition, Visitor visitor, @Nullable String keyHash, String language,
            Device device, @Nullable From from, Answers interview) {
        if (edition.needsAccount() && !visitor.isSignedIn()) {
            return Mono.error(new Refusal.Forbidden("account-needed", "この手続きはログインが必要です。ログインしてから、もう一度はじめてください。"));
        }
        var now = clock.instant();
        var today = BusinessCalendar.dayOf(now);
        return catalogue.standing(edition.procedure().id()).flatMap(standing -> {
            var closed = Opening.closed(edition.procedure(), standing, now, Wording.in(language));
            return closed.isEmpty() ? profiles.of(visitor) : Mono.error(new Refusal.Conflict("not-open", closed));
        }).flatMap(profile -> {
            var prefilled = Prefilling.of(edition.procedure(), profile, interview, today);
            var begun = new Filling(edition.procedure(), prefilled.answers(), Entries.NONE, today);
            var draft = fresh.insert(new Beginning(edition, begun.answers(), prefilled.sources(), from,
                    visitor.account(), language, device, null), now, now.plus(DraftChanges.KEPT));
            return keyHash == null ? draft : granted(draft, keyHash);
        });
    }

    private Mono<Draft> granted(Mono<Draft> draft, String keyHash) {
        return draft.delayUntil(begun -> grants.grant(keyHash, begun.id(), Grants.DRAFT))
                .as(transaction::transactional);
    }

    /**
     * Begins the application that the ending leaves to another person, with the answers from their side. It belongs to no account,
     * so that a mailed link can move it to the other person's device. Repeated, it goes on with the same one.
     *
     * @throws Refusal.Gone (as error signal) if it was moved to another browser meanwhile
     */
    public Mono<Draft> startForOther(Draft draft, Ending.OtherPerson other, Visitor visitor, String keyHash,
            Device device) {
        var now = clock.instant();
        var answers = draftService.filling(draft).fromTheOther(other);
        var begun = new Filling(draft.procedure(), answers, Entries.NONE, BusinessCalendar.dayOf(now));
        return granted(fresh.insert(new Beginning(draft.edition(), begun.answers(), Map.of(), null, null,
                draft.language().tag(), device, draft.id()), now, now.plus(DraftChanges.KEPT)), keyHash)
                .switchIfEmpty(
                        Mono.defer(() -> drafts.begunFrom(draft.id()).flatMap(id -> draftService.open(id, visitor))));
    }
}
