package jp.madoguchi.backoffice.dispatch;

import java.util.Map;
import java.util.UUID;
import jp.madoguchi.exchange.ApplicationUpdate;
import jp.madoguchi.exchange.CityDescription;
import jp.madoguchi.exchange.ProcedureFigures;
import jp.madoguchi.exchange.ProcedureStanding;
import jp.madoguchi.exchange.PublishedVersion;
import jp.madoguchi.forms.ProcedureId;
import jp.madoguchi.platform.queue.r2dbc.R2dbcQueue;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes what has to reach the portal, in the transaction of the step it tells of. It is sent afterwards by {@link DispatchWorker},
 * in the order of one application, until the portal has it.
 */
@Component
public class Outbox {

    private final R2dbcQueue<Outgoing> queue;
    private final DatabaseClient database;
    private final JsonMapper json;

    Outbox(R2dbcQueue<Outgoing> queue, DatabaseClient database, JsonMapper json) {
        this.queue = queue;
        this.database = database;
        this.json = json;
    }

    /** Tells the applicant where the application stands. */
    public Mono<Void> update(UUID application, ApplicationUpdate update) {
        return put(update.id(), application.toString(), "update", json.writeValueAsString(update));
    }

    /** Of what was sent about an application nothing need be kept. */
    public Mono<Void> forgetWords(UUID application) {
        return database
                .sql("update dispatch set body = '' where stream = :stream and kind = 'update' and sent_at is not null")
                .bind("stream", application.toString()).then();
    }

    /** Hands over a document whose bytes stand in the object store; comes before the update that names it. */
    public Mono<Void> document(UUID application, OutgoingDocument document) {
        return put(document.id(), application.toString(), "document", json.writeValueAsString(document));
    }

    /** Publishes a frozen version of a procedure. */
    public Mono<Void> publish(ProcedureId procedure, int version, PublishedVersion content) {
        return put(UUID.randomUUID(), "procedure:" + procedure, "publish",
                json.writeValueAsString(new OutgoingVersion(procedure.value(), version, content)));
    }

    /** Tells how long a procedure takes. */
    public Mono<Void> figures(ProcedureId procedure, ProcedureFigures figures) {
        return put(UUID.randomUUID(), "figures:" + procedure, "figures",
                json.writeValueAsString(new OutgoingFigures(procedure.value(), figures)));
    }

    /** Tells whether a procedure is taken; comes after the version that it speaks of. */
    public Mono<Void> standing(ProcedureId procedure, ProcedureStanding standing) {
        return put(UUID.randomUUID(), "procedure:" + procedure, "standing",
                json.writeValueAsString(new OutgoingStanding(procedure.value(), standing)));
    }

    /** Tells what the city is called, and which wards and offices it has. */
    public Mono<Void> city(CityDescription city) {
        return put(UUID.randomUUID(), "city", "city", json.writeValueAsString(city));
    }

    private Mono<Void> put(UUID id, String stream, String kind, String body) {
        return queue.put(Map.of("id", id, "stream", stream, "kind", kind, "body", body)).then();
    }
}
