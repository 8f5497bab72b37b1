package jp.madoguchi.backoffice;

import io.netty.handler.codec.http.HttpResponseStatus;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import jp.madoguchi.exchange.Acknowledgement;
import jp.madoguchi.exchange.ApplicationUpdate;
import jp.madoguchi.exchange.Consignment;
import jp.madoguchi.exchange.PublishedVersion;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.resources.LoopResources;
import tools.jackson.databind.json.JsonMapper;

/**
 * A portal and its token endpoint as the back office sees them over HTTP, in memory. Speaks the contract of
 * {@link jp.madoguchi.exchange.PortalExchange}, with switches to fail.
 */
public final class FakePortal implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Its own threads: an application that stops takes the shared ones with it. */
    private final LoopResources threads = LoopResources.create("fake-portal", 2, true);
    private final DisposableServer server;
    private final Map<UUID, Consignment> waiting = new ConcurrentSkipListMap<>();
    private final Map<UUID, byte[]> attachments = new ConcurrentHashMap<>();
    private final List<UUID> acknowledged = new CopyOnWriteArrayList<>();
    private final Map<UUID, List<ApplicationUpdate>> updates = new ConcurrentHashMap<>();
    private final Map<UUID, byte[]> documents = new ConcurrentHashMap<>();
    private final Map<String, PublishedVersion> published = new ConcurrentHashMap<>();
    private final AtomicInteger updatesToFail = new AtomicInteger();
    private final AtomicInteger acknowledgementsToFail = new AtomicInteger();

    private FakePortal(int port) {
        this.server = HttpServer.create().runOn(threads).host("127.0.0.1").port(port).route(routes -> routes
                .post("/oauth2/token",
                        (request, response) -> json(response,
                                Map.of("access_token", "token", "token_type", "Bearer", "expires_in", 3600)))
                .get("/exchange/v1/consignments", (request, response) -> guarded(request, response, this::consignments))
                .post("/exchange/v1/consignments/acknowledgements",
                        (request, response) -> guarded(request, response, this::acknowledge))
                .get("/exchange/v1/fill-events",
                        (request, response) -> guarded(request, response, (in, out) -> later(out)))
                .get("/exchange/v1/attachments/{id}",
                        (request, response) -> guarded(request, response, this::attachment))
                .put("/exchange/v1/procedures/{procedure}/versions/{version}",
                        (request, response) -> guarded(request, response, this::publish))
                .put("/exchange/v1/applications/{application}/documents/{document}",
                        (request, response) -> guarded(request, response, this::document))
                .put("/exchange/v1/applications/{application}/updates/{update}",
                        (request, response) -> guarded(request, response, this::update)))
                .bindNow();
    }

    public static FakePortal start() {
        return new FakePortal(0);
    }

    public String address() {
        return "http://127.0.0.1:" + server.port();
    }

    public void offer(Consignment consignment) {
        waiting.put(consignment.id(), consignment);
    }

    public void hold(UUID attachment, byte[] bytes) {
        attachments.put(attachment, bytes);
    }

    public List<UUID> acknowledged() {
        return List.copyOf(acknowledged);
    }

    /** What an applicant was told, in the order it came. */
    public List<ApplicationUpdate> updatesOf(UUID application) {
        return List.copyOf(updates.getOrDefault(application, List.of()));
    }

    public Map<UUID, byte[]> documents() {
        return Map.copyOf(documents);
    }

    public Map<String, PublishedVersion> published() {
        return Map.copyOf(published);
    }

    public void failUpdates(int times) {
        updatesToFail.set(times);
    }

    public void failAcknowledgements(int times) {
        acknowledgementsToFail.set(times);
    }

    private interface Handler {
        Mono<Void> handle(HttpServerRequest request, HttpServerResponse response);
    }

    private static Mono<Void> guarded(HttpServerRequest request, HttpServerResponse response, Handler handler) {
        var token = request.requestHeaders().get("Authorization");
        return "Bearer token".equals(token)
                ? handler.handle(request, response)
                : response.status(HttpResponseStatus.UNAUTHORIZED).send();
    }

    private Mono<Void> consignments(HttpServerRequest request, HttpServerResponse response) {
        if (waiting.isEmpty()) {
            return later(response);
        }
        var type = JSON.getTypeFactory().constructCollectionType(List.class, Consignment.class);
        var body = JSON.writerFor(type).writeValueAsString(new ArrayList<>(waiting.values()));
        return response.header("Content-Type", "application/json").sendString(Mono.just(body)).then();
    }

    private static Mono<Void> later(HttpServerResponse response) {
        return Mono.delay(Duration.ofMillis(100)).then(
                response.header("Content-Type", "application/json").sendString(Mono.just("[]")).then());
    }

    private Mono<Void> acknowledge(HttpServerRequest request, HttpServerResponse response) {
        if (acknowledgementsToFail.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            return response.status(HttpResponseStatus.SERVICE_UNAVAILABLE).send();
        }
        return request.receive().aggregate().asString().flatMap(body -> {
            var ids = JSON.readValue(body, Acknowledgement.class).ids();
            ids.forEach(waiting::remove);
            acknowledged.addAll(ids);
            return response.status(204).send();
        });
    }

    private Mono<Void> attachment(HttpServerRequest request, HttpServerResponse response) {
        var bytes = attachments.get(UUID.fromString(String.valueOf(request.param("id"))));
        return bytes == null
                ? response.sendNotFound()
                : response.header("Content-Type", "application/octet-stream").sendByteArray(Mono.just(bytes)).then();
    }

    private Mono<Void> publish(HttpServerRequest request, HttpServerResponse response) {
        return request.receive().aggregate().asString().flatMap(body -> {
            published.put(request.param("procedure") + "/" + request.param("version"),
                    JSON.readValue(body, PublishedVersion.class));
            return response.status(204).send();
        });
    }

    private Mono<Void> document(HttpServerRequest request, HttpServerResponse response) {
        return request.receive().aggregate().asByteArray().flatMap(bytes -> {
            URLDecoder.decode(request.requestHeaders().get("X-Document-Name"), StandardCharsets.UTF_8);
            documents.put(UUID.fromString(String.valueOf(request.param("document"))), bytes);
            return response.status(204).send();
        });
    }

    private Mono<Void> update(HttpServerRequest request, HttpServerResponse response) {
        if (updatesToFail.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            return response.status(HttpResponseStatus.SERVICE_UNAVAILABLE).send();
        }
        return request.receive().aggregate().asString().flatMap(body -> {
            updates.computeIfAbsent(UUID.fromString(String.valueOf(request.param("application"))),
                    id -> new CopyOnWriteArrayList<>()).add(JSON.readValue(body, ApplicationUpdate.class));
            return response.status(204).send();
        });
    }

    private static Mono<Void> json(HttpServerResponse response, Object body) {
        return response.header("Content-Type", "application/json").sendString(Mono.just(JSON.writeValueAsString(body)))
                .then();
    }

    @Override
    public void close() {
        server.disposeNow();
        threads.dispose();
    }
}
