package jp.madoguchi.backoffice.reform;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Fills an empty register with the sample, where {@code madoguchi.sample-city=true}. */
@Component
@ConditionalOnBooleanProperty("madoguchi.sample-city")
class SampleCity {

    private static final Logger LOG = LoggerFactory.getLogger(SampleCity.class);

    private final Inventory inventory;

    SampleCity(Inventory inventory) {
        this.inventory = inventory;
    }

    @EventListener(ApplicationReadyEvent.class)
    void fill() {
        fillIfEmpty().subscribe(
                count -> LOG.info("the register of procedures was filled with {} made-up entries", count),
                failed -> LOG.error("the sample register could not be loaded", failed));
    }

    /** How many entries were added; empty where the register was not. */
    Mono<Integer> fillIfEmpty() {
        return inventory.isEmpty().filter(empty -> empty)
                .flatMap(empty -> Mono.fromCallable(SampleRegister::entries).subscribeOn(Schedulers.boundedElastic()))
                .flatMap(entries -> inventory.keepAll(entries, new ChangedBy("", "見本データ")).thenReturn(entries.size()));
    }
}
