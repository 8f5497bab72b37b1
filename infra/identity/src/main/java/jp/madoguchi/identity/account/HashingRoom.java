package jp.madoguchi.identity.account;

import jakarta.annotation.PreDestroy;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Where passwords are hashed: a few side by side, some waiting in the order they came, no more. Threads of its own, because requests run
 * on virtual threads, of which only as many go on at a time as there are cores: hashing there would stop everybody else, among them
 * those who hold a connection to the database.
 *
 * <p>Nobody's tries fill the room: of the places only half go to one asker, and whoever is known has places apart and goes first.
 */
@Component
@EnableConfigurationProperties(HashingSettings.class)
class HashingRoom {

    private final HashingSettings settings;
    private final ThreadPoolExecutor workers;
    private final Map<String, Integer> inside = new ConcurrentHashMap<>();
    private final Semaphore strangers;
    private final Semaphore known;
    private final AtomicLong numbers = new AtomicLong();
    private final int share;

    HashingRoom(HashingSettings settings) {
        this.settings = settings;
        int most = settings.workers();
        int places = most + settings.waiting();
        this.workers = new ThreadPoolExecutor(most, most, 0, TimeUnit.SECONDS, new PriorityBlockingQueue<>(),
                Thread.ofPlatform().name("hashing-", 0).daemon().factory());
        this.strangers = new Semaphore(places);
        this.known = new Semaphore(places);
        this.share = Math.max(1, places / 2);
    }

    /** Work with its place in the queue. */
    private static final class Turn<T> extends FutureTask<T> implements Comparable<Turn<?>> {

        private final boolean known;
        private final long number;

        Turn(Supplier<T> work, boolean known, long number) {
            super(work::get);
            this.known = known;
            this.number = number;
        }

        @Override
        public int compareTo(Turn<?> other) {
            return known == other.known ? Long.compare(number, other.number) : known ? -1 : 1;
        }
    }

    /**
     * Does the work in its turn.
     *
     * @throws TooBusy if no place is free, or the turn does not come in time
     */
    <T> T inTurn(Asker asker, Supplier<T> work) {
        Semaphore places = asker.isKnown() ? known : strangers;
        if (!places.tryAcquire()) {
            throw new TooBusy();
        }
        try {
            if (inside.merge(asker.name(), 1, Integer::sum) > share) {
                throw new TooBusy();
            }
            Turn<T> turn = new Turn<>(work, asker.isKnown(), numbers.incrementAndGet());
            workers.execute(turn);
            return result(turn);
        } finally {
            inside.computeIfPresent(asker.name(), (key, number) -> number == 1 ? null : number - 1);
            places.release();
        }
    }

    private <T> T result(Turn<T> turn) {
        try {
            return turn.get(settings.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            turn.cancel(false);
            workers.remove(turn);
            throw new TooBusy();
        } catch (InterruptedException stopped) {
            turn.cancel(false);
            Thread.currentThread().interrupt();
            throw new TooBusy();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException own ? own : new IllegalStateException(failed);
        }
    }

    @PreDestroy
    void close() {
        workers.shutdownNow();
    }
}
