package jp.madoguchi.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jp.madoguchi.platform.PortalDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.scheduler.Schedulers;

/** Mail that comes back, in a real IMAP mailbox. */
class BounceReaderTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final UUID mail = UUID.randomUUID();
    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
    private PortalDatabase database;
    private GreenMailUser mailbox;
    private BounceReader reader;

    @BeforeEach
    void open() {
        database = new PortalDatabase();
        server.start();
        mailbox = server.setUser("bounces@city.example.jp", "bounces", "secret");
        var settings = new BounceSettings("127.0.0.1", server.getImap().getPort(), false, "bounces", "secret", "INBOX",
                Duration.ofMinutes(1), Duration.ofDays(1));
        reader = new BounceReader(database.client(), new BounceMailbox(settings), settings,
                Schedulers.boundedElastic());
        database.client().sql("""
                insert into mail_outbox (id, recipient, subject, body, created_at, sent_at)
                values (:id, 'hanako@example.jp', 'お知らせ', '', now(), now())
                """).bind("id", mail).then().block(TIMEOUT);
    }

    @AfterEach
    void close() {
        server.stop();
        database.close();
    }

    @Test
    void anAddressWhoseMailCameBackIsNotReachedUntilOneArrives() throws MessagingException {
        deliver(report("failed", "5.1.1", "text/rfc822-headers", mail + "@city.example.jp"));

        assertThat(reader.readOnce().block(TIMEOUT)).isEqualTo(1L);
        assertThat(unreached()).containsExactly("hanako@example.jp");
        assertThat(text("select last_error from mail_outbox")).containsExactly("came back: 5.1.1");
        assertThat(reader.readOnce().block(TIMEOUT)).as("each is read once").isZero();

        database.client().sql("""
                insert into mail_outbox (recipient, subject, body, created_at, sent_at)
                values ('hanako@example.jp', 'お知らせ', '', now(), now() + interval '1 minute')
                """).then().block(TIMEOUT);
        assertThat(unreached()).isEmpty();
    }

    @Test
    void aWholeMailMayComeBackToo() throws MessagingException {
        deliver(report("Failed", "5.2.2 (mailbox full)", "message/rfc822", mail + "@city.example.jp"));

        assertThat(reader.readOnce().block(TIMEOUT)).isEqualTo(1L);
        assertThat(unreached()).containsExactly("hanako@example.jp");
    }

    @ParameterizedTest
    @ValueSource(strings = {"delayed", "relayed", "delivered"})
    void aDelayIsNoFailure(String action) throws MessagingException {
        deliver(report(action, "4.4.1", "text/rfc822-headers", mail + "@city.example.jp"));

        assertThat(reader.readOnce().block(TIMEOUT)).isZero();
        assertThat(unreached()).isEmpty();
    }

    /** Somebody looks at what is flagged; nothing is deleted. */
    @ParameterizedTest
    @ValueSource(strings = {"", "not-ours@elsewhere.example", "00000000-0000-0000-0000-000000000000@city.example.jp",
            "' or 1=1 --@x"})
    void whatIsAboutNoMailOfOursIsFlagged(String id) throws MessagingException {
        deliver(id.isEmpty()
                ? "From: taro@example.jp\r\nTo: bounces@city.example.jp\r\nSubject: hello\r\n\r\nWhy do I get this?\r\n"
                : report("failed", "5.1.1", "text/rfc822-headers", id));

        assertThat(reader.readOnce().block(TIMEOUT)).isZero();
        assertThat(unreached()).isEmpty();
        assertThat(Arrays.stream(server.getReceivedMessages())).singleElement()
                .satisfies(message -> {
                    assertThat(message.isSet(Flags.Flag.FLAGGED)).isTrue();
                    assertThat(message.isSet(Flags.Flag.SEEN)).isTrue();
                });
    }

    @Test
    void aServerThatIsAwayIsAskedAgain() throws MessagingException {
        deliver(report("failed", "5.1.1", "text/rfc822-headers", mail + "@city.example.jp"));
        server.stop();
        assertThat(reader.readOnce().onErrorReturn(-1L).block(TIMEOUT)).isEqualTo(-1L);
        assertThat(unreached()).isEmpty();
    }

    private void deliver(String message) throws MessagingException {
        mailbox.deliver(new MimeMessage(Session.getInstance(new Properties()),
                new ByteArrayInputStream(message.getBytes(StandardCharsets.UTF_8))));
    }

    /** As RFC 3464 has it in its examples. */
    private static String report(String action, String status, String returned, String messageId) {
        return """
                Return-Path: <>
                From: MAILER-DAEMON@mx.example.jp
                To: bounces@city.example.jp
                Subject: Undelivered Mail Returned to Sender
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="part"

                --part
                Content-Type: text/plain

                The mail could not be delivered.

                --part
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example.jp

                Final-Recipient: rfc822; hanako@example.jp
                Action: %s
                Status: %s

                --part
                Content-Type: %s

                From: tetsuzuki@city.example.jp
                To: hanako@example.jp
                Message-ID: <%s>
                Subject: notice

                --part--
                """.formatted(action, status, returned, messageId).replace("\n", "\r\n");
    }

    private List<String> unreached() {
        return text("select recipient from mail_unreached");
    }

    private List<String> text(String sql) {
        return database.client().sql(sql).map(row -> Objects.requireNonNull(row.get(0, String.class))).all().toStream()
                .toList();
    }
}
