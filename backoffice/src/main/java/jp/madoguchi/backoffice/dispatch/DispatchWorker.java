package jp.madoguchi.backoffice.dispatch;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import jp.madoguchi.exchange.ApplicationUpdate;
import jp.madoguchi.exchange.CityDescription;
import jp.madoguchi.exchange.PortalExchange;
import jp.madoguchi.platform.background.BackgroundWork;
import jp.madoguchi.platform.queue.DurableQueue.Pace;
import jp.madoguchi.platform.queue.r2dbc.R2dbcQueue;
import jp.madoguchi.platform.store.ObjectStore;
import jp.madoguchi.platform.monitoring.FailureLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends what lies in the outbox: per application strictly in order, over all applications side by side, on any number of nodes. The
 * portal tells repeats by their id.
 */
@Component
class DispatchWorker extends BackgroundWork {

    private static final Logger LOG = LoggerFactory.getLogger(DispatchWorker.class);
    /** For what a node that died left. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(30);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);
    private static final Pace PACE = new Pace(16, Duration.ofSeconds(40));

    private final FailureLog failures = new FailureLog(LOG);
    private final R2dbcQueue<Outgoing> queue;
    private final PortalExchange portal;
    private final ObjectStore store;
    private final JsonMapper json;

    DispatchWorker(R2dbcQueue<Outgoing> queue, PortalExchange portal, ObjectStore store, JsonMapper json) {
        this.queue = queue;
        this.portal = portal;
        this.store = store;
        this.json = json;
    }

    /** One round; how many were sent. */
    private Mono<Long> sendDue() {
        return queue.work(PACE, this::deliver);
    }

    private Mono<Void> deliver(Outgoing item) {
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
            case "city" -> portal.city(json.readValue(item.body(), CityDescription.class));
            case "figures" -> {
                var counted = json.readValue(item.body(), OutgoingFigures.class);
                yield portal.figures(counted.procedure(), counted.figures());
            }
            default -> Mono.error(new IllegalStateException("unknown kind of dispatch " + item.kind()));
        };
    }

    @Override
    protected Flux<?> work() {
        return Mono.defer(this::sendDue).onErrorResume(failed -> {
            failures.tell("the outbox could not be worked this round", failed);
            return Mono.delay(AFTER_FAILURE).thenReturn(1L);
        }).flatMap(sent -> sent > 0 ? Mono.<Void>empty() : queue.due(LOOK_AGAIN)).repeat();
    }
}
