package jp.madoguchi.portal.correction;

import java.time.InstantSource;
import java.util.Optional;
import jp.madoguchi.forms.correction.CorrectionScope;
import jp.madoguchi.platform.calendar.BusinessCalendar;
import jp.madoguchi.portal.draft.Draft;
import jp.madoguchi.portal.draft.DraftPurpose;
import jp.madoguchi.portal.submission.HandedIn;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * What a correction may change: what was asked for, measured against the answers as they were handed in last.
 */
@Component
class CorrectionScopes {

    private final CorrectionStore corrections;
    private final HandedIn handedIn;
    private final InstantSource clock;

    CorrectionScopes(CorrectionStore corrections, HandedIn handedIn, InstantSource clock) {
        this.corrections = corrections;
        this.handedIn = handedIn;
        this.clock = clock;
    }

    /** Nothing for a draft that corrects nothing: it is free. */
    Mono<Optional<CorrectionScope>> of(Draft draft) {
        return !(draft.purpose() instanceof DraftPurpose.Correction correction)
                ? Mono.just(Optional.empty())
                : corrections.asked(correction.request())
                        .zipWhen(asked -> handedIn.latest(correction.submission(), draft.edition()))
                        .map(both -> Optional.of(CorrectionScope.of(draft.procedure(), both.getT2().answers(),
                                both.getT1().fields(), BusinessCalendar.dayOf(clock.instant()))))
                        .defaultIfEmpty(Optional.empty());
    }
}
