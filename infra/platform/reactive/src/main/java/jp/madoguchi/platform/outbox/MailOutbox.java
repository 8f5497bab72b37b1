package jp.madoguchi.platform.outbox;

import jp.madoguchi.platform.mail.Mail;
import jp.madoguchi.platform.mail.MailSettings;
import jp.madoguchi.platform.mail.Mailer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import jp.madoguchi.platform.background.PeriodicWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Mail written beside the data it tells of: {@link #enqueue} joins the caller's transaction, so a step that is rolled back mails
 * nothing and a step that is committed mails at least once, whatever dies in between. A node takes due mails under a lease; if it dies,
 * another takes them when the lease ends, so in rare cases a mail arrives twice.
 */
public final class MailOutbox extends PeriodicWork {

    private static final Logger LOG = LoggerFactory.getLogger(MailOutbox.class);
    private static final Duration LEASE = Duration.ofMinutes(2);
    /** A whole batch, four at a time, ends within the lease even when every mail takes this long. */
    private static final Duration SENDING = Duration.ofSeconds(20);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final int BATCH = 20;

    private final DatabaseClient db;
    private final Mailer mailer;
    private final MailSettings settings;
    private final InstantSource clock;
    private final Scheduler scheduler;

    /** @param scheduler on which the mail server is waited for */
    MailOutbox(DatabaseClient db, Mailer mailer, MailSettings settings, InstantSource clock, Scheduler scheduler) {
        super(settings.poll());
        this.db = db;
        this.mailer = mailer;
        this.settings = settings;
        this.clock = clock;
        this.scheduler = scheduler;
    }

    /** Puts the mail down to be sent once the transaction this runs in is committed. */
    public Mono<Void> enqueue(Mail mail) {
        DatabaseClient.GenericExecuteSpec insert = db.sql("""
                insert into mail_outbox (recipient, subject, body, dedup_key, created_at, next_try_at)
                values (:to, :subject, :body, :key, :now, :now)
                on conflict (dedup_key) do nothing
                """)
                .bind("to", mail.to())
                .bind("subject", mail.subject())
                .bind("body", mail.body())
                .bind("now", at(clock.instant()));
        String key = mail.dedupKey();
        return (key == null ? insert.bindNull("key", String.class) : insert.bind("key", key)).then();
    }

    /** Since when mail does not reach this address: one was given up then, and none has arrived since. Empty if it does. */
    public Mono<Instant> unreachedSince(String recipient) {
        return db.sql("select since from mail_unreached where recipient = :to").bind("to", recipient)
                .map(row -> row.get("since", Instant.class)).one();
    }

    /** Sends what is due, once; how many were sent. Called by the background rounds, and by tests. */
    public Mono<Integer> sendDue() {
        return Flux.defer(this::take).flatMap(this::sendOne, 4).reduce(0, Integer::sum);
    }

    private Flux<Waiting> take() {
        Instant now = clock.instant();
        return db.sql("""
                update mail_outbox set next_try_at = :lease, attempts = attempts + 1
                where id in (select id from mail_outbox where next_try_at <= :now
                             order by next_try_at limit :batch for update skip locked)
                returning id, recipient, subject, body, attempts
                """)
                .bind("lease", at(now.plus(LEASE)))
                .bind("now", at(now))
                .bind("batch", BATCH)
                .map(row -> new Waiting(row.get("id", UUID.class), row.get("recipient", String.class),
                        row.get("subject", String.class), row.get("body", String.class),
                        row.get("attempts", Integer.class)))
                .all()
                // The whole batch is read before the first is sent: no connection is held while the mail server thinks.
                .collectList()
                .flatMapMany(Flux::fromIterable);
    }

    private Mono<Integer> sendOne(Waiting waiting) {
        return Mono.fromRunnable(() -> mailer.send(new Mail(waiting.to(), waiting.subject(), waiting.body())))
                .subscribeOn(scheduler)
                .timeout(SENDING)
                .then(Mono.defer(() -> sent(waiting)))
                .onErrorResume(failed -> putBack(waiting, failed));
    }

    /** The text goes as soon as it is sent: it may hold a link that opens something. */
    private Mono<Integer> sent(Waiting waiting) {
        return db.sql(
                "update mail_outbox set sent_at = :now, next_try_at = null, body = '', last_error = null where id = :id")
                .bind("now", at(clock.instant()))
                .bind("id", waiting.id())
                .then()
                .thenReturn(1);
    }

    private Mono<Integer> putBack(Waiting waiting, Throwable failed) {
        String reason = failed.getClass().getSimpleName();
        Instant now = clock.instant();
        if (waiting.attempts() >= settings.giveUpAfter()) {
            LOG.error("mail {} given up after {} attempts: {}", waiting.id(), waiting.attempts(), reason, failed);
            return db.sql(
                    "update mail_outbox set given_up_at = :now, next_try_at = null, last_error = :reason where id = :id")
                    .bind("now", at(now))
                    .bind("reason", reason)
                    .bind("id", waiting.id())
                    .then()
                    .thenReturn(0);
        }
        Duration wait = waitAfter(waiting.attempts());
        LOG.warn("mail {} not sent, attempt {}, again in {}: {}", waiting.id(), waiting.attempts(), wait, reason);
        return db.sql("update mail_outbox set next_try_at = :next, last_error = :reason where id = :id")
                .bind("next", at(now.plus(wait)))
                .bind("reason", reason)
                .bind("id", waiting.id())
                .then()
                .thenReturn(0);
    }

    private Duration waitAfter(int attempts) {
        Duration wait = settings.retryAfter().multipliedBy(1L << Math.min(attempts - 1, 20));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    Mono<Void> forgetOld() {
        return db.sql("delete from mail_outbox where sent_at < :before")
                .bind("before", at(clock.instant().minus(settings.keep())))
                .then();
    }

    @Override
    protected Mono<?> round() {
        return sendDue();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private record Waiting(UUID id, String to, String subject, String body, int attempts) {}
}
