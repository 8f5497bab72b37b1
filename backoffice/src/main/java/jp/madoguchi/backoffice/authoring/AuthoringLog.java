package jp.madoguchi.backoffice.authoring;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import jp.madoguchi.backoffice.office.Staff;
import jp.madoguchi.forms.ProcedureId;
import jp.madoguchi.platform.calendar.EraDate;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Who did what to a procedure. */
@Component
public class AuthoringLog {

    private static final Pattern PLAIN_DAY = Pattern
            .compile("(?<=再開の予定 |入力の途中の申請は)\\d{4}-\\d\\d-\\d\\d");

    private final DatabaseClient database;
    private final InstantSource clock;

    AuthoringLog(DatabaseClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** One line, in words. */
    public record Entry(Instant at, String who, String what, String detail) {}

    /** Joins the transaction of the caller. */
    public Mono<Void> published(ProcedureId procedure, int version, Staff by, int restores) {
        return add(procedure, version, by, restores == 0 ? "published" : "restored",
                restores == 0 ? "" : "第" + restores + "版の内容");
    }

    /** Joins the transaction of the caller. */
    Mono<Void> stands(ProcedureId procedure, int version, Staff by, Standing standing) {
        var detail = new StringBuilder(standing.reason());
        if (standing.until() != null) {
            detail.append(detail.isEmpty() ? "" : "／").append("再開の予定 ").append(EraDate.written(standing.until()));
        }
        if (!standing.isOpen()) {
            detail.append("／").append(
                    standing.finishBy() == null
                            ? "入力の途中の申請は提出できない"
                            : "入力の途中の申請は" + EraDate.written(standing.finishBy()) + "まで");
        }
        return add(procedure, version, by, standing.state().name().toLowerCase(Locale.ROOT), detail.toString());
    }

    private Mono<Void> add(ProcedureId procedure, int version, Staff by, String what, String detail) {
        return database.sql("""
                insert into authoring_log (at, procedure_id, version, staff, staff_name, office, what, detail)
                values (:now, :procedure, :version, :staff, :name, :office, :what, :detail)
                """).bind("now", clock.instant()).bind("procedure", procedure.value()).bind("version", version)
                .bind("staff", by.id()).bind("name", by.name()).bind("office", by.officeName()).bind("what", what)
                .bind("detail", detail).then();
    }

    /** Who did something last, as the reader knows them; empty where nobody is written down. */
    public Mono<String> lastBy(ProcedureId procedure, Staff reader, List<String> deeds) {
        return database.sql("""
                select staff, staff_name, office from authoring_log
                where procedure_id = :procedure and what = any(:deeds) order by at desc, id desc limit 1
                """).bind("procedure", procedure.value()).bind("deeds", deeds.toArray(String[]::new))
                .map(row -> reader.id().equals(row.get("staff", String.class))
                        ? "あなたがほかの画面で"
                        : row.get("office", String.class) + " " + row.get("staff_name", String.class) + " さんが")
                .one();
    }

    private static String words(String what, int version) {
        return switch (what) {
            case "restored" -> "第" + version + "版をもとの版から戻しました";
            case "paused" -> "受付を停止しました";
            case "withdrawn" -> "受付を終了しました";
            case "open" -> "受付を再開しました";
            default -> "第" + version + "版を公開しました";
        };
    }

    /** Days were once written down as the database writes them. */
    private static String inWords(String detail) {
        return PLAIN_DAY.matcher(detail).replaceAll(day -> EraDate.written(LocalDate.parse(day.group())));
    }

    /** Of one procedure, the newest first, at most 200. */
    public Flux<Entry> of(ProcedureId procedure) {
        return database.sql("""
                select at, version, staff_name, office, what, detail from authoring_log
                where procedure_id = :procedure order by at desc, id desc limit 200
                """).bind("procedure", procedure.value()).map(row -> new Entry(row.get("at", Instant.class),
                row.get("office", String.class) + " " + row.get("staff_name", String.class),
                words(String.valueOf(row.get("what", String.class)), row.get("version", Integer.class)),
                inWords(row.get("detail", String.class)))).all();
    }
}
