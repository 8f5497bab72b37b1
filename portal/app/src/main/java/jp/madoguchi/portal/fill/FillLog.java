package jp.madoguchi.portal.fill;

import jp.madoguchi.portal.database.Maybe;
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

    public static GenericExecuteSpec bind(GenericExecuteSpec statement, FillStep step) {
        var active = step.active();
        return statement.bind("fill", step.run().fill()).bind("step_at", step.at()).bind("step", step.type().name())
                .bind("step_procedure", step.run().procedure()).bind("step_version", step.run().version())
                .bind("step_page", Maybe.of(step.page(), String.class))
                .bind("questions", step.questions().toArray(String[]::new))
                .bind("active", Maybe.of(active == null ? null : active.millis(), Integer.class))
                .bind("measured", active != null && active.measured()).bind("device", step.run().device().name())
                .bind("step_language", step.run().language());
    }
}
