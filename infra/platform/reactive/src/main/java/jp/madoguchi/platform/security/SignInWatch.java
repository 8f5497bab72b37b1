package jp.madoguchi.platform.security;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jp.madoguchi.platform.background.BackgroundWork;
import jp.madoguchi.platform.session.SignedInSessions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Ends sessions of this app when their log-in ended at identity: a new password, a closed or disabled account, another post, a log-out,
 * or the owner's wish. Every few seconds it asks identity what has ended; it is asked and not told, because identity stands in the
 * Internet zone and only the inner zone opens connections. While identity is away sessions live on, at most until their own end.
 */
public final class SignInWatch extends BackgroundWork {

    /** How long after its end a session may still open something. */
    static final Duration EVERY = Duration.ofSeconds(5);

    /** What was being written when identity was asked is asked for again. */
    private static final Duration OVERLAP = Duration.ofMinutes(1);

    /** A program that was down longer has no session left; closed accounts are told for half a year. */
    private static final Duration MISSED = Duration.ofDays(180);

    private static final Logger LOG = LoggerFactory.getLogger(SignInWatch.class);

    private final WebClient identity;
    private final SignedInSessions sessions;
    private final List<ClosedAccounts> rooms;
    private final Duration every;
    private volatile Instant since;
    private volatile boolean reachable = true;

    SignInWatch(WebClient identity, SignedInSessions sessions, List<ClosedAccounts> rooms, Duration every,
            Instant now) {
        this.identity = identity;
        this.sessions = sessions;
        this.rooms = List.copyOf(rooms);
        this.every = every;
        this.since = now.minus(MISSED);
    }

    @Override
    protected Flux<?> work() {
        return Mono.defer(this::round)
                .onErrorResume(this::noteFailure)
                .repeatWhen(ends -> ends.delayElements(every));
    }

    /** Asks once, and ends what has ended. */
    Mono<Void> round() {
        return identity.get()
                .uri("/sign-ins/ended?since={since}", since)
                .retrieve()
                .bodyToMono(Ended.class)
                .timeout(Duration.ofSeconds(10))
                .flatMap(ended -> Flux.fromIterable(ended.signIns())
                        .concatMap(sessions::endSignIn)
                        .thenMany(Flux.fromIterable(ended.accounts()))
                        .concatMap(account -> sessions.endAllOf(account.toString())
                                .thenMany(Flux.fromIterable(rooms))
                                .concatMap(room -> room.closed(account)))
                        .then(Mono.<Void>fromRunnable(() -> noteSuccess(ended.asOf()))));
    }

    private void noteSuccess(Instant asOf) {
        since = asOf.minus(OVERLAP);
        if (!reachable) {
            LOG.info("identity tells again which log-ins have ended");
            reachable = true;
        }
    }

    private Mono<Void> noteFailure(Throwable failed) {
        if (reachable) {
            LOG.warn("identity does not tell which log-ins have ended; sessions live until their own end: {}",
                    failed.toString());
            reachable = false;
        }
        return Mono.empty();
    }

    record Ended(Instant asOf, List<String> signIns, List<UUID> accounts) {}
}
