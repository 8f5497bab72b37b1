package jp.madoguchi.platform.outbox;

import jp.madoguchi.platform.mail.Mail;
import jp.madoguchi.platform.mail.MailSettings;
import jp.madoguchi.platform.mail.Mailer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import jp.madoguchi.platform.PortalDatabase;
import jp.madoguchi.testkit.MovableClock;
import jp.madoguchi.testkit.FreePort;
import jp.madoguchi.testkit.Letter;
import jp.madoguchi.testkit.Mailbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

class MailOutboxTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final MailSettings SETTINGS = new MailSettings("madoguchi@example.jp", "神戸市 手続き窓口",
            Duration.ofMillis(100), Duration.ofSeconds(10), 3, Duration.ofDays(30));

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-20T01:00:00Z"));
    private PortalDatabase database;
    private Mailbox mailbox;

    @BeforeEach
    void open() {
        database = new PortalDatabase();
        mailbox = Mailbox.start();
    }

    @AfterEach
    void close() {
        mailbox.close();
        database.close();
    }

    @Test
    void sendsWhatWasCommittedOnce() {
        MailOutbox outbox = outbox(mailbox.port());
        Mono<Void> step = outbox.enqueue(mail().once("case-1-approved"));
        database.transaction().transactional(step).block(PATIENCE);
        database.transaction().transactional(step).block(PATIENCE);

        assertThat(outbox.sendDue().block(PATIENCE)).isEqualTo(1);
        assertThat(outbox.sendDue().block(PATIENCE)).isZero();

        assertThat(mailbox.letters()).singleElement().satisfies(letter -> {
            assertThat(letter.subject()).isEqualTo("手続きの結果が出ました");
            assertThat(letter.text()).contains("ご確認ください");
            assertThat(letter.to()).containsExactly("hanako@example.jp");
        });
        assertThat(text("select body from mail_outbox")).isEmpty();
    }

    /** Addresses that Japanese carriers gave out until 2009; a form takes them, so mail must reach them. */
    @Test
    void sendsToAddressesWithOddDots() {
        MailOutbox outbox = outbox(mailbox.port());
        for (var to : List.of("hanako..k@docomo.ne.jp", "taro.@ezweb.ne.jp")) {
            outbox.enqueue(new Mail(to, "お知らせ", "本文")).block(PATIENCE);
        }

        assertThat(outbox.sendDue().block(PATIENCE)).isEqualTo(2);
        assertThat(mailbox.letters()).flatExtracting(Letter::to).map(to -> to.replace("\"", ""))
                .containsExactlyInAnyOrder("hanako..k@docomo.ne.jp", "taro.@ezweb.ne.jp");
    }

    @Test
    void tellsWhomMailDoesNotReachUntilOneArrives() {
        MailOutbox away = outbox(FreePort.find());
        away.enqueue(mail()).block(PATIENCE);
        assertThat(away.unreachedSince("hanako@example.jp").block(PATIENCE)).isNull();
        for (int attempt = 0; attempt < 3; attempt++) {
            away.sendDue().block(PATIENCE);
            clock.pass(Duration.ofHours(2));
        }
        assertThat(away.unreachedSince("hanako@example.jp").block(PATIENCE)).isBefore(clock.instant());
        assertThat(away.unreachedSince("taro@example.jp").block(PATIENCE)).isNull();

        MailOutbox back = outbox(mailbox.port());
        back.enqueue(mail()).block(PATIENCE);
        assertThat(back.sendDue().block(PATIENCE)).isEqualTo(1);
        assertThat(back.unreachedSince("hanako@example.jp").block(PATIENCE)).isNull();
    }

    @Test
    void sendsNothingForAStepThatWasRolledBack() {
        MailOutbox outbox = outbox(mailbox.port());
        Mono<Void> step = outbox.enqueue(mail()).then(Mono.error(new IllegalStateException("the step failed")));

        database.transaction().transactional(step).onErrorComplete().block(PATIENCE);

        assertThat(outbox.sendDue().block(PATIENCE)).isZero();
        assertThat(mailbox.letters()).isEmpty();
    }

    @Test
    void triesAgainLaterAndAtLastGivesUp() {
        MailOutbox away = outbox(FreePort.find());
        away.enqueue(mail()).block(PATIENCE);

        assertThat(away.sendDue().block(PATIENCE)).isZero();
        assertThat(outbox(mailbox.port()).sendDue().block(PATIENCE)).as("not before its time").isZero();
        clock.pass(Duration.ofSeconds(11));
        assertThat(away.sendDue().block(PATIENCE)).isZero();
        clock.pass(Duration.ofSeconds(21));
        assertThat(outbox(mailbox.port()).sendDue().block(PATIENCE)).isEqualTo(1);

        away.enqueue(mail()).block(PATIENCE);
        for (int n = 0; n < 4; n++) {
            away.sendDue().block(PATIENCE);
            clock.pass(Duration.ofHours(2));
        }
        assertThat(text("select attempts || ' ' || (given_up_at is not null) from mail_outbox where sent_at is null"))
                .isEqualTo("3 true");
    }

    @Test
    void sendsByItselfWhileRunning() {
        MailOutbox outbox = outbox(mailbox.port());
        outbox.start();
        try {
            outbox.enqueue(mail()).block(PATIENCE);

            assertThat(mailbox.awaitLetters(1, PATIENCE)).extracting(Letter::subject).containsExactly("手続きの結果が出ました");
        } finally {
            outbox.stop();
        }
        assertThat(outbox.isRunning()).isFalse();
    }

    @Test
    void refusesASecondHeaderInASubject() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Mail("a@example.jp", "件名\r\nBcc: b@example.jp", ""));
        assertThatIllegalArgumentException().isThrownBy(() -> new Mail("a@example.jp\nBcc: b@example.jp", "件名", ""));
    }

    private MailOutbox outbox(int port) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        return new MailOutbox(database.client(), new Mailer(sender, SETTINGS), SETTINGS, clock,
                Schedulers.boundedElastic());
    }

    private static Mail mail() {
        return new Mail("hanako@example.jp", "手続きの結果が出ました", "手続きの結果が出ました。\n次のページでご確認ください。\n");
    }

    private String text(String sql) {
        return Objects.requireNonNull(
                database.client().sql(sql).map(row -> Objects.requireNonNull(row.get(0, String.class))).one()
                        .block(PATIENCE));
    }
}
