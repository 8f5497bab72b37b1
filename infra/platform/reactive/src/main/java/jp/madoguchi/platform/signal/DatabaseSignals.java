package jp.madoguchi.platform.signal;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import io.r2dbc.postgresql.api.Notification;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.spi.ConnectionFactory;
import jp.madoguchi.platform.background.BackgroundWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Wakes those who wait for something on any node of this program, by PostgreSQL's {@code LISTEN} and {@code NOTIFY} on one connection
 * of its own. What is told is only that it is worth looking. Nothing depends on being heard: whoever waits looks now and then too.
 *
 * <p>{@code NOTIFY} is sent on that connection, after the commit it tells of and at most a few times a second. Sent within the
 * transaction it would make all commits that notify wait for each other.
 */
public final class DatabaseSignals extends BackgroundWork {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseSignals.class);
    /** What is raised within this time are told the other nodes at once. */
    private static final Duration GATHERED = Duration.ofMillis(200);
    private static final Duration AWAY = Duration.ofSeconds(5);
    /** A connection that is dropped on its way looks as if nothing happened. */
    private static final Duration CHECKED_EVERY = Duration.ofMinutes(1);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final ConnectionFactory connections;
    private final Map<String, Signal> signals = new ConcurrentHashMap<>();

    /** @param connections gives new connections, not those of a pool */
    public DatabaseSignals(ConnectionFactory connections) {
        this.connections = connections;
    }

    /** What is told by one channel. */
    public static final class Signal {

        private final LocalSignal here = new LocalSignal();
        private final LocalSignal others = new LocalSignal();

        private Signal() {}

        /** Tells all nodes, this one at once; to be called after the commit. */
        public void raise() {
            here.raise();
            others.raise();
        }

        /** Each time it is worth looking, from now on. */
        public Flux<Boolean> raised() {
            return here.raised();
        }
    }

    /**
     * To be asked for while the program starts.
     *
     * @param channel a name of PostgreSQL, never from outside
     */
    public Signal on(String channel) {
        return signals.computeIfAbsent(channel, name -> new Signal());
    }

    @Override
    protected Flux<?> work() {
        return Flux.usingWhen(connections.create(), this::attend, connection -> Mono.from(connection.close()))
                .retryWhen(Retry.fixedDelay(Long.MAX_VALUE, AWAY).doBeforeRetry(failed -> LOG.warn(
                        "nodes do not hear each other; what waits is found by looking: {}",
                        failed.failure().toString())));
    }

    /** As long as the connection holds. */
    private Flux<Void> attend(Object connection) {
        if (!(connection instanceof PostgresqlConnection own)) {
            return Flux.error(new IllegalStateException("no connection to PostgreSQL: " + connection.getClass()));
        }
        var listening = statements("listen", signals.keySet());
        return execute(own, listening).thenMany(Flux.defer(() -> {
            // Something may have been told while nobody listened.
            signals.values().forEach(signal -> signal.here.raise());
            return Flux.merge(heard(own), told(own), checked(own));
        }));
    }

    private Flux<Void> heard(PostgresqlConnection own) {
        return own.getNotifications().doOnNext(this::hear)
                .concatWith(Mono.error(() -> new IllegalStateException("the connection ended")))
                .thenMany(Flux.empty());
    }

    private void hear(Notification notification) {
        var signal = signals.get(notification.getName());
        if (signal != null) {
            signal.here.raise();
        }
    }

    private Flux<Void> told(PostgresqlConnection own) {
        return Flux.merge(signals.entrySet().stream()
                .map(signal -> signal.getValue().others.raised().map(raised -> signal.getKey())).toList())
                .bufferTimeout(1000, GATHERED, true)
                .concatMap(names -> execute(own, statements("notify", Set.copyOf(names))));
    }

    private static String statements(String verb, Set<String> channels) {
        return channels.stream().map(channel -> verb + " \"" + channel + "\"").collect(Collectors.joining("; "));
    }

    private Flux<Void> checked(PostgresqlConnection own) {
        return Flux.interval(CHECKED_EVERY).onBackpressureDrop().concatMap(tick -> execute(own, "select 1"));
    }

    private static Mono<Void> execute(PostgresqlConnection own, String statements) {
        return own.createStatement(statements).execute().flatMap(result -> result.getRowsUpdated()).then()
                .timeout(TIMEOUT);
    }
}
