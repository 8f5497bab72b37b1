package jp.madoguchi.identity.post;

import java.time.Duration;
import java.util.Map;
import jp.madoguchi.identity.seal.Seal;
import jp.madoguchi.platform.mail.Mail;
import jp.madoguchi.platform.mail.Mailer;
import jp.madoguchi.platform.queue.DurableQueue;
import jp.madoguchi.platform.queue.QueueStatus;
import jp.madoguchi.platform.queue.QueueTable;
import jp.madoguchi.platform.queue.RetryPolicy;
import jp.madoguchi.platform.queue.jdbc.JdbcQueue;
import jp.madoguchi.platform.text.Texts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sends mail. It is stored, sealed, with the transaction that wants it sent and leaves within seconds; while the mail server is away it
 * waits, at most about a day. A mail can leave twice if the program dies between handing it over and noting that; never not at all.
 */
@Component
public class Post {

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

    Post(JdbcClient jdbc, Seal seal, Mailer mailer, Letterhead letterhead) {
        this.jdbc = jdbc;
        this.seal = seal;
        this.mailer = mailer;
        this.letterhead = letterhead;
        // Neither address nor text of a mail belongs in a log; the mail server's own words may hold the address.
        this.queue = new JdbcQueue<>(jdbc, new DurableQueue(TABLE, POLICY, failed -> failed.getClass().getSimpleName()),
                (row, number) -> row.getBytes("sealed"));
    }

    /**
     * Takes a letter on, as part of the running transaction if there is one.
     *
     * @param texts in whose language it is signed
     */
    public void send(Mail mail, Texts texts) {
        queue.put(Map.of("sealed", seal.seal(written(letterhead.on(mail, texts)), LABEL)));
    }

    QueueStatus status() {
        return queue.status();
    }

    @Scheduled(fixedDelay = 1000)
    void deliver() {
        queue.work(sealed -> mailer.send(read(seal.open(sealed, LABEL))));
    }

    @Scheduled(cron = "0 47 * * * *")
    void forgetGivenUp() {
        jdbc.sql("delete from outgoing_mail where given_up_at < statement_timestamp() - interval '30 days'").update();
    }

    private static String written(Mail mail) {
        return mail.to() + "\n" + mail.subject() + "\n" + mail.body();
    }

    private static Mail read(String written) {
        String[] parts = written.split("\n", 3);
        return new Mail(parts[0], parts[1], parts[2]);
    }
}
