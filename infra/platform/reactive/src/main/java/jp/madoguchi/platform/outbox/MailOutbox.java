package jp.madoguchi.platform.outbox;

import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.madoguchi.platform.background.PeriodicWork;
import jp.madoguchi.platform.mail.Mail;
import jp.madoguchi.platform.mail.MailFailure;
import jp.madoguchi.platform.mail.MailSettings;
import jp.madoguchi.platform.mail.Mailer;
import jp.madoguchi.platform.queue.DurableQueue;
import jp.madoguchi.platform.queue.DurableQueue.Pace;
import jp.madoguchi.platform.queue.QueueSql;
import jp.madoguchi.platform.queue.QueueStatus;
import jp.madoguchi.platform.queue.QueueTable;
import jp.madoguchi.platform.queue.RetryPolicy;
import jp.madoguchi.platform.queue.r2dbc.R2dbcQueue;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Mail written beside the data it tells of: {@link #enqueue} joins the caller's transaction, so a step that is rolled back mails
 * nothing and a step that is committed mails at least once, whatever dies in between; in rare cases a mail arrives twice.
 */
public final class MailOutbox extends PeriodicWork {

    /** The text goes as soon as it is sent: it may hold a link that opens something. */
    private static final QueueTable TABLE = QueueTable.of("mail_outbox", "created_at", "recipient", "subject", "body")
            .keptWhenDone("sent_at = statement_timestamp(), body = ''");
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final Pace PACE = new Pace(4, Duration.ofSeconds(20));

    private final DatabaseClient db;
    private final Mailer mailer;
    private final MailSettings settings;
    private final Scheduler scheduler;
    private final R2dbcQueue<Waiting> queue;

    /** @param scheduler on which the mail server is waited for */
    MailOutbox(DatabaseClient db, Mailer mailer, MailSettings settings, Scheduler scheduler) {
        super(settings.poll());
        this.db = db;
        this.mailer = mailer;
        this.settings = settings;
        this.scheduler = scheduler;
        var longest = Collections.max(List.of(LONGEST_WAIT, settings.retryAfter()));
        var policy = RetryPolicy.lasting(LEASE, settings.retryAfter(), longest, settings.giveUpAfter());
        this.queue = new R2dbcQueue<>(db,
                new DurableQueue(TABLE, policy, MailFailure::told, MailFailure::isForGood), Waiting::of);
    }

    /** Puts the mail down to be sent once the transaction this runs in is committed. */
    public Mono<Void> enqueue(Mail mail) {
        var row = new HashMap<String, Object>(
                Map.of("recipient", mail.to(), "subject", mail.subject(), "body", mail.body()));
        if (mail.dedupKey() != null) {
            row.put("dedup_key", mail.dedupKey());
        }
        return queue.put(row).then();
    }

    /**
     * The part of a statement that puts in a mail for each row that a preceding {@code with} query returned. Its parameters are those of
     * {@link #bind}; {@link #enqueued} comes after the statement.
     */
    public static String enqueuedAfter(String query) {
        return new QueueSql(TABLE).putAfter(query, List.of("recipient", "subject", "body"));
    }

    public static GenericExecuteSpec bind(GenericExecuteSpec statement, Mail mail) {
        return statement.bind("recipient", mail.to()).bind("subject", mail.subject()).bind("body", mail.body());
    }

    /** Has a mail that was put in by another statement sent at once. */
    public Mono<Void> enqueued() {
        return queue.wasPut();
    }

    /** Since when mail does not reach this address: one was given up then, and none has arrived since. Empty if it does. */
    public Mono<Instant> unreachedSince(String recipient) {
        return db.sql("select since from mail_unreached where recipient = :to").bind("to", recipient)
                .map(row -> row.get("since", Instant.class)).one();
    }

    /** Sends what is due, once; how many were sent. */
    Mono<Long> sendDue() {
        return queue.work(PACE,
                waiting -> Mono.fromRunnable(() -> mailer.send(waiting.mail(), waiting.id())).subscribeOn(scheduler));
    }

    Mono<QueueStatus> status() {
        return queue.status();
    }

    Mono<Void> forgetOld() {
        return db.sql("delete from mail_outbox where sent_at < statement_timestamp() - make_interval(secs => :keep)")
                .bind("keep", (double) settings.keep().toSeconds()).then();
    }

    /** As long as there is something to send. */
    @Override
    protected Mono<?> round() {
        return sendDue().repeat().takeUntil(sent -> sent == 0).then();
    }

    @Override
    protected Mono<?> pause(Duration atMost) {
        return queue.due(atMost);
    }

    private record Waiting(UUID id, String to, String subject, String body) {

        static Waiting of(Readable row) {
            return new Waiting(row.get("id", UUID.class), row.get("recipient", String.class),
                    row.get("subject", String.class),
                    row.get("body", String.class));
        }

        Mail mail() {
            return new Mail(to, subject, body);
        }
    }
}
