package jp.madoguchi.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jp.madoguchi.exchange.MailResend;
import jp.madoguchi.exchange.UnreachedApplicant;
import jp.madoguchi.platform.mail.MailSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whom mail does not reach is told so where they look, with whom to phone; the office is told too; one rule says what an address is. */
class UnreachedTest {

    private static final String WORDS = "メールをお届けできていません";

    private static PortalServer portal;

    @BeforeAll
    static void start() {
        portal = PortalServer.start();
        portal.publishSample("jido-teate");
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @Test
    void theApplicantAndTheOfficeAreToldUntilAMailArrives() {
        var hanako = new Applicant(portal);
        var id = hanako.applyForJidoTeate();
        hanako.follow();
        assertThat(hanako.html()).doesNotContain(WORDS);
        assertThat(unreached()).isEmpty();

        portal.execute("insert into mail_outbox (recipient, subject, body, created_at, given_up_at) "
                + "values ('hanako@example.jp', 'lost', '', now(), now() + interval '1 hour')");
        hanako.open("/tracking/" + id);
        assertThat(hanako.html()).contains(WORDS, "お電話ください");
        assertThat(unreached()).containsExactly(id);

        portal.execute("insert into mail_outbox (recipient, subject, body, created_at, sent_at) "
                + "values ('hanako@example.jp', 'arrived', '', now(), now() + interval '2 hours')");
        hanako.open("/tracking/" + id);
        assertThat(hanako.html()).doesNotContain(WORDS);
        assertThat(unreached()).isEmpty();
    }

    /** The administrator asks for it from inside; the portal mails it to the address it had. */
    @Test
    void whatWasLostIsSentOnceMoreAtTheWishOfTheOffice() {
        portal.execute("insert into mail_outbox (recipient, subject, body, created_at, given_up_at, last_error) "
                + "values ('saburo@lost.example', 'once more', 'text', now(), now(), '550 5.7.1')");
        var exchange = new ExchangeCaller(portal).exchange();
        var lost = Objects.requireNonNull(exchange.lostMails().block(Duration.ofSeconds(20))).stream()
                .filter(one -> one.batch().domain().equals("lost.example")).toList();
        assertThat(lost).singleElement().satisfies(one -> {
            assertThat(one.mails()).isOne();
            assertThat(one.toString()).doesNotContain("saburo");
        });

        var wanted = new MailResend(List.of(lost.getFirst().batch()));
        assertThat(exchange.resendMails(wanted).block(Duration.ofSeconds(20))).isEqualTo(new MailResend.Resent(1));
        assertThat(exchange.resendMails(wanted).block(Duration.ofSeconds(20))).isEqualTo(new MailResend.Resent(0));

        assertThat(portal.mailbox().awaitLetter(letter -> letter.to().contains("saburo@lost.example"),
                Duration.ofSeconds(40)).subject()).isEqualTo("once more");
    }

    @Test
    void mailIsSentInTheNameOfTheCity() {
        assertThat(portal.beans(MailSettings.class)).singleElement().satisfies(mail -> {
            assertThat(mail.fromName()).isEqualTo("まどぐち市 手続き窓口");
            assertThat(mail.fromNameEn()).isEqualTo("Madoguchi City Applications Desk");
        });
    }

    private static List<UUID> unreached() {
        return Objects
                .requireNonNull(
                        new ExchangeCaller(portal).exchange().unreachedApplicants().block(Duration.ofSeconds(20)))
                .stream()
                .map(UnreachedApplicant::application).toList();
    }

    @Test
    void whatCannotBeSentIsNeverSaidToBeSentAndTheReasonIsNamed() {
        var applicant = new Applicant(portal);
        applicant.startJidoTeate();
        var later = applicant.path().replaceAll("/pages/.*", "/later");
        for (var wrong : List.of("a..b@gmail.com", "ab.@example.jp", "a b@example.jp", "hanako", "hanako@localhost")) {
            applicant.open(later);
            applicant.press("/later", "mail", wrong);
            assertThat(applicant.status()).as(wrong).isEqualTo(422);
            assertThat(applicant.html()).contains(wrong).doesNotContain("メールを送りました");
        }
        applicant.open(later);
        applicant.press("/later", "mail", "a..b@gmail.com");
        assertThat(applicant.html()).contains("「.」が続くアドレス");
        applicant.open(later);
        applicant.press("/later", "mail", "ａ..b@docomo.ne.jp");
        assertThat(applicant.status()).isEqualTo(200);
        assertThat(portal.count("select count(*) from mail_outbox where recipient = 'a..b@docomo.ne.jp'")).isEqualTo(1);
    }
}
