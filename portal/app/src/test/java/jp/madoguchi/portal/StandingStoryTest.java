package jp.madoguchi.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;

import jp.madoguchi.exchange.ProcedureStanding;
import jp.madoguchi.exchange.ProcedureStanding.State;
import jp.madoguchi.platform.calendar.BusinessCalendar;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.jspecify.annotations.Nullable;

/** A procedure is paused and withdrawn while people begin it, are in the middle of it, and have handed it in. */
class StandingStoryTest {

    private static final String JIDO = "jido-teate";

    private static PortalServer portal;

    @BeforeAll
    static void start() {
        portal = PortalServer.start();
        portal.publishSample(JIDO);
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @AfterEach
    void openAgain() {
        stands(State.OPEN, null, null, null);
    }

    @Test
    void whatIsPausedIsShownWithItsReasonAndNotBegun() {
        var early = new Applicant(portal);
        early.open("/procedures/" + JIDO);
        var today = BusinessCalendar.dayOf(Instant.now());
        stands(State.PAUSED, "制度が変わる準備のため", today.plusDays(30), null);

        early.press("/procedures/" + JIDO + "/applications");
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.html()).contains("オンラインの受付を停止しています", "制度が変わる準備のため");
        var later = new Applicant(portal);
        later.open("/procedures");
        assertThat(later.html()).contains("/procedures/" + JIDO);
        later.open("/procedures/" + JIDO);
        assertThat(later.html()).contains("制度が変わる準備のため", "再開する予定です")
                .doesNotContain("action=\"/procedures/" + JIDO + "/applications\"");
        later.open("/procedures/" + JIDO + "?lang=en");
        assertThat(later.html()).contains("制度が変わる準備のため");
    }

    @Test
    void whoIsInTheMiddleMayFinishUntilTheDaySaidAndNotAfterIt() {
        var hanako = new Applicant(portal);
        hanako.prepareJidoTeate();
        var review = hanako.path();
        var today = BusinessCalendar.dayOf(Instant.now());
        stands(State.PAUSED, "制度が変わる準備のため", null, today.minusDays(1));

        hanako.open(review);
        assertThat(hanako.html()).contains("オンラインの受付を停止しています", "保存されています");
        hanako.press("/submission", "consent", "yes", "word", Applicant.WORD);
        assertThat(hanako.status()).isEqualTo(409);
        assertThat(hanako.html()).containsPattern("name=\"consent\"[^>]*checked");

        stands(State.WITHDRAWN, "事業が終わったため", null, today.plusDays(3));
        hanako.open(review.replace("/review", "/pages/children"));
        assertThat(hanako.html()).contains("事業が終わったため", "提出できます");
        hanako.open(review);
        hanako.press("/submission", "consent", "yes", "word", Applicant.WORD);
        assertThat(hanako.path()).endsWith("/receipt");
    }

    @Test
    void whatIsWithdrawnIsNotOfferedAndWhatWasHandedInGoesOn() {
        var hanako = new Applicant(portal);
        var id = hanako.applyForJidoTeate();
        hanako.follow();
        stands(State.WITHDRAWN, "事業が終わったため", null, null);

        for (var list : new String[]{"/", "/procedures", "/procedures?q=児童手当"}) {
            hanako.open(list.replace("児童手当", "%E5%85%90%E7%AB%A5%E6%89%8B%E5%BD%93"));
            assertThat(hanako.html()).doesNotContain("href=\"/procedures/" + JIDO);
        }
        hanako.open("/procedures/" + JIDO);
        assertThat(hanako.status()).isEqualTo(200);
        assertThat(hanako.html()).contains("オンラインでの受付は終わりました", "事業が終わったため");
        hanako.open("/tracking/" + id);
        assertThat(hanako.status()).isEqualTo(200);
        hanako.press("/messages", "text", "いつごろ決まりますか。");
        assertThat(hanako.html()).contains("いつごろ決まりますか。");
    }

    private static void stands(State state, @Nullable String reason, @Nullable LocalDate until,
            @Nullable LocalDate finishBy) {
        new ExchangeCaller(portal).exchange()
                .standing(JIDO, new ProcedureStanding(state, Instant.now(), reason, null, until, finishBy)).block();
    }
}
