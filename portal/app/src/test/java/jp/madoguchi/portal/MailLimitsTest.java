package jp.madoguchi.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import jp.madoguchi.exchange.ReceiptNumber;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nobody's mailbox is filled up from here, and nobody fills many. */
class MailLimitsTest {

    private final PortalServer portal = PortalServer.start();

    @BeforeEach
    void publish() {
        portal.publishSample("jido-teate");
    }

    @AfterEach
    void close() {
        portal.close();
    }

    @Test
    void spellingsOfOneMailboxCountAsOneOverAllDrafts() {
        var spellings = List.of("hanako@gmail.com", "HANAKO@gmail.com", "h.anako@gmail.com", "hanako+1@gmail.com",
                "ｈanako@googlemail.com", "ha.na.ko+x@Gmail.com");
        var statuses = spellings.stream().map(this::askForLink).toList();
        assertThat(statuses).containsExactly(200, 200, 200, 200, 200, 429);
        assertThat(askForLink("taro@gmail.com")).isEqualTo(200);
    }

    @Test
    void oneClientCannotWriteToEverybodyWhateverItSaysOfItself() {
        var applicant = new Applicant(portal);
        applicant.startJidoTeate();
        var later = applicant.path().replaceAll("/pages/.*", "/later");
        int sent = 0;
        int status = 200;
        while (status == 200 && sent < 100) {
            applicant.open(later);
            applicant.forwardedFor("198.51.100." + sent);
            status = applicant.press("/later", "mail", "resident" + sent++ + "@example.jp").statusCode();
        }
        assertThat(status).isEqualTo(429);
        assertThat(sent).isBetween(60, 70);
        assertThat(applicant.html()).contains("いまはメールを送れません", "resident" + (sent - 1) + "@example.jp");
        assertThat(applicant.header("Retry-After")).matches("[1-9]\\d*");
    }

    @Test
    void aLostMailIsSentAgainFiveTimesAnHour() {
        var hanako = new Applicant(portal);
        var id = hanako.applyForJidoTeate();
        portal.mailbox().awaitLetters(1, Duration.ofSeconds(20));
        portal.mailbox().empty();
        for (int time = 0; time < 5; time++) {
            hanako.open("/tracking/" + id + "/receipt");
            hanako.press("/mail", "back", "receipt");
            assertThat(hanako.path()).endsWith("/receipt");
            assertThat(hanako.html()).contains("受付のメールを送りました");
        }
        hanako.press("/mail", "back", "receipt");
        assertThat(hanako.html()).contains("続けて送ったため、いまはメールを送れません");
        assertThat(portal.mailbox().awaitLetters(5, Duration.ofSeconds(20))).hasSize(5)
                .allSatisfy(letter -> assertThat(letter.text()).contains("/track/"));
    }

    /** What the page says is true, and says nothing of whether there is such an application. */
    @Test
    void theMailDoorAnswersAlikeWhetherOrNotThereIsAnApplication() {
        var hanako = new Applicant(portal);
        hanako.applyForJidoTeate();
        var number = Pattern.compile("\\d{4}-\\d{4}-\\d{4}-\\d{2}").matcher(hanako.html()).results().findFirst()
                .orElseThrow().group();
        portal.mailbox().awaitLetters(1, Duration.ofSeconds(20));
        // What she was sent otherwise is not told of here.
        for (int time = 0; time < 5; time++) {
            hanako.press("/mail", "back", "receipt");
        }
        portal.mailbox().awaitLetters(6, Duration.ofSeconds(20));
        portal.mailbox().empty();

        var real = asked(number, "hanako@example.jp");
        var otherAddress = asked(number, "taro@example.jp");
        var otherNumber = asked(ReceiptNumber.random().grouped(), "jiro@example.jp");

        assertThat(real).containsExactly(200, 200, 200, 200, 200, 429, 429);
        assertThat(otherAddress).isEqualTo(real);
        assertThat(otherNumber.getFirst()).as("the client has asked too often by now").isIn(200, 429);
        assertThat(portal.mailbox().awaitLetters(5, Duration.ofSeconds(20))).hasSize(5)
                .allSatisfy(letter -> assertThat(letter.to()).containsExactly("hanako@example.jp"));
    }

    private List<Integer> asked(String number, String mail) {
        var statuses = new ArrayList<Integer>();
        var someone = new Applicant(portal);
        for (int time = 0; time < 7; time++) {
            someone.open("/tracking/mail");
            someone.press("/tracking/mail", "number", number, "mail", mail);
            statuses.add(someone.status());
            if (someone.status() == 429) {
                assertThat(someone.html()).contains("いまはメールを送れません", "value=\"" + mail + "\"")
                        .doesNotContain("メールを送りました");
                assertThat(someone.header("Retry-After")).matches("[1-9]\\d*");
            } else {
                assertThat(someone.html()).contains("受付番号とアドレスが申請のとおりのときは、メールを送りました");
            }
        }
        return statuses;
    }

    /** An office or a library is one address to us. */
    @Test
    void rightWordsOfOneNetworkAreNotCounted() {
        var hanako = new Applicant(portal);
        var id = hanako.applyForJidoTeate();
        var number = Pattern.compile("\\d{4}-\\d{4}-\\d{4}-\\d{2}").matcher(hanako.html()).results().findFirst()
                .orElseThrow().group();
        for (int time = 0; time < 40; time++) {
            var visitor = new Applicant(portal);
            visitor.open("/tracking");
            visitor.press("/tracking", "number", number, "word", Applicant.WORD);
            assertThat(visitor.path()).as("time %d", time).isEqualTo("/tracking/" + id);
        }
        int wrong = 0;
        var guesser = new Applicant(portal);
        while (guesser.status() != 429 && wrong < 40) {
            guesser.open("/tracking");
            guesser.press("/tracking", "number", ReceiptNumber.random().grouped(), "word", "あてずっぽうの言葉");
            wrong++;
        }
        assertThat(wrong).as("a right word gives no wrong ones back").isBetween(30, 32);
        var late = new Applicant(portal);
        late.open("/tracking");
        late.press("/tracking", "number", number, "word", Applicant.WORD);
        assertThat(late.status()).isEqualTo(429);
    }

    private int askForLink(String mail) {
        var applicant = new Applicant(portal);
        applicant.startJidoTeate();
        applicant.open(applicant.path().replaceAll("/pages/.*", "/later"));
        return applicant.press("/later", "mail", mail).statusCode();
    }
}
