package jp.madoguchi.identity.post;

import jp.madoguchi.platform.mail.Mail;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import jp.madoguchi.identity.seal.Seal;
import jp.madoguchi.platform.mail.Mailer;
import jp.madoguchi.platform.text.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sends mail. A letter is stored with the transaction that wants it sent and leaves within seconds; while the mail server
 * is away it waits. A letter can leave twice if the program dies between handing it over and noting that; never not at
 * all.
 */
@Component
public class Post {

    private static final Logger LOG = LoggerFactory.getLogger(Post.class);
    private static final String LABEL = "mail";
    private static final Duration GIVEN_UP_AFTER = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Seal seal;
    private final Mailer mailer;
    private final Letterhead letterhead;
    private final InstantSource clock;

    Post(JdbcClient jdbc, Seal seal, Mailer mailer, Letterhead letterhead, InstantSource clock) {
        this.letterhead = letterhead;
        this.jdbc = jdbc;
        this.seal = seal;
        this.mailer = mailer;
        this.clock = clock;
    }

    /**
     * Takes a letter on, as part of the running transaction if there is one.
     *
     * @param texts in whose language it is signed
     */
    public void send(Mail mail, Texts texts) {
        var signed = letterhead.on(mail, texts);
        jdbc.sql("insert into outgoing_mail (sealed, created_at, next_try_at) values (:sealed, :now, :now)")
                .param("sealed", seal.seal(written(signed), LABEL)).param("now", Timestamp.from(clock.instant()))
                .update();
    }

    @Scheduled(fixedDelay = 1000)
    void deliver() {
        Optional<Waiting> waiting = next();
        while (waiting.isPresent()) {
            Waiting taken = waiting.get();
            try {
                mailer.send(read(seal.open(taken.sealed(), LABEL)));
                remove(taken);
            } catch (MailException e) {
                putOff(taken, e);
            }
            waiting = next();
        }
    }

    /** Takes the next letter for this node: others see it again only after a while, longer with each try. */
    private Optional<Waiting> next() {
        Instant now = clock.instant();
        return jdbc.sql("""
                update outgoing_mail
                   set tries = tries + 1,
                       next_try_at = cast(:now as timestamptz) + make_interval(mins => least(power(2, tries)::int, 60))
                 where id = (select id from outgoing_mail where next_try_at <= :now
                              order by next_try_at limit 1 for update skip locked)
                returning id, sealed, created_at
                """).param("now", Timestamp.from(now)).query((row, number) -> new Waiting(row.getObject(1, UUID.class),
                row.getBytes(2), row.getTimestamp(3).toInstant())).optional();
    }

    private static String written(Mail mail) {
        return mail.to() + "\n" + mail.subject() + "\n" + mail.body();
    }

    private static Mail read(String written) {
        String[] parts = written.split("\n", 3);
        return new Mail(parts[0], parts[1], parts[2]);
    }

    private void putOff(Waiting taken, Exception why) {
        boolean givenUp = taken.createdAt().plus(GIVEN_UP_AFTER).isBefore(clock.instant());
        // Neither address nor text of the mail belongs in a log; the mail server's own words may hold the address.
        LOG.warn("mail {} could not be handed over ({}){}", taken.id(), why.getClass().getSimpleName(),
                givenUp ? "; given up after a day" : "; will be tried again");
        if (givenUp) {
            remove(taken);
        }
    }

    private void remove(Waiting taken) {
        jdbc.sql("delete from outgoing_mail where id = :id").param("id", taken.id()).update();
    }

    private record Waiting(UUID id, byte[] sealed, Instant createdAt) {}
}
