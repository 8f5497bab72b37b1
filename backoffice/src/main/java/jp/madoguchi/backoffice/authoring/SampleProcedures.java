package jp.madoguchi.backoffice.authoring;

import jp.madoguchi.forms.catalogue.SampleCatalogue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Publishes the procedures that come with the house, where the settings ask for it: the local town and tests. */
@Component
@ConditionalOnProperty("madoguchi.sample-catalogue")
class SampleProcedures {

    private static final Logger LOG = LoggerFactory.getLogger(SampleProcedures.class);

    private final Publishing publishing;

    SampleProcedures(Publishing publishing) {
        this.publishing = publishing;
    }

    @EventListener(ApplicationReadyEvent.class)
    void publish() {
        Flux.defer(() -> Flux.fromIterable(SampleCatalogue.procedures()))
                .concatMap(procedure -> publishing.publish(procedure, "sample")
                        .doOnNext(version -> LOG.info("sample procedure {} stands as version {}", procedure.id(),
                                version)))
                .subscribe(version -> {}, failed -> LOG.error("the sample procedures were not published", failed));
    }
}
