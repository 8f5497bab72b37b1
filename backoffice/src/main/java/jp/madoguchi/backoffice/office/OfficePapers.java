package jp.madoguchi.backoffice.office;

import java.time.Instant;
import java.time.InstantSource;

import io.r2dbc.spi.Readable;
import jp.madoguchi.platform.database.Maybe;
import jp.madoguchi.platform.problem.Refusal;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How each office signs its papers, and who changed that. */
@Component
public class OfficePapers {

    private static final String SELECT = """
            select o.code, o.name, coalesce(p.mark, o.name) as mark, coalesce(p.section, '') as section,
                coalesce(p.phone, '') as phone, p.signer, p.seal_omitted, coalesce(p.revision, 0) as revision
            from office o left join office_paper p on p.office = o.code\s""";

    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final InstantSource clock;

    OfficePapers(DatabaseClient database, TransactionalOperator transaction, InstantSource clock) {
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Empty where no office has this code. */
    public Mono<OfficePaper> of(String code) {
        return database.sql(SELECT + "where o.code = :code").bind("code", code).map(OfficePapers::read).one();
    }

    /** Of all offices, in the city's own order; those that were closed last. */
    public Flux<OfficePaper> all() {
        return database.sql(SELECT + "order by o.closed_at is not null, o.position, o.code").map(OfficePapers::read)
                .all();
    }

    /** How a new office signs its papers, until somebody settles it; nothing where it was settled, or another has the mark. */
    Mono<Void> begin(String code, String mark) {
        return database.sql("insert into office_paper (office, mark) values (:office, :mark) on conflict do nothing")
                .bind("office", code).bind("mark", mark).then();
    }

    /** One change. */
    public record Change(Instant at, String staff, String who, String before, String after) {}

    /** The newest first, at most 100. */
    public Flux<Change> changes(String code) {
        return database.sql("""
                select at, staff, staff_name, before, after from office_paper_log where office = :code
                order by at desc, id desc limit 100
                """).bind("code", code).map(row -> new Change(row.get("at", Instant.class),
                row.get("staff", String.class), row.get("staff_name", String.class), row.get("before", String.class),
                row.get("after", String.class)))
                .all();
    }

    /**
     * Keeps the settings and who changed them. The same once more changes nothing.
     *
     * @param wanted its revision is the one that was seen
     * @throws Refusal.Conflict (as an error signal) where somebody has changed them since
     * @throws MarkTaken where another office counts under the same mark
     */
    public Mono<Void> keep(OfficePaper wanted, Staff by) {
        var kept = database.sql("""
                insert into office_paper (office, mark, section, phone, signer, seal_omitted, revision)
                values (:office, :mark, :section, :phone, :signer, :seal, :seen + 1)
                on conflict (office) do update set mark = excluded.mark, section = excluded.section,
                    phone = excluded.phone, signer = excluded.signer, seal_omitted = excluded.seal_omitted,
                    revision = excluded.revision
                where office_paper.revision = :seen
                """).bind("office", wanted.code()).bind("mark", wanted.mark()).bind("section", wanted.section())
                .bind("phone", wanted.phone())
                .bind("signer", Maybe.of(wanted.signer(), String.class))
                .bind("seal", Maybe.of(wanted.sealOmitted(), Boolean.class))
                .bind("seen", wanted.revision()).fetch().rowsUpdated()
                .onErrorMap(DataIntegrityViolationException.class, MarkTaken::new);
        return transaction.transactional(of(wanted.code()).filter(now -> !now.words().equals(wanted.words()))
                .flatMap(now -> kept.flatMap(rows -> rows == 1
                        ? note(now, wanted, by)
                        : Mono.error(new Refusal.Conflict("changed-meanwhile",
                                "確認している間に、この窓口の設定が変更されました。画面を開き直して、いまの設定を見てください。")))));
    }

    private Mono<Void> note(OfficePaper before, OfficePaper after, Staff by) {
        return database.sql("""
                insert into office_paper_log (at, office, staff, staff_name, before, after)
                values (:now, :office, :staff, :name, :before, :after)
                """).bind("now", clock.instant()).bind("office", after.code()).bind("staff", by.id())
                .bind("name", by.name()).bind("before", before.words()).bind("after", after.words()).then();
    }

    /** Two offices never count one run of document numbers. */
    public static final class MarkTaken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        MarkTaken(Throwable cause) {
            super("the mark belongs to another office", cause);
        }
    }

    private static OfficePaper read(Readable row) {
        return new OfficePaper(row.get("code", String.class), row.get("name", String.class),
                row.get("mark", String.class), row.get("section", String.class), row.get("phone", String.class),
                row.get("signer", String.class), row.get("seal_omitted", Boolean.class),
                row.get("revision", Integer.class));
    }
}
