package jp.madoguchi.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import jp.madoguchi.exchange.Acknowledgement;
import jp.madoguchi.exchange.Consignment;
import jp.madoguchi.exchange.FillEvent;
import jp.madoguchi.forms.catalogue.SampleCatalogue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Hanako applies without an account and without scripts, and what she hands in reaches the back office once. */
class HandInStoryTest {

    private static PortalServer portal;

    @BeforeAll
    static void start() {
        portal = PortalServer.start();
        SampleCatalogue.procedures().forEach(procedure -> portal.publish(procedure, 1));
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @Test
    void whoBeginsOnceMoreIsToldOfWhatWaits() {
        var hanako = new Applicant(portal);
        hanako.startJidoTeate();
        var first = hanako.path().split("/")[2];
        hanako.begin("jido-teate");
        assertThat(hanako.html()).contains("この手続きには、記入中の申請がほかにあります",
                "href=\"/applications/" + first + "\"");
        var other = new Applicant(portal);
        other.begin("jido-teate");
        assertThat(other.html()).doesNotContain("記入中の申請がほかに");
    }

    @Test
    void whatIsHandedInReachesTheBackOfficeAndTheApplicantHasAReceipt() {
        var hanako = new Applicant(portal);
        var id = hanako.applyForJidoTeate();
        assertThat(hanako.path()).isEqualTo("/tracking/" + id + "/receipt");
        assertThat(hanako.html()).contains("提出が完了しました").containsPattern("[1-9]\\d{3}-\\d{4}-\\d{4}-\\d{2}");

        var exchange = new ExchangeCaller(portal).exchange();
        var consignments = exchange.consignments(100, 5).blockOptional().orElseThrow();
        var submitted = (Consignment.Submitted) consignments.stream().filter(one -> one.application().equals(id))
                .findFirst().orElseThrow();
        assertThat(submitted.procedure()).isEqualTo("jido-teate");
        assertThat(submitted.electronicNoticeConsent()).isTrue();
        assertThat(submitted.mail()).isEqualTo("hanako@example.jp");
        assertThat(submitted.answers().toString()).contains("𠮷田").contains("髙子");
        assertThat(submitted.attachments()).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("免許証.pdf");
            var bytes = exchange.attachment(file.id()).reduce(0, (sum, buffer) -> {
                int count = buffer.readableByteCount();
                org.springframework.core.io.buffer.DataBufferUtils.release(buffer);
                return sum + count;
            }).block();
            assertThat(bytes).isEqualTo(Applicant.PDF.length);
        });

        exchange.acknowledgeConsignments(new Acknowledgement(List.of(submitted.id(), UUID.randomUUID()))).block();
        assertThat(exchange.consignments(100, 0).blockOptional().orElseThrow())
                .noneMatch(one -> one.id().equals(submitted.id()));

        var copy = hanako.download("/tracking/" + id + "/copy.pdf");
        assertThat(copy.statusCode()).isEqualTo(200);
        assertThat(new String(copy.body(), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    }

    @Test
    void theMailNamesNobodyAndItsLinkShowsTheProgressOnAnotherDevice() {
        portal.mailbox().empty();
        new Applicant(portal).applyForJidoTeate();
        var letter = portal.mailbox().awaitLetters(1, Duration.ofSeconds(20)).getFirst();
        assertThat(letter.subject()).contains("受付のお知らせ");
        assertThat(letter.subject()).startsWith("【まどぐち市】").doesNotContain("児童手当");
        // City, procedure, office, and the way without the link; nothing that was typed.
        assertThat(letter.text()).doesNotContain("神戸", "花子", "髙子").contains("/track/", "まどぐち市 電子申請からのお知らせです",
                "手続き：児童手当 認定請求", "担当：こども家庭局", "リンクを開かずに確かめるときは", "/tracking を開き", "050-0000-0000");
        var phone = new Applicant(portal);
        phone.open(letter.firstLink());
        assertThat(phone.html()).as("the link alone shows nothing").doesNotContain("児童手当");
        phone.openMailed(letter.firstLink(), "proof", Applicant.WORD);
        assertThat(phone.status()).isEqualTo(200);
        assertThat(phone.html()).contains("申請の状況").contains("児童手当 認定請求");
    }

    @Test
    void handingInTwiceGivesTheSameReceipt() {
        var hanako = new Applicant(portal);
        hanako.prepareJidoTeate();
        var hidden = hanako.hidden("/submission");
        var address = hanako.path().replace("/review", "/submission");
        hanako.post(address, hidden, Applicant.fields("consent", "yes", "word", Applicant.WORD));
        var first = hanako.path();
        hanako.post(address, hidden, Applicant.fields("consent", "yes", "word", Applicant.WORD));
        assertThat(hanako.path()).isEqualTo(first);
        assertThat(hanako.status()).isEqualTo(200);
    }

    @Test
    void fillingInLeavesItsStepsAndNothingPersonal() {
        var before = new ExchangeCaller(portal).exchange().fillEvents(500, 0).blockOptional().orElseThrow();
        new ExchangeCaller(portal).exchange()
                .acknowledgeFillEvents(new Acknowledgement(before.stream().map(FillEvent::id).toList())).block();
        var id = new Applicant(portal).applyForJidoTeate();
        // What was only looked at is written behind the pages.
        await().atMost(Duration.ofSeconds(20)).until(() -> portal.count("""
                select count(*) from fill_event e join draft d on d.fill = e.fill join submission s on s.draft_id = d.id
                where s.id = '%s' and e.type = 'REVIEWED'""".formatted(id)) == 1);
        var events = new ExchangeCaller(portal).exchange().fillEvents(500, 5).blockOptional().orElseThrow();
        var fill = events.getLast().fill();
        assertThat(events.stream().filter(event -> event.fill().equals(fill)).map(FillEvent::type)).startsWith(
                FillEvent.Type.OPENED, FillEvent.Type.PAGE_SHOWN, FillEvent.Type.PAGE_SAVED)
                .endsWith(FillEvent.Type.REVIEWED, FillEvent.Type.SUBMITTED);
        assertThat(events.toString()).doesNotContain("神戸").doesNotContain("hanako");
        assertThat(events.stream().filter(event -> event.type() == FillEvent.Type.PAGE_SAVED))
                .allSatisfy(event -> assertThat(event.measured()).isFalse())
                .allSatisfy(event -> assertThat(event.activeMillis()).isNotNull());
    }

    @Test
    void aProblemPageKnowsWhoIsSignedIn() {
        var hanako = new Applicant(portal);
        hanako.open("/nowhere");
        assertThat(hanako.status()).isEqualTo(404);
        assertThat(hanako.html()).contains(">ログイン<", "href=\"/procedures\"");
        hanako.open("/account");
        hanako.open("/tracking/" + UUID.randomUUID());
        assertThat(hanako.status()).isEqualTo(404);
        assertThat(hanako.html()).contains("神戸 花子", "ログアウト").doesNotContain(">ログイン<");
    }

    @Test
    void strangersSeeNothing() {
        var hanako = new Applicant(portal);
        hanako.startJidoTeate();
        var draft = hanako.path();
        var id = new Applicant(portal).applyForJidoTeate();
        var stranger = new Applicant(portal);
        for (var path : List.of(draft, draft.replaceAll("/pages/.*", "/review"), "/tracking/" + id,
                "/tracking/" + id + "/copy.pdf", "/tracking/" + id + "/receipt",
                "/tracking/" + id + "/files/" + UUID.randomUUID(), "/resume/" + "x".repeat(43), "/track/short")) {
            stranger.open(path);
            assertThat(stranger.status()).as(path).isEqualTo(404);
            assertThat(stranger.html()).as(path).doesNotContain("神戸 花子").doesNotContain("児童手当");
        }
    }
}
