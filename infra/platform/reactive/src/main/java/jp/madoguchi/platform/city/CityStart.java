package jp.madoguchi.platform.city;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jp.madoguchi.forms.city.City;
import jp.madoguchi.forms.city.CityInForce;
import org.springframework.context.SmartLifecycle;
import reactor.core.publisher.Mono;

/**
 * Puts the city in force before anything else of the program begins: no page and no background work ever sees another. The program
 * does not start where it cannot be read.
 */
public final class CityStart implements SmartLifecycle {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final Mono<City> read;
    private volatile boolean running;

    /** @param read the city to begin with */
    public CityStart(Mono<City> read) {
        this.read = read;
    }

    @Override
    public void start() {
        try {
            CityInForce.put(read.toFuture().get(TIMEOUT.toSeconds(), TimeUnit.SECONDS));
            running = true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the start was interrupted", interrupted);
        } catch (ExecutionException | TimeoutException failed) {
            throw new IllegalStateException("the city could not be read", failed);
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the server takes requests and before any background work. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}
