package jp.madoguchi.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

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

    private int askForLink(String mail) {
        var applicant = new Applicant(portal);
        applicant.startJidoTeate();
        applicant.open(applicant.path().replaceAll("/pages/.*", "/later"));
        return applicant.press("/later", "mail", mail).statusCode();
    }
}
