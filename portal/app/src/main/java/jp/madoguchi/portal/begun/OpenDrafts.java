package jp.madoguchi.portal.begun;

import jp.madoguchi.portal.draft.DraftStore;
import jp.madoguchi.portal.draft.DraftPurpose;
import jp.madoguchi.portal.draft.DraftCompletions;
import jp.madoguchi.portal.draft.Draft;
import jp.madoguchi.portal.draft.AskedView;
import jp.madoguchi.portal.draft.Addresses;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import jp.madoguchi.exchange.DraftCount;
import jp.madoguchi.forms.Localized;
import jp.madoguchi.forms.ProcedureId;
import jp.madoguchi.portal.account.Visitor;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What a visitor has begun and not yet handed in.
 */
@Component
public class OpenDrafts {

    private static final int MOST = 20;

    private final DraftStore drafts;
    private final DraftCompletions completions;
    private final InstantSource clock;

    OpenDrafts(DraftStore drafts, DraftCompletions completions, InstantSource clock) {
        this.drafts = drafts;
        this.completions = completions;
        this.clock = clock;
    }

    /**
     * @param name what tells it from others of the procedure
     * @param answerBy the last day for the answer to a correction request, in words; empty for anything else
     * @param expiresAt when it is deleted unless it is touched again
     */
    public record Begun(UUID id, ProcedureId kind, Localized procedure, DraftName name, boolean correction,
            String answerBy, Instant savedAt, Instant expiresAt) {

        public String address() {
            return Addresses.draft(id);
        }
    }

    /** The address of the list of an interview; empty where this visitor may not open it, or not any more. */
    public Mono<String> listOf(UUID interview, Visitor visitor) {
        var now = clock.instant();
        return drafts.find(interview, visitor, now).filter(open -> open.isOpen() && open.expiresAt().isAfter(now))
                .map(open -> Addresses.bundle(open.id()));
    }

    /** How many stand in which version of a procedure, corrections left out. */
    public Flux<DraftCount> inVersionsOf(ProcedureId procedure) {
        return drafts.countOpen(procedure, clock.instant());
    }

    /** Last saved first, at most 20. */
    public Flux<Begun> of(Visitor visitor) {
        return mayHaveAny(visitor) ? begun(drafts.openOf(visitor, clock.instant(), MOST)) : Flux.empty();
    }

    /** Of this procedure, corrections left out; the last saved ones first, at most 20. */
    public Mono<List<Begun>> of(Visitor visitor, ProcedureId procedure) {
        return mayHaveAny(visitor)
                ? begun(drafts.openOf(visitor, procedure, clock.instant(), MOST)).collectList()
                : Mono.just(List.of());
    }

    private static boolean mayHaveAny(Visitor visitor) {
        return visitor.isSignedIn() || visitor.keyHash() != null;
    }

    /** All of them are read before more is asked of each: a query is not cut off in the middle. */
    private Flux<Begun> begun(Flux<Draft> open) {
        return open.collectList().flatMapIterable(all -> all).concatMap(this::begun);
    }

    private Mono<Begun> begun(Draft draft) {
        return completions.of(draft).asked(draft)
                .map(asked -> new Begun(draft.id(), draft.procedure().id(), draft.procedure().title(),
                        DraftName.of(draft), draft.purpose() instanceof DraftPurpose.Correction,
                        asked.map(AskedView::answerBy).orElse(""), draft.savedAt(), draft.expiresAt()));
    }
}
