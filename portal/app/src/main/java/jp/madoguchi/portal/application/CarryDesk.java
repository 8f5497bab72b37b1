package jp.madoguchi.portal.application;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jp.madoguchi.forms.FieldPath;
import jp.madoguchi.forms.PageId;
import jp.madoguchi.forms.definition.QuestionKind;
import jp.madoguchi.forms.filling.Filling;
import jp.madoguchi.forms.publishing.CarryOver;
import jp.madoguchi.platform.calendar.BusinessCalendar;
import jp.madoguchi.portal.catalogue.Catalogue;
import jp.madoguchi.portal.catalogue.Edition;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Takes open drafts over into the newest version when somebody opens them. A correction stays with what was handed in.
 */
@Component
class CarryDesk {

    private static final int RACES = 5;

    private final Catalogue catalogue;
    private final DraftStore drafts;
    private final ErrandStore errands;
    private final Clock clock;

    CarryDesk(Catalogue catalogue, DraftStore drafts, ErrandStore errands, Clock clock) {
        this.catalogue = catalogue;
        this.drafts = drafts;
        this.errands = errands;
        this.clock = clock;
    }

    /** The draft in the newest version; itself where it is there already. Two at once take it over once. */
    Mono<Draft> bring(Draft draft) {
        return bring(draft, RACES);
    }

    private Mono<Draft> bring(Draft draft, int races) {
        if (!draft.isOpen() || draft.isCorrection()) {
            return Mono.just(draft);
        }
        return catalogue.current(draft.procedure().id())
                .filter(newest -> newest.version() > draft.edition().version())
                .flatMap(newest -> move(draft, newest).flatMap(moved -> drafts.find(draft.id())
                        .flatMap(fresh -> moved || races == 0 ? Mono.just(fresh) : bring(fresh, races - 1))))
                .defaultIfEmpty(draft);
    }

    private Mono<Boolean> move(Draft draft, Edition newest) {
        var now = clock.instant();
        var carry = CarryOver.of(draft.filling(BusinessCalendar.dayOf(now)), newest.procedure(), done(draft),
                draft.language());
        return pointless(draft.id(), carry.filling(), now).flatMap(gone -> drafts.carry(draft, newest, carry,
                new DraftStore.Gone(gone, List.copyOf(carry.filesGone(draft.answers()))), questions(carry), now));
    }

    private static java.util.Set<PageId> done(Draft draft) {
        return draft.saves().keySet().stream().filter(PageId::isValid).map(PageId::new).collect(Collectors.toSet());
    }

    /** Errands that wait for an answer which the newer version has no question for. */
    private Mono<List<String>> pointless(UUID draft, Filling next, Instant now) {
        return errands.latest(draft).filter(errand -> errand.isWaiting(now))
                .filter(errand -> next.question(errand.field())
                        .filter(question -> question.kind() instanceof QuestionKind.FilledByOther other
                                && other.procedure().equals(errand.procedure()))
                        .isEmpty())
                .map(errand -> errand.field().toString()).collectList();
    }

    /** The questions the move concerns; never what was answered. */
    private static List<String> questions(CarryOver carry) {
        return Stream.concat(carry.lookAgain().stream(), carry.left().stream().map(CarryOver.Left::path))
                .map(FieldPath::question).map(question -> question.value()).distinct().toList();
    }
}
