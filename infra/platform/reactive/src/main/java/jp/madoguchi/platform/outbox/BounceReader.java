package jp.madoguchi.platform.outbox;

import java.util.ArrayList;
import java.util.List;

import jakarta.mail.MessagingException;
import jp.madoguchi.platform.background.PeriodicWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Notes which mails came back. Two copies of the program may read the same mailbox: a mail is noted once. */
final class BounceReader extends PeriodicWork {

    private static final Logger LOG = LoggerFactory.getLogger(BounceReader.class);

    private final DatabaseClient db;
    private final BounceMailbox mailbox;
    private final Scheduler scheduler;

    BounceReader(DatabaseClient db, BounceMailbox mailbox, BounceSettings settings, Scheduler scheduler) {
        super(settings.poll());
        this.db = db;
        this.mailbox = mailbox;
        this.scheduler = scheduler;
    }

    @Override
    protected Mono<?> round() {
        return readOnce();
    }

    /** One look; how many reports on our mails were found. */
    Mono<Long> readOnce() {
        return Mono.fromCallable(() -> {
            // Marked as read only after it was kept, so a database that is away loses no report.
            List<DeliveryReport> noted = new ArrayList<>();
            mailbox.look(report -> Boolean.TRUE.equals(note(report).block()) && noted.add(report));
            return (long) noted.size();
        }).subscribeOn(scheduler).doOnError(MessagingException.class,
                away -> LOG.warn("the mailbox of bounces cannot be read: {}", away.getClass().getSimpleName()))
                .doOnNext(count -> {
                    if (count > 0) {
                        LOG.info("{} mails came back", count);
                    }
                });
    }

    private Mono<Boolean> note(DeliveryReport report) {
        return db.sql("""
                update mail_outbox set bounced_at = coalesce(bounced_at, statement_timestamp()), last_error = :status
                where id = :id and sent_at is not null
                """).bind("status", "came back: " + report.status()).bind("id", report.mail()).fetch().rowsUpdated()
                .map(rows -> rows > 0);
    }
}
