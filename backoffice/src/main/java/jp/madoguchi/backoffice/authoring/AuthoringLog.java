package jp.madoguchi.backoffice.authoring;

import java.time.Instant;
import java.time.InstantSource;
import jp.madoguchi.backoffice.office.Staff;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Who did what to a procedure. */
@Component
public class AuthoringLog {

    private final DatabaseClient database;
    private final InstantSource clock;

    AuthoringLog(DatabaseClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** One line, in words. */
    public record Entry(Instant at, String who, String what, String detail) {}

    /** Joins the transaction of the caller. */
    Mono<Void> published(String procedure, int version, Staff by, int restores) {
        return database.sql("""
                insert into authoring_log (at, procedure_id, version, staff, staff_name, office, what, detail)
                values (:now, :procedure, :version, :staff, :name, :office, :what, :detail)
                """).bind("now", clock.instant()).bind("procedure", procedure).bind("version", version)
                .bind("staff", by.id()).bind("name", by.name()).bind("office", by.officeName())
                .bind("what", restores == 0 ? "published" : "restored")
                .bind("detail", restores == 0 ? "" : "第" + restores + "版の内容").then();
    }

    /** Of one procedure, the newest first, at most 200. */
    Flux<Entry> of(String procedure) {
        return database.sql("""
                select at, version, staff_name, office, what, detail from authoring_log
                where procedure_id = :procedure order by at desc, id desc limit 200
                """).bind("procedure", procedure).map(row -> new Entry(row.get("at", Instant.class),
                row.get("office", String.class) + " " + row.get("staff_name", String.class),
                "第" + row.get("version", Integer.class) + "版を"
                        + ("restored".equals(row.get("what", String.class)) ? "もとの版から戻しました" : "公開しました"),
                row.get("detail", String.class))).all();
    }
}
