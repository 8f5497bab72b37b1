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
import jp.madoguchi.platform.database.Maybe;
import jp.madoguchi.platform.trace.Tracing;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Mail written beside the data it tells of: {@link #enqueue} joins the caller's transaction, so a step that is rolled back mails
 * nothing and a step that is committed mails at least once, whatever dies in between; in rare cases a mail arrives twice.
 */
public final class MailOutbox extends PeriodicWork {

    private static final Logger LOG = LoggerFactory.getLogger(MailOutbox.class);
    private static final QueueTable TABLE = QueueTable.of("mail_outbox", "created_at", "recipient", "subject", "body",
            QueueTable.TRACE).keptWhenDone("sent_at = statement_timestamp()");
    /** The text goes as soon as it is sent: it may hold a link that opens something. */
    private static final QueueTable WITHOUT_TEXT = TABLE.keptWhenDone("sent_at = statement_timestamp(), body = ''");
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final Pace PACE = new Pace(4, Duration.ofSeconds(20));

    private final DatabaseClient db;
    private final Mailer mailer;
    private final MailSettings settings;
    private final Scheduler scheduler;
    private final Duration textKept;
    private final R2dbcQueue<Waiting> queue;

    /**
     * @param scheduler on which the mail server is waited for
     * @param tracing to go on with the traces in which mails were put in
     * @param textKept how long the text of a mail stays after it was sent, so that it can be sent again if it comes back; zero where nobody
     *            would hear of that
     */
    MailOutbox(DatabaseClient db, Mailer mailer, MailSettings settings, Scheduler scheduler, Duration textKept,
            Tracing tracing) {
        super(settings.poll());
        this.textKept = textKept;
        this.db = db;
        this.mailer = mailer;
        this.settings = settings;
        this.scheduler = scheduler;
        var longest = Collections.max(List.of(LONGEST_WAIT, settings.retryAfter()));
        var policy = RetryPolicy.lasting(LEASE, settings.retryAfter(), longest, settings.giveUpAfter());
        this.queue = new R2dbcQueue<>(db,
                new DurableQueue(textKept.isZero() ? WITHOUT_TEXT : TABLE, policy, MailFailure::told,
                        MailFailure::isForGood),
                Waiting::of, tracing);
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
        return new QueueSql(TABLE).putAfter(query, List.of("recipient", "subject", "body", QueueTable.TRACE));
    }

    /** @param traceparent the step of a trace that this is part of; null outside of any */
    public static GenericExecuteSpec bind(GenericExecuteSpec statement, Mail mail, @Nullable String traceparent) {
        return statement.bind("recipient", mail.to()).bind("subject", mail.subject()).bind("body", mail.body())
                .bind(QueueTable.TRACE, Maybe.of(traceparent, String.class));
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

    /** Mails that did not reach anybody: given up, or come back; the newest first, counted by {@link Lost}. */
    public Flux<Lost> lost(int most) {
        return db.sql("""
                select date_trunc('hour', coalesce(given_up_at, bounced_at)) as hour, coalesce(last_error, '') as error,
                    lower(split_part(recipient, '@', -1)) as domain, count(*) as mails,
                    count(*) filter (where body <> '') as resendable
                from mail_outbox where given_up_at is not null or bounced_at is not null
                group by 1, 2, 3 order by 1 desc, 4 desc, 2, 3 limit :most
                """).bind("most", most)
                .map(row -> new Lost(row.get("hour", Instant.class), row.get("error", String.class),
                        row.get("domain", String.class), row.get("mails", Long.class),
                        row.get("resendable", Long.class)))
                .all();
    }

    /**
     * Mails that failed in one hour for one reason at one kind of address.
     *
     * @param hour its beginning
     * @param error what was noted of the failure, such as {@code 550 5.1.1}
     * @param domain of the addresses, in lower case
     * @param mails how many, at least 1
     * @param resendable how many of them still have their text
     */
    public record Lost(Instant hour, String error, String domain, long mails, long resendable) {}

    /** Sends the mails of {@link Lost} once more, with all attempts anew; how many. A repeated call finds none. */
    public Mono<Long> resend(Instant hour, String error, String domain) {
        return db.sql("""
                update mail_outbox set next_try_at = statement_timestamp(), attempts = 0, lease = null, sent_at = null,
                    given_up_at = null, bounced_at = null
                where (given_up_at is not null or bounced_at is not null) and body <> ''
                    and coalesce(given_up_at, bounced_at) >= :hour
                    and coalesce(given_up_at, bounced_at) < cast(:hour as timestamptz) + interval '1 hour'
                    and coalesce(last_error, '') = :error and lower(split_part(recipient, '@', -1)) = :domain
                """).bind("hour", hour).bind("error", error).bind("domain", domain).fetch().rowsUpdated()
                .delayUntil(mails -> mails > 0 ? queue.wasPut() : Mono.empty());
    }

    /** Forgets what arrived. What was given up stays for good, and of what came back the log tells how many go. */
    Mono<Void> forgetOld() {
        return db
                .sql("""
                        update mail_outbox set body = ''
                        where body <> '' and bounced_at is null and sent_at < statement_timestamp() - make_interval(secs => :text)
                        """)
                .bind("text", (double) textKept.toSeconds()).then()
                .then(db.sql("""
                        delete from mail_outbox
                        where bounced_at is null and sent_at < statement_timestamp() - make_interval(secs => :keep)
                        """).bind("keep", (double) settings.keep().toSeconds()).then())
                .then(db.sql("""
                        delete from mail_outbox where bounced_at < statement_timestamp() - make_interval(secs => :keep)
                        """).bind("keep", (double) settings.keep().toSeconds()).fetch().rowsUpdated())
                .doOnNext(gone -> {
                    if (gone > 0) {
                        LOG.warn("{} mails that came back {} ago, and were not sent again, are deleted", gone,
                                settings.keep());
                    }
                }).then();
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
