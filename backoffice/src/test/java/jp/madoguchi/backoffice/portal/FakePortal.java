package jp.madoguchi.backoffice.portal;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import jp.madoguchi.exchange.Acknowledgement;
import jp.madoguchi.exchange.ApplicationUpdate;
import jp.madoguchi.exchange.CityDescription;
import jp.madoguchi.exchange.Consignment;
import jp.madoguchi.forms.city.City;
import jp.madoguchi.exchange.FillEvent;
import jp.madoguchi.exchange.LostMails;
import jp.madoguchi.exchange.MailResend;
import jp.madoguchi.exchange.PortalExchange;
import jp.madoguchi.exchange.PortalState;
import jp.madoguchi.exchange.ProcedureFigures;
import jp.madoguchi.exchange.ProcedureStanding;
import jp.madoguchi.exchange.PublishedVersion;
import jp.madoguchi.exchange.UnreachedApplicant;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.resources.LoopResources;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A portal and its token endpoint as the back office sees them over HTTP, in memory. Keeps the contract of
 * {@link jp.madoguchi.exchange.PortalExchange} ({@code FakePortalExchangeTest}), with switches to fail.
 */
public final class FakePortal implements AutoCloseable {

    static final String TOKEN = "token";
    static final String TOKEN_WITHOUT_SCOPE = "token-without-scope";
    private static final String API = "/exchange/v1";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Its own threads: an application that stops takes the shared ones with it. */
    private final LoopResources threads = LoopResources.create("fake-portal", 2, true);
    private final DisposableServer server;
    private final Waiting<Consignment> consignments = new Waiting<>();
    private final Waiting<FillEvent> fillEvents = new Waiting<>();
    private final Shelf shelf = new Shelf();
    private final Applicants applicants = new Applicants();
    private final Map<UUID, byte[]> attachments = new ConcurrentHashMap<>();
    private final List<UnreachedApplicant> unreached = new CopyOnWriteArrayList<>();
    private final List<LostMails> lostMails = new CopyOnWriteArrayList<>();
    private final Map<UUID, List<String>> traces = new ConcurrentHashMap<>();
    private final List<UUID> acknowledged = new CopyOnWriteArrayList<>();
    private final AtomicInteger countsToFail = new AtomicInteger();
    private final AtomicInteger updatesToFail = new AtomicInteger();
    private final AtomicInteger acknowledgementsToFail = new AtomicInteger();

    private final AtomicBoolean filesScanned = new AtomicBoolean();
    private final AtomicBoolean away = new AtomicBoolean();

    private FakePortal() {
        this.server = HttpServer.create().runOn(threads).host("127.0.0.1").port(0).route(routes -> routes
                .post("/oauth2/token", (request, response) -> send(response, "application/json",
                        Mono.just(json(Map.of("access_token", TOKEN, "token_type", "Bearer", "expires_in", 3600)))))
                .get(API + "/state", json((request, body) -> Mono.fromSupplier(() -> json(new PortalState(
                        filesScanned.get())))))
                .get(API + "/consignments", json(this::pullConsignments))
                .post(API + "/consignments/acknowledgements", json(this::acknowledgeConsignments))
                .get(API + "/fill-events", json(this::pullFillEvents))
                .post(API + "/fill-events/acknowledgements", json(this::acknowledgeFillEvents))
                .get(API + "/unreached-applicants",
                        json((request, body) -> Mono.just(json(List.copyOf(unreached)))))
                .get(API + "/mails/lost", json((request, body) -> Mono.fromCallable(() -> {
                    failIfAway();
                    return json(List.copyOf(lostMails));
                })))
                .post(API + "/mails/resending", json(this::resendMails))
                .get(API + "/attachments/{id}", guarded("application/octet-stream", this::attachment))
                .put(API + "/city", json(this::city))
                .put(API + "/procedures/{procedure}/versions/{version}", json(this::publish))
                .put(API + "/procedures/{procedure}/standing", json(this::standing))
                .get(API + "/procedures/{procedure}/drafts", json(this::drafts))
                .put(API + "/procedures/{procedure}/figures", json(this::figures))
                .put(API + "/applications/{application}/documents/{document}", json(this::document))
                .put(API + "/applications/{application}/updates/{update}", json(this::update))).bindNow();
    }

    public static FakePortal start() {
        return new FakePortal();
    }

    public String address() {
        return "http://127.0.0.1:" + server.port();
    }

    /** Somebody handed this in. */
    public void offer(Consignment consignment) {
        if (consignment instanceof Consignment.Submitted) {
            applicants.arrived(consignment.application());
        }
        consignments.add(consignment.id(), consignment);
    }

    /** Mail reaches these applicants no more, and all others. */
    public void reachesAllBut(List<UnreachedApplicant> applicants) {
        unreached.clear();
        unreached.addAll(applicants);
    }

    /** These mails reached nobody, and no others. */
    public void losesMails(List<LostMails> lost) {
        lostMails.clear();
        lostMails.addAll(lost);
    }

    public List<LostMails> lostMails() {
        return List.copyOf(lostMails);
    }

    private Mono<byte[]> resendMails(HttpServerRequest request, byte[] body) {
        var wanted = JSON.readValue(body, MailResend.class).batches();
        if (wanted.size() > PortalExchange.MOST_AT_ONCE) {
            throw new Refused(400, "too many");
        }
        failIfAway();
        long sent = lostMails.stream().filter(lost -> wanted.contains(lost.batch())).mapToLong(LostMails::resendable)
                .sum();
        lostMails.removeIf(lost -> wanted.contains(lost.batch()));
        return Mono.just(json(new MailResend.Resent(sent)));
    }

    /** Somebody took a step of filling in. */
    public void offer(FillEvent event) {
        fillEvents.add(event.id(), event);
    }

    public void hold(UUID attachment, byte[] bytes) {
        attachments.put(attachment, bytes);
    }

    public List<UUID> acknowledged() {
        return List.copyOf(acknowledged);
    }

    /** What an applicant was told, in the order it came. */
    public List<ApplicationUpdate> updatesOf(UUID application) {
        return applicants.updates(application);
    }

    public Map<UUID, byte[]> documents() {
        return applicants.documents();
    }

    public Map<String, PublishedVersion> published() {
        return shelf.published();
    }

    /** Which procedures are taken at present, as decided last. */
    public Map<String, ProcedureStanding> standings() {
        return shelf.standings();
    }

    /** The city, as told last; null where nothing was told. */
    public @Nullable City city() {
        return shelf.city();
    }

    /** How long procedures take, as told last. */
    public Map<String, ProcedureFigures> figures() {
        return shelf.figures();
    }

    Applicants applicants() {
        return applicants;
    }

    Shelf shelf() {
        return shelf;
    }

    /** Somebody begins to fill in a procedure and leaves it at that. */
    public void begin(String procedure) {
        shelf.begin(procedure);
    }

    public void failCounts(int times) {
        countsToFail.set(times);
    }

    /** Whether it has a virus scanner from now on. */
    public void scans(boolean files) {
        filesScanned.set(files);
    }

    /** Whether nobody who asks for what was handed in is answered. */
    public void isAway(boolean whether) {
        away.set(whether);
    }

    public void failUpdates(int times) {
        updatesToFail.set(times);
    }

    public void failAcknowledgements(int times) {
        acknowledgementsToFail.set(times);
    }

    private static void failIfAsked(AtomicInteger toFail) {
        if (toFail.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new Refused(503, "asked to fail");
        }
    }

    /** Answers the body to send, or nothing. */
    private interface Call {
        Mono<byte[]> answer(HttpServerRequest request, byte[] body);
    }

    private Mono<byte[]> pullConsignments(HttpServerRequest request, byte[] body) {
        failIfAway();
        var type = JSON.getTypeFactory().constructCollectionType(List.class, Consignment.class);
        return consignments.pull(query(request, "limit"), query(request, "waitSeconds"))
                .map(found -> JSON.writerFor(type).writeValueAsBytes(found));
    }

    private Mono<byte[]> acknowledgeConsignments(HttpServerRequest request, byte[] body) {
        failIfAsked(acknowledgementsToFail);
        var received = JSON.readValue(body, Acknowledgement.class);
        consignments.acknowledge(received);
        acknowledged.addAll(received.ids());
        return Mono.empty();
    }

    private Mono<byte[]> pullFillEvents(HttpServerRequest request, byte[] body) {
        return fillEvents.pull(query(request, "limit"), query(request, "waitSeconds")).map(FakePortal::json);
    }

    private Mono<byte[]> acknowledgeFillEvents(HttpServerRequest request, byte[] body) {
        fillEvents.acknowledge(JSON.readValue(body, Acknowledgement.class));
        return Mono.empty();
    }

    private void failIfAway() {
        if (away.get()) {
            throw new Refused(503, "away");
        }
    }

    private Mono<byte[]> attachment(HttpServerRequest request, byte[] body) {
        var bytes = attachments.get(id(request, "id"));
        return bytes == null ? Mono.error(new Refused(404, "no such attachment")) : Mono.just(bytes);
    }

    private Mono<byte[]> publish(HttpServerRequest request, byte[] body) {
        shelf.publish(String.valueOf(request.param("procedure")), number(request.param("version")),
                JSON.readValue(body, PublishedVersion.class));
        return Mono.empty();
    }

    private Mono<byte[]> city(HttpServerRequest request, byte[] body) {
        shelf.tell(JSON.readValue(body, CityDescription.class));
        return Mono.empty();
    }

    private Mono<byte[]> standing(HttpServerRequest request, byte[] body) {
        shelf.stand(String.valueOf(request.param("procedure")), JSON.readValue(body, ProcedureStanding.class));
        return Mono.empty();
    }

    private Mono<byte[]> drafts(HttpServerRequest request, byte[] body) {
        failIfAsked(countsToFail);
        return Mono.fromCallable(() -> json(shelf.drafts(String.valueOf(request.param("procedure")))));
    }

    private Mono<byte[]> figures(HttpServerRequest request, byte[] body) {
        shelf.count(String.valueOf(request.param("procedure")), JSON.readValue(body, ProcedureFigures.class));
        return Mono.empty();
    }

    private Mono<byte[]> document(HttpServerRequest request, byte[] body) {
        var application = id(request, "application");
        var headers = request.requestHeaders();
        applicants.keep(application, id(request, "document"), new Applicants.Paper(application,
                decoded(headers.get("X-Document-Name", "")), headers.get("X-Content-SHA256", ""), body));
        return Mono.empty();
    }

    /** The steps of traces as parts of which updates of an application came, in their order. */
    public List<String> tracesOfUpdates(UUID application) {
        return List.copyOf(traces.getOrDefault(application, List.of()));
    }

    private Mono<byte[]> update(HttpServerRequest request, byte[] body) {
        failIfAsked(updatesToFail);
        var trace = request.requestHeaders().get("traceparent");
        if (trace != null) {
            traces.computeIfAbsent(id(request, "application"), first -> new CopyOnWriteArrayList<>()).add(trace);
        }
        applicants.take(id(request, "application"), id(request, "update"),
                JSON.readValue(body, ApplicationUpdate.class));
        return Mono.empty();
    }

    private static BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>> json(Call call) {
        return guarded("application/json", call);
    }

    private static BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>> guarded(String type, Call call) {
        return (request, response) -> {
            var body = request.receive().aggregate().asByteArray().defaultIfEmpty(new byte[0]);
            var answer = body.doOnNext(read -> checkToken(request)).flatMap(read -> call.answer(request, read));
            return send(response, type, answer);
        };
    }

    private static Mono<Void> send(HttpServerResponse response, String type, Mono<byte[]> answer) {
        return answer.map(bytes -> response.header("Content-Type", type).sendByteArray(Mono.just(bytes)).then())
                .defaultIfEmpty(response.status(HttpResponseStatus.OK).send())
                .onErrorResume(Refused.class, refused -> Mono.just(response.status(refused.status()).send()))
                .onErrorResume(JacksonException.class, unreadable -> Mono.just(response.status(400).send()))
                .flatMap(sending -> sending);
    }

    private static void checkToken(HttpServerRequest request) {
        var token = request.requestHeaders().get("Authorization", "");
        if (token.equals("Bearer " + TOKEN_WITHOUT_SCOPE)) {
            throw new Refused(403, "no scope");
        }
        if (!token.equals("Bearer " + TOKEN)) {
            throw new Refused(401, "no token");
        }
    }

    private static UUID id(HttpServerRequest request, String name) {
        try {
            return UUID.fromString(String.valueOf(request.param(name)));
        } catch (IllegalArgumentException none) {
            throw new Refused(400, "no id");
        }
    }

    /** Percent-encoded UTF-8; anything else is malformed, not guessed at. */
    private static String decoded(String name) {
        try {
            var bytes = URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.ISO_8859_1)
                    .getBytes(StandardCharsets.ISO_8859_1);
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (IllegalArgumentException | CharacterCodingException malformed) {
            throw new Refused(400, "malformed name");
        }
    }

    private static int query(HttpServerRequest request, String name) {
        var given = new QueryStringDecoder(request.uri()).parameters().get(name);
        return number(given == null ? null : given.getFirst());
    }

    private static int number(@Nullable String text) {
        try {
            return Integer.parseInt(String.valueOf(text));
        } catch (NumberFormatException none) {
            throw new Refused(400, "no number");
        }
    }

    private static byte[] json(Object body) {
        return JSON.writeValueAsBytes(body);
    }

    @Override
    public void close() {
        server.disposeNow();
        threads.dispose();
    }
}
