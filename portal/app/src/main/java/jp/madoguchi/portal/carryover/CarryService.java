package jp.madoguchi.portal.carryover;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.madoguchi.forms.FieldPath;
import jp.madoguchi.forms.PageId;
import jp.madoguchi.forms.publishing.CarryOver;
import jp.madoguchi.platform.calendar.BusinessCalendar;
import jp.madoguchi.portal.catalogue.Catalogue;
import jp.madoguchi.forms.definition.Edition;
import jp.madoguchi.portal.draft.Draft;
import jp.madoguchi.portal.draft.DraftChanges;
import jp.madoguchi.portal.draft.DraftPurpose;
import jp.madoguchi.portal.draft.DraftStore;
import jp.madoguchi.portal.draft.NewerVersions;
import jp.madoguchi.portal.draft.PartsByOthers;
import jp.madoguchi.portal.upload.Uploads;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Takes open drafts over into the newest version when somebody opens them. A correction stays with what was handed in.
 */
@Component
class CarryService implements NewerVersions {

    private static final int RETRIES = 5;

    private final Catalogue catalogue;
    private final DraftStore drafts;
    private final DraftChanges changes;
    private final PartsByOthers parts;
    private final Uploads uploads;
    private final TransactionalOperator transaction;
    private final InstantSource clock;

    CarryService(Catalogue catalogue, DraftStore drafts, DraftChanges changes, PartsByOthers parts, Uploads uploads,
            TransactionalOperator transaction, InstantSource clock) {
        this.catalogue = catalogue;
        this.drafts = drafts;
        this.changes = changes;
        this.parts = parts;
        this.uploads = uploads;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Two at once take it over once. */
    @Override
    public Mono<Draft> bring(Draft draft) {
        return bring(draft, RETRIES);
    }

    private Mono<Draft> bring(Draft draft, int retries) {
        if (!draft.isOpen() || draft.purpose() instanceof DraftPurpose.Correction) {
            return Mono.just(draft);
        }
        return catalogue.current(draft.procedure().id())
                .filter(newest -> newest.version() > draft.edition().version())
                .flatMap(newest -> move(draft, newest).flatMap(moved -> drafts.find(draft.id())
                        .flatMap(fresh -> moved || retries == 0 ? Mono.just(fresh) : bring(fresh, retries - 1))))
                .defaultIfEmpty(draft);
    }

    private Mono<Boolean> move(Draft draft, Edition newest) {
        var now = clock.instant();
        var carry = CarryOver.of(draft.filling(BusinessCalendar.dayOf(now)), newest.procedure(), done(draft),
                draft.language());
        return changes.carry(draft, newest, carry, questions(carry), now)
                .flatMap(moved -> moved
                        ? parts.withdrawWithoutQuestion(draft.id(), carry.filling(), now)
                                .then(detach(carry.filesGone(draft.answers()))).thenReturn(true)
                        : Mono.just(false))
                .as(transaction::transactional);
    }

    private Mono<Void> detach(Collection<UUID> files) {
        return Flux.fromIterable(files).concatMap((UUID file) -> uploads.detached(file)).then();
    }

    private static Set<PageId> done(Draft draft) {
        return draft.saves().keySet().stream().filter(PageId::isValid).map(PageId::new).collect(Collectors.toSet());
    }

    /** The questions the move concerns; never what was answered. */
    private static List<String> questions(CarryOver carry) {
        return Stream.concat(carry.lookAgain().stream(), carry.left().stream().map(CarryOver.Left::path))
                .map(FieldPath::question).map(question -> question.value()).distinct().toList();
    }
}
