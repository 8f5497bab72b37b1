package jp.madoguchi.portal.fill;

import java.time.Duration;
import java.time.Instant;
import jp.madoguchi.exchange.FillEvent;
import jp.madoguchi.platform.database.Maybe;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Appends the steps of filling in, from where the back office takes them.
 */
@Component
public class FillLog {

    private static final String INSERT = """
            insert into fill_event (fill, at, type, procedure, version, page, questions, active_millis, measured, device, language)
            """;
    private static final String VALUES = """
            :fill, :step_at, :step, :step_procedure, :step_version, cast(:step_page as text), cast(:questions as text[]),
            cast(:active as integer), :measured, :device, :step_language""";

    private static final Duration CONFIRMED = Duration.ofDays(7);

    private final DatabaseClient database;

    FillLog(DatabaseClient database) {
        this.database = database;
    }

    public Mono<Void> append(FillStep step) {
        return bind(database.sql(INSERT + "values (" + VALUES + ")"), step).then();
    }

    /**
     * The tail of a statement that appends the step exactly where a preceding {@code with} query returned a row, so that a
     * change and its step are one statement. The bound step comes from {@link #bind}.
     */
    public static String appendedAfter(String query) {
        return INSERT + "select " + VALUES + " from " + query;
    }

    /**
     * The tail of a statement that appends a step without time for each row of a preceding {@code with} query.
     *
     * @param query whose rows have {@code fill}, {@code procedure}, {@code version}, {@code page}, {@code questions}, {@code device}
     *     and {@code language}; the step's time is bound as {@code now}
     */
    public static String appendedForEach(String query, FillEvent.Type type) {
        return "insert into fill_event (fill, at, type, procedure, version, page, questions, measured, device, language) "
                + "select fill, :now, '" + type.name()
                + "', procedure, version, cast(page as text), questions, false, device, "
                + "language from " + query;
    }

    /** Removes what the back office confirmed a week before. */
    public Mono<Void> removeConfirmed(Instant now) {
        return database.sql("delete from fill_event where acknowledged_at < :before")
                .bind("before", now.minus(CONFIRMED)).then();
    }

    public static GenericExecuteSpec bind(GenericExecuteSpec statement, FillStep step) {
        var active = step.active();
        return statement.bind("fill", step.run().fill()).bind("step_at", step.at()).bind("step", step.type().name())
                .bind("step_procedure", step.run().procedure().value()).bind("step_version", step.run().version())
                .bind("step_page", Maybe.of(step.page(), String.class))
                .bind("questions", step.questions().toArray(String[]::new))
                .bind("active", Maybe.of(active == null ? null : active.millis(), Integer.class))
                .bind("measured", active != null && active.measured()).bind("device", step.run().device().name())
                .bind("step_language", step.run().language());
    }
}
