package jp.madoguchi.platform.connection;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

import org.jspecify.annotations.Nullable;

/**
 * The connections that are open, over all event loops, in all and by client. A client at its limit is not turned away as long as one
 * of its connections waits for nothing: the oldest such gives way, so that whoever opens many locks out neither themselves nor a
 * neighbour behind the same address.
 */
final class Guests {

    enum Answer {
        WELCOME, TOO_MANY, TOO_MANY_OF_ONE
    }

    private final int most;
    private final int perClient;
    private final AtomicInteger open = new AtomicInteger();
    private final Map<String, Set<Visit>> visits = new ConcurrentHashMap<>();
    private final Map<String, Integer> requests = new ConcurrentHashMap<>();
    private final LongAdder refused = new LongAdder();
    private final LongAdder ended = new LongAdder();

    Guests(int most, int perClient) {
        this.most = most;
        this.perClient = perClient;
    }

    /** @param client by what it is counted; null if it is not */
    Answer enter(Visit visit, @Nullable String client) {
        if (open.incrementAndGet() > most) {
            open.decrementAndGet();
            refused.increment();
            return Answer.TOO_MANY;
        }
        if (client == null || admitted(visit, client)) {
            return Answer.WELCOME;
        }
        open.decrementAndGet();
        refused.increment();
        return Answer.TOO_MANY_OF_ONE;
    }

    private boolean admitted(Visit visit, String client) {
        var admitted = new AtomicBoolean();
        visits.compute(client, (key, known) -> {
            var theirs = known == null ? new LinkedHashSet<Visit>() : known;
            if (theirs.size() >= perClient) {
                theirs.stream().filter(Visit::isDispensable).findFirst().ifPresent(oldest -> {
                    theirs.remove(oldest);
                    oldest.giveWay();
                });
            }
            admitted.set(theirs.size() < perClient && theirs.add(visit));
            return theirs;
        });
        return admitted.get();
    }

    void leave(Visit visit, @Nullable String client) {
        open.decrementAndGet();
        if (client != null) {
            visits.computeIfPresent(client, (key, theirs) -> {
                theirs.remove(visit);
                return theirs.isEmpty() ? null : theirs;
            });
        }
    }

    /** A request that a proxy passes on for this client begins; false if there are too many under way. */
    boolean begin(String client) {
        var now = requests.merge(client, 1, Integer::sum);
        if (now > perClient) {
            end(client);
            refused.increment();
            return false;
        }
        return true;
    }

    void end(String client) {
        requests.computeIfPresent(client, (key, number) -> number == 1 ? null : number - 1);
    }

    /** A request that did not arrive in time was ended. */
    void noteEnded() {
        ended.increment();
    }

    int open() {
        return open.get();
    }

    long refused() {
        return refused.sum();
    }

    long ended() {
        return ended.sum();
    }
}
