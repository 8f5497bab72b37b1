package jp.madoguchi.portal.submission;

import java.time.Instant;
import java.util.Map;
import jp.madoguchi.forms.ProcedureId;
import jp.madoguchi.platform.database.Columns;
import jp.madoguchi.portal.catalogue.LatelyApplied;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Counts what was handed in, by procedure.
 */
@Component
class SubmissionCounts implements LatelyApplied {
    private final DatabaseClient database;

    SubmissionCounts(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Map<ProcedureId, Long>> since(Instant since, int least) {
        return database.sql("""
                select procedure, count(*) as times from submission where arrived_at > :since
                group by procedure having count(*) >= :least""").bind("since", since).bind("least", least)
                .map(row -> Map.entry(new ProcedureId(Columns.required(row, "procedure", String.class)),
                        Columns.required(row, "times", Long.class)))
                .all().collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }
}
