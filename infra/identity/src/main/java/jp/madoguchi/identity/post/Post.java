package jp.madoguchi.identity.post;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import jp.madoguchi.identity.seal.Seal;
import jp.madoguchi.platform.mail.Mail;
import jp.madoguchi.platform.mail.MailFailure;
import jp.madoguchi.platform.mail.Mailer;
import jp.madoguchi.platform.queue.DurableQueue;
import jp.madoguchi.platform.queue.QueueStatus;
import jp.madoguchi.platform.queue.QueueTable;
import jp.madoguchi.platform.queue.RetryPolicy;
import jp.madoguchi.platform.queue.jdbc.JdbcQueue;
import jp.madoguchi.platform.text.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Sends mail. It is stored, sealed, with the transaction that wants it sent and leaves within seconds; while the mail server is away it
 * waits, at most about a day. A mail can leave twice if the program dies between handing it over and noting that; never not at all.
 */
@Component
public class Post {

    private static final Logger LOG = LoggerFactory.getLogger(Post.class);
    private static final Instant AT_ONCE = Instant.EPOCH;
    private static final String LABEL = "mail";
    private static final QueueTable TABLE = QueueTable.of("outgoing_mail", "created_at", "sealed");
    /** The waits of thirty attempts, 1, 2, 4 … 60 minutes, are about a day; by then what a mail tells is out of date. */
    private static final RetryPolicy POLICY = new RetryPolicy(Duration.ofMinutes(2), Duration.ofMinutes(1),
            Duration.ofHours(1), 30);

    private final JdbcClient jdbc;
    private final Seal seal;
    private final Mailer mailer;
    private final Letterhead letterhead;
    private final JdbcQueue<byte[]> queue;

    private final TaskScheduler soon;

    Post(JdbcClient jdbc, Seal seal, Mailer mailer, Letterhead letterhead, TaskScheduler soon) {
        this.jdbc = jdbc;
        this.soon = soon;
        this.seal = seal;
        this.mailer = mailer;
        this.letterhead = letterhead;
        // Neither address nor text of a mail belongs in a log.
        this.queue = new JdbcQueue<>(jdbc,
                new DurableQueue(TABLE, POLICY, MailFailure::told, MailFailure::isForGood),
                (row, number) -> row.getBytes("sealed"));
    }

    /**
     * Takes a letter on, as part of the running transaction if there is one.
     *
     * @param texts in whose language it is signed
     */
    public void send(Mail mail, Texts texts) {
        queue.put(Map.of("sealed", seal.seal(written(letterhead.on(mail, texts)), LABEL)));
        afterCommit(() -> soon.schedule(this::deliver, AT_ONCE));
    }

    /** At once where there is no transaction. */
    private static void afterCommit(Runnable work) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            work.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                work.run();
            }
        });
    }

    QueueStatus status() {
        return queue.status();
    }

    /** Now and then also for what is to be tried again, and for what a program left that died. */
    @Scheduled(fixedDelay = 15, timeUnit = TimeUnit.SECONDS)
    void deliver() {
        queue.work(sealed -> mailer.send(read(seal.open(sealed, LABEL)), UUID.randomUUID()));
    }

    @Scheduled(cron = "0 47 * * * *")
    void forgetGivenUp() {
        int gone = jdbc
                .sql("delete from outgoing_mail where given_up_at < statement_timestamp() - interval '30 days'")
                .update();
        if (gone > 0) {
            LOG.warn("{} mails that were given up 30 days ago, and never left, are deleted", gone);
        }
    }

    private static String written(Mail mail) {
        return mail.to() + "\n" + mail.subject() + "\n" + mail.body();
    }

    private static Mail read(String written) {
        String[] parts = written.split("\n", 3);
        return new Mail(parts[0], parts[1], parts[2]);
    }
}
