package jp.madoguchi.portal.catalogue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import io.r2dbc.spi.Readable;
import jp.madoguchi.exchange.ProcedureFigures;
import jp.madoguchi.forms.ProcedureId;
import jp.madoguchi.platform.database.Columns;
import jp.madoguchi.platform.problem.Refusal;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * How long procedures take, as the back office counted it last.
 */
@Component
public class Figures {

    /** They are counted anew once an hour; another node than the one that was told shows them so much later. */
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final DatabaseClient database;
    private final JsonMapper json;
    private final InstantSource clock;
    private final Map<ProcedureId, Read> known = new ConcurrentHashMap<>();

    Figures(DatabaseClient database, JsonMapper json, InstantSource clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    private record Read(Optional<ProcedureFigures> figures, Instant at) {}

    /**
     * Takes figures over, unless newer ones stand there.
     *
     * @throws Refusal.NotFound (as error signal) if no version of the procedure is published
     */
    public Mono<Void> keep(ProcedureId procedure, ProcedureFigures figures) {
        var published = database.sql("select 1 from procedure_version where procedure = :procedure limit 1")
                .bind("procedure", procedure.value()).map((Readable row) -> true).one();
        var kept = database.sql("""
                insert into procedure_figures (procedure, figures, as_of) values (:procedure, :figures, :asOf)
                on conflict (procedure) do update set figures = excluded.figures, as_of = excluded.as_of
                where procedure_figures.as_of < excluded.as_of""").bind("procedure", procedure.value())
                .bind("figures", json.writeValueAsString(figures)).bind("asOf", figures.asOf()).then();
        return published.switchIfEmpty(Mono.error(Unpublished::refusal)).then(kept)
                .doOnSuccess(done -> known.remove(procedure));
    }

    /**
     * Empty where nothing was counted yet.
     *
     * @param procedure that is published, so that no more are remembered than there are
     */
    public Mono<Optional<ProcedureFigures>> of(ProcedureId procedure) {
        var now = clock.instant();
        var read = known.get(procedure);
        return read != null && Duration.between(read.at(), now).compareTo(FRESH) < 0
                ? Mono.just(read.figures())
                : read(procedure).doOnNext(figures -> known.put(procedure, new Read(figures, now)));
    }

    private Mono<Optional<ProcedureFigures>> read(ProcedureId procedure) {
        return database.sql("select figures from procedure_figures where procedure = :procedure")
                .bind("procedure", procedure.value())
                .map((Readable row) -> json.readValue(Columns.required(row, "figures", String.class),
                        ProcedureFigures.class))
                .one().map(Optional::of).defaultIfEmpty(Optional.empty());
    }
}
