package jp.madoguchi.backoffice.authoring;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import jp.madoguchi.exchange.DraftCount;
import jp.madoguchi.exchange.PortalExchange;
import jp.madoguchi.forms.ProcedureId;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.forms.publishing.DraftEffects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Asks the portal who is in the middle of a procedure, and works out what a new version would mean for them. */
@Component
public class DraftsUnderWay {

    private static final Logger LOG = LoggerFactory.getLogger(DraftsUnderWay.class);
    /** The page is shown without the count rather than late. */
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final PortalExchange portal;
    private final Editions editions;

    DraftsUnderWay(PortalExchange portal, Editions editions) {
        this.portal = portal;
        this.editions = editions;
    }

    public Mono<UnderWay> under(FileCheck check) {
        var procedure = check.procedure();
        return procedure == null || check.newest() == null || check.changesNothing()
                ? Mono.just(UnderWay.NONE)
                : counts(procedure.id()).flatMap(counts -> effects(procedure, counts))
                        .onErrorResume(failed -> {
                            LOG.warn("the drafts of {} could not be counted: {}", procedure.id(), failed.toString());
                            return Mono.just(UnderWay.UNKNOWN);
                        });
    }

    Mono<List<DraftCount>> counts(ProcedureId procedure) {
        return portal.drafts(procedure.value()).timeout(TIMEOUT);
    }

    private Mono<UnderWay> effects(Procedure procedure, List<DraftCount> counts) {
        return Flux.fromIterable(counts)
                .concatMap(count -> editions.edition(procedure.id(), count.version()))
                .publishOn(Schedulers.boundedElastic())
                .concatMapIterable(edition -> DraftEffects.between(edition.procedure(), procedure)).distinct()
                .sort(Comparator.comparing(DraftEffects.Effect::weight)).collectList()
                .map(effects -> new UnderWay(true, counts.stream().mapToLong(DraftCount::drafts).sum(), effects));
    }
}
