package jp.madoguchi.platform.outbox;

import jp.madoguchi.platform.mail.Mail;
import jp.madoguchi.platform.mail.MailSettings;
import jp.madoguchi.platform.mail.MailTls;
import jp.madoguchi.platform.mail.Mailer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import jp.madoguchi.platform.PortalDatabase;
import jp.madoguchi.testkit.MovableClock;
import jp.madoguchi.testkit.FreePort;
import jp.madoguchi.platform.trace.Tracing;
import jp.madoguchi.testkit.Letter;
import jp.madoguchi.testkit.LoggedLines;
import jp.madoguchi.testkit.Mailbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

class MailOutboxTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final MailSettings SETTINGS = new MailSettings("madoguchi@example.jp", "神戸市 手続き窓口",
            Duration.ofMillis(100), Duration.ofMinutes(10), Duration.ofMinutes(30), Duration.ofDays(30), "Kobe City",
            "", MailTls.NONE);

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
        database.transaction().transactional(step).block(TIMEOUT);
        database.transaction().transactional(step).block(TIMEOUT);

        assertThat(outbox.sendDue().block(TIMEOUT)).isEqualTo(1L);
        assertThat(outbox.sendDue().block(TIMEOUT)).isZero();

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
            outbox.enqueue(new Mail(to, "お知らせ", "本文")).block(TIMEOUT);
        }

        assertThat(outbox.sendDue().block(TIMEOUT)).isEqualTo(2L);
        assertThat(mailbox.letters()).flatExtracting(Letter::to).map(to -> to.replace("\"", ""))
                .containsExactlyInAnyOrder("hanako..k@docomo.ne.jp", "taro.@ezweb.ne.jp");
    }

    @Test
    void tellsWhomMailDoesNotReachUntilOneArrives() {
        MailOutbox away = outbox(FreePort.find());
        away.enqueue(mail()).block(TIMEOUT);
        assertThat(away.unreachedSince("hanako@example.jp").block(TIMEOUT)).isNull();
        for (int attempt = 0; attempt < 3; attempt++) {
            away.sendDue().block(TIMEOUT);
            pass(Duration.ofHours(2));
        }
        assertThat(away.unreachedSince("hanako@example.jp").block(TIMEOUT)).isNotNull();
        assertThat(away.unreachedSince("taro@example.jp").block(TIMEOUT)).isNull();

        MailOutbox back = outbox(mailbox.port());
        back.enqueue(mail()).block(TIMEOUT);
        assertThat(back.sendDue().block(TIMEOUT)).isEqualTo(1L);
        assertThat(back.unreachedSince("hanako@example.jp").block(TIMEOUT)).isNull();
    }

    @Test
    void sendsNothingForAStepThatWasRolledBack() {
        MailOutbox outbox = outbox(mailbox.port());
        Mono<Void> step = outbox.enqueue(mail()).then(Mono.error(new IllegalStateException("the step failed")));

        database.transaction().transactional(step).onErrorComplete().block(TIMEOUT);

        assertThat(outbox.sendDue().block(TIMEOUT)).isZero();
        assertThat(mailbox.letters()).isEmpty();
    }

    @Test
    void triesAgainLaterAndAtLastGivesUp() {
        MailOutbox away = outbox(FreePort.find());
        away.enqueue(mail()).block(TIMEOUT);

        assertThat(away.sendDue().block(TIMEOUT)).isZero();
        assertThat(outbox(mailbox.port()).sendDue().block(TIMEOUT)).as("not before its time").isZero();
        pass(Duration.ofMinutes(11));
        assertThat(away.sendDue().block(TIMEOUT)).isZero();
        pass(Duration.ofMinutes(21));
        assertThat(outbox(mailbox.port()).sendDue().block(TIMEOUT)).isEqualTo(1L);

        away.enqueue(mail()).block(TIMEOUT);
        for (int n = 0; n < 4; n++) {
            away.sendDue().block(TIMEOUT);
            pass(Duration.ofHours(2));
        }
        assertThat(text("select attempts || ' ' || (given_up_at is not null) from mail_outbox where sent_at is null"))
                .isEqualTo("3 true");
    }

    @ParameterizedTest
    @CsvSource({"550 5.1.1 <hanako@example.jp>: no such user, true", "550 no such user, true", "553 bad address, true",
            "551 5.1.6 moved, true", "550 5.2.1 mailbox disabled, true", "450 4.2.1 try later, false",
            "550 5.7.1 relaying denied, false", "552 5.2.2 mailbox full, false", "554 spam, false",
            "451 4.7.1 greylisted, false"})
    void givesUpAtOnceWhatTheServerWillNeverTake(String answer, boolean never) throws IOException {
        try (var server = new ScriptedSmtp(answer)) {
            MailOutbox outbox = outbox(server.port());
            outbox.enqueue(mail()).block(TIMEOUT);

            assertThat(outbox.sendDue().block(TIMEOUT)).isZero();

            assertThat(text("select (given_up_at is not null)::text from mail_outbox"))
                    .isEqualTo(Boolean.toString(never));
            assertThat(text("select last_error from mail_outbox")).doesNotContain("hanako");
        }
    }

    @Test
    void aMailIsKnownAgainByTheIdItWasKeptUnder() {
        MailOutbox outbox = outbox(mailbox.port());
        outbox.enqueue(mail()).block(TIMEOUT);
        outbox.sendDue().block(TIMEOUT);

        assertThat(mailbox.letters()).singleElement().extracting(Letter::id)
                .isEqualTo("<" + text("select id::text from mail_outbox") + "@example.jp>");
    }

    @Test
    void forgetsWhatWasSentLongAgo() {
        database.client().sql("""
                insert into mail_outbox (recipient, subject, body, created_at, sent_at)
                select 'hanako@example.jp', 'old', '', at, at from unnest(array[now() - interval '31 days', now()]) at
                """).then().block(TIMEOUT);
        outbox(mailbox.port()).forgetOld().block(TIMEOUT);
        assertThat(text("select count(*)::text from mail_outbox")).isEqualTo("1");
    }

    @Test
    void whatWasGivenUpForOneReasonIsSentOnceMoreAndNotTwice() throws IOException {
        try (var server = new ScriptedSmtp("550 5.1.1 no such user")) {
            MailOutbox wrong = outbox(server.port());
            wrong.enqueue(mail()).block(TIMEOUT);
            wrong.enqueue(new Mail("taro@Elsewhere.example", "お知らせ", "本文")).block(TIMEOUT);
            wrong.sendDue().block(TIMEOUT);
        }
        MailOutbox back = outbox(mailbox.port());
        var lost = back.lost(10).collectList().block(TIMEOUT);
        assertThat(lost).hasSize(2).allSatisfy(one -> {
            assertThat(one.error()).isEqualTo("550 5.1.1");
            assertThat(one.mails()).isOne();
            assertThat(one.resendable()).isOne();
        }).extracting(MailOutbox.Lost::domain).containsExactlyInAnyOrder("example.jp", "elsewhere.example");
        var hour = Objects.requireNonNull(lost).getFirst().hour();

        assertThat(back.resend(hour, "550 5.1.1", "example.jp").block(TIMEOUT)).isOne();
        assertThat(back.resend(hour, "550 5.1.1", "example.jp").block(TIMEOUT)).as("pressed twice").isZero();
        assertThat(back.resend(hour, "550 5.7.1", "elsewhere.example").block(TIMEOUT)).as("another reason").isZero();
        assertThat(back.resend(hour.minusSeconds(3600), "550 5.1.1", "elsewhere.example").block(TIMEOUT))
                .as("another hour").isZero();

        assertThat(back.sendDue().block(TIMEOUT)).isOne();
        assertThat(mailbox.letters()).singleElement().satisfies(letter -> {
            assertThat(letter.to()).containsExactly("hanako@example.jp");
            assertThat(letter.text()).contains("ご確認ください");
        });
        assertThat(back.unreachedSince("hanako@example.jp").block(TIMEOUT)).isNull();
        assertThat(back.lost(10).collectList().block(TIMEOUT)).hasSize(1);
    }

    @Test
    void theTextOfASentMailStaysAsLongAsItMayComeBack() {
        MailOutbox outbox = outbox(mailbox.port(), Duration.ofDays(1));
        outbox.enqueue(mail()).block(TIMEOUT);
        outbox.sendDue().block(TIMEOUT);
        outbox.forgetOld().block(TIMEOUT);
        assertThat(text("select body from mail_outbox")).isNotEmpty();
        database.client().sql("update mail_outbox set bounced_at = now(), last_error = 'came back: 5.7.1'").then()
                .block(TIMEOUT);

        var lost = Objects.requireNonNull(outbox.lost(10).single().block(TIMEOUT));
        assertThat(lost.resendable()).isOne();
        assertThat(outbox.resend(lost.hour(), lost.error(), lost.domain()).block(TIMEOUT)).isOne();
        assertThat(outbox.sendDue().block(TIMEOUT)).isOne();
        assertThat(mailbox.letters()).hasSize(2);

        database.client().sql("update mail_outbox set sent_at = now() - interval '2 days'").then().block(TIMEOUT);
        outbox.forgetOld().block(TIMEOUT);
        assertThat(text("select body from mail_outbox")).isEmpty();
    }

    @Test
    void nothingThatReachedNobodyIsDeletedInSilence() {
        database.client()
                .sql("""
                        insert into mail_outbox (recipient, subject, body, created_at, next_try_at, sent_at, given_up_at, bounced_at)
                        select 'hanako@example.jp', kind, 'text', at, case kind when 'waiting' then at end,
                            case kind when 'returned' then at end, case kind when 'refused' then at end,
                            case kind when 'returned' then at end
                        from unnest(array['waiting', 'refused', 'returned']) kind, (values (now() - interval '3 years')) v (at)
                        """)
                .then().block(TIMEOUT);
        try (var lines = new LoggedLines(MailOutbox.class.getName())) {
            outbox(mailbox.port()).forgetOld().block(TIMEOUT);

            assertThat(text("select string_agg(subject || ' ' || body, ', ' order by subject) from mail_outbox"))
                    .isEqualTo("refused text, waiting text");
            assertThat(lines.all()).singleElement()
                    .satisfies(line -> assertThat(line.getFormattedMessage()).startsWith("1 mails that came back"));
        }
    }

    @Test
    void sendsByItselfWhileRunning() {
        MailOutbox outbox = outbox(mailbox.port());
        outbox.start();
        try {
            outbox.enqueue(mail()).block(TIMEOUT);

            assertThat(mailbox.awaitLetters(1, TIMEOUT)).extracting(Letter::subject).containsExactly("手続きの結果が出ました");
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
        return outbox(port, Duration.ZERO);
    }

    private MailOutbox outbox(int port, Duration textKept) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        return new MailOutbox(database.client(), new Mailer(sender, SETTINGS), SETTINGS,
                Schedulers.boundedElastic(), textKept, Tracing.off());
    }

    private static Mail mail() {
        return new Mail("hanako@example.jp", "手続きの結果が出ました", "手続きの結果が出ました。\n次のページでご確認ください。\n");
    }

    /** Lets so much time pass, for the mails. */
    private void pass(Duration time) {
        database.client().sql("update mail_outbox set next_try_at = next_try_at - make_interval(secs => :passed)")
                .bind("passed", (double) time.toSeconds()).then().block(TIMEOUT);
    }

    private String text(String sql) {
        return Objects.requireNonNull(
                database.client().sql(sql).map(row -> Objects.requireNonNull(row.get(0, String.class))).one()
                        .block(TIMEOUT));
    }
}
