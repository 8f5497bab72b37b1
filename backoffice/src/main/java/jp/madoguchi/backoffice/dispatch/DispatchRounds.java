package jp.madoguchi.backoffice.dispatch;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import jp.madoguchi.exchange.ApplicationUpdate;
import jp.madoguchi.exchange.PortalExchange;
import jp.madoguchi.platform.background.BackgroundWork;
import jp.madoguchi.platform.store.ObjectStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends what lies in the outbox: per application strictly in order, over all applications side by side, on any number of nodes. A
 * node claims what it sends for a while instead of holding a transaction open over the call; the portal tells repeats by their id.
 */
@Component
class DispatchRounds extends BackgroundWork {

    private static final Logger LOG = LoggerFactory.getLogger(DispatchRounds.class);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration CLAIM = Duration.ofSeconds(60);
    private static final Duration TIMEOUT = Duration.ofSeconds(40);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    private static final int AT_ONCE = 50;
    private static final int CONCURRENCY = 8;

    private final DatabaseClient database;
    private final PortalExchange portal;
    private final ObjectStore store;
    private final JsonMapper json;
    private final InstantSource clock;

    DispatchRounds(DatabaseClient database, PortalExchange portal, ObjectStore store, JsonMapper json,
            InstantSource clock) {
        this.database = database;
        this.portal = portal;
        this.store = store;
        this.json = json;
        this.clock = clock;
    }

    private record Item(long position, UUID id, String stream, String kind, String body, int attempts) {}

    /** One round; how many were sent. */
    Mono<Long> sendDue() {
        return claim().flatMap(this::send, CONCURRENCY).filter(sent -> sent).count();
    }

    /** The first unsent item of each stream that is due, if nobody else is sending it. */
    private Flux<Item> claim() {
        Instant now = clock.instant();
        return database.sql("""
                update dispatch set claimed_until = :until
                where position in (
                    select d.position from dispatch d
                    where d.sent_at is null and d.next_try_at <= :now
                        and (d.claimed_until is null or d.claimed_until < :now)
                        and not exists (select 1 from dispatch earlier where earlier.stream = d.stream
                            and earlier.sent_at is null and earlier.position < d.position)
                    order by d.position limit :most for update skip locked)
                returning position, id, stream, kind, body, attempts
                """).bind("until", now.plus(CLAIM)).bind("now", now).bind("most", AT_ONCE)
                .map(row -> new Item(row.get("position", Long.class), row.get("id", UUID.class),
                        row.get("stream", String.class), row.get("kind", String.class), row.get("body", String.class),
                        row.get("attempts", Integer.class)))
                // Read to the end before the first is sent: no connection is held while the portal thinks.
                .all().collectList().flatMapIterable(claimed -> claimed);
    }

    private Mono<Boolean> send(Item item) {
        return Mono.defer(() -> deliver(item)).timeout(TIMEOUT).then(Mono.defer(() -> sent(item))).thenReturn(true)
                .onErrorResume(failed -> failed(item, failed).thenReturn(false));
    }

    private Mono<Void> deliver(Item item) {
        return switch (item.kind()) {
            case "update" -> {
                var update = json.readValue(item.body(), ApplicationUpdate.class);
                yield portal.update(UUID.fromString(item.stream()), update.id(), update);
            }
            case "document" -> {
                var document = json.readValue(item.body(), OutgoingDocument.class);
                yield portal.document(UUID.fromString(item.stream()), document.id(), document.sha256(),
                        URLEncoder.encode(document.name(), StandardCharsets.UTF_8).replace("+", "%20"),
                        store.get(document.storeKey()));
            }
            case "publish" -> {
                var version = json.readValue(item.body(), OutgoingVersion.class);
                yield portal.publish(version.procedure(), version.version(), version.content());
            }
            case "standing" -> {
                var decided = json.readValue(item.body(), OutgoingStanding.class);
                yield portal.standing(decided.procedure(), decided.standing());
            }
            case "figures" -> {
                var counted = json.readValue(item.body(), OutgoingFigures.class);
                yield portal.figures(counted.procedure(), counted.figures());
            }
            default -> Mono.error(new IllegalStateException("unknown kind of dispatch " + item.kind()));
        };
    }

    /** What was said to an applicant stands in the case; a copy of it that nobody reads is not kept. */
    private Mono<Void> sent(Item item) {
        return database.sql("""
                update dispatch set sent_at = :now, claimed_until = null, attempts = attempts + 1, trouble = null,
                    body = case when kind = 'update' then '' else body end
                where position = :position
                """).bind("now", clock.instant()).bind("position", item.position()).then();
    }

    private Mono<Void> failed(Item item, Throwable why) {
        var wait = Duration.ofSeconds(1L << Math.min(item.attempts(), 10));
        var bounded = wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
        LOG.warn("{} {} did not reach the portal at attempt {}, next try in {}: {}", item.kind(), item.id(),
                item.attempts() + 1, bounded, why.toString());
        return database.sql("""
                update dispatch set claimed_until = null, attempts = attempts + 1, next_try_at = :next, trouble = :why
                where position = :position
                """).bind("next", clock.instant().plus(bounded)).bind("why", why.toString())
                .bind("position", item.position()).then();
    }

    @Override
    protected Flux<?> work() {
        return Mono.defer(this::sendDue).onErrorResume(failed -> {
            LOG.warn("the outbox could not be worked this round", failed);
            return Mono.just(0L);
        }).flatMap(sent -> sent > 0 ? Mono.just(sent) : Mono.delay(PAUSE)).repeat();
    }
}
