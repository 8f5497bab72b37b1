package jp.madoguchi.platform.city;

import java.time.Duration;

import jp.madoguchi.forms.city.City;
import jp.madoguchi.forms.city.CityInForce;
import jp.madoguchi.platform.background.BackgroundWork;
import jp.madoguchi.platform.signal.DatabaseSignals.Signal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Puts the city in force that was kept last, on whichever node that was. */
public final class CityWatch extends BackgroundWork {

    /** The channel by which nodes of one program tell each other. */
    public static final String CHANNEL = "city";

    private static final Logger LOG = LoggerFactory.getLogger(CityWatch.class);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(30);

    private final Signal changed;
    private final Mono<City> newest;

    /** @param newest the city kept last; empty where none is */
    public CityWatch(Signal changed, Mono<City> newest) {
        this.changed = changed;
        this.newest = newest;
    }

    @Override
    protected Flux<?> work() {
        return Flux.merge(changed.raised(), Flux.interval(LOOK_AGAIN).map(tick -> true)).onBackpressureLatest()
                .concatMap(wake -> newest.doOnNext(CityWatch::put).onErrorResume(failed -> {
                    LOG.warn("the city could not be read anew: {}", failed.toString());
                    return Mono.empty();
                }), 1);
    }

    private static void put(City city) {
        if (!city.equals(City.inForce())) {
            CityInForce.put(city);
            LOG.info("{} is in force as it was kept last", city.name());
        }
    }
}
