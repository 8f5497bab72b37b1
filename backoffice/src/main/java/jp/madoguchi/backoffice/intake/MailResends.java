package jp.madoguchi.backoffice.intake;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.madoguchi.backoffice.office.Staff;
import jp.madoguchi.exchange.LostMails;
import jp.madoguchi.exchange.MailResend;
import jp.madoguchi.exchange.PortalExchange;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Has lost mails of the portal sent once more, and keeps who did so. */
@Component
public class MailResends {

    private final DatabaseClient database;
    private final PortalExchange portal;
    private final InstantSource clock;

    MailResends(DatabaseClient database, PortalExchange portal, InstantSource clock) {
        this.database = database;
        this.portal = portal;
        this.clock = clock;
    }

    /** How many went. It is noted first: what the portal did although its answer was lost stands in the record too. */
    Mono<Long> resend(List<LostMails.Batch> batches, String reason, Staff by) {
        return note(batches, reason, by).flatMap(id -> portal.resendMails(new MailResend(batches))
                .flatMap(sent -> database.sql("insert into mail_resend_result (resend, mails) values (:id, :mails)")
                        .bind("mails", sent.mails()).bind("id", id).then().thenReturn(sent.mails())));
    }

    private Mono<UUID> note(List<LostMails.Batch> batches, String reason, Staff by) {
        return database.sql("""
                insert into mail_resend_log (at, staff, staff_name, reason, chosen)
                values (:now, :staff, :name, :reason, :chosen) returning id
                """).bind("now", clock.instant()).bind("staff", by.id()).bind("name", by.name())
                .bind("reason", reason)
                .bind("chosen", batches.stream().map(MailChoice::written).collect(Collectors.joining("\n")))
                .map(row -> row.get("id", UUID.class)).one();
    }

    /**
     * One of them.
     *
     * @param mails how many went; null where the portal did not answer
     */
    public record Resend(Instant at, String staff, String reason, int batches, @Nullable Long mails) {}

    /** The newest first, at most 50. */
    Flux<Resend> last() {
        return database.sql("""
                select at, staff_name, reason, cardinality(string_to_array(chosen, chr(10))) as batches, mails
                from mail_resend_log left join mail_resend_result on resend = id order by at desc, id desc limit 50
                """).map(row -> new Resend(row.get("at", Instant.class), row.get("staff_name", String.class),
                row.get("reason", String.class), row.get("batches", Integer.class), row.get("mails", Long.class)))
                .all();
    }
}
