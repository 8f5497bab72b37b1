package jp.madoguchi.backoffice.audit;

import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import jp.madoguchi.backoffice.casework.AccessLog;
import jp.madoguchi.backoffice.office.Staff;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The access log in an append-only table (個人情報保護法66条). */
@Component
class CaseAccessLog implements AccessLog {

    private final DatabaseClient database;
    private final InstantSource clock;

    CaseAccessLog(DatabaseClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Mono<Void> looked(UUID caseId, Staff by, String what) {
        return database.sql("""
                insert into case_access (case_id, at, staff, staff_name, office, what)
                values (:case, :at, :staff, :name, :office, :what)
                """).bind("case", caseId).bind("at", clock.instant()).bind("staff", by.id()).bind("name", by.name())
                .bind("office", by.officeName()).bind("what", what).then();
    }

    @Override
    public Mono<String> officeOf(String staff) {
        return database.sql("select office from case_access where staff = :staff order by at desc limit 1")
                .bind("staff", staff).map(row -> row.get("office", String.class)).one();
    }

    @Override
    public Flux<Access> of(UUID caseId, int most) {
        return database.sql("""
                select at, staff_name, office, what from case_access where case_id = :case
                order by at desc, id desc limit :most
                """).bind("case", caseId).bind("most", most)
                .map(row -> new Access(row.get("at", Instant.class), row.get("staff_name", String.class),
                        row.get("office", String.class), row.get("what", String.class)))
                .all();
    }
}
