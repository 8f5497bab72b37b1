package jp.madoguchi.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;

import jp.madoguchi.forms.Sha256;
import jp.madoguchi.exchange.ApplicationUpdate;
import jp.madoguchi.exchange.ApplicationUpdate.CorrectionRequest;
import jp.madoguchi.exchange.ApplicationUpdate.Outcome;
import jp.madoguchi.exchange.ApplicationUpdate.Stage;
import jp.madoguchi.exchange.Consignment;
import jp.madoguchi.exchange.PortalExchange;
import jp.madoguchi.forms.catalogue.SampleCatalogue;
import jp.madoguchi.testkit.Letter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Flux;

/** The office asks, Hanako corrects from the mail's link, the office decides, Hanako takes the notice home. */
class CorrectionStoryTest {

    private static PortalServer portal;
    private static PortalExchange exchange;

    @BeforeAll
    static void start() {
        portal = PortalServer.start();
        SampleCatalogue.procedures().forEach(procedure -> portal.publish(procedure, 1));
        exchange = new ExchangeCaller(portal).exchange();
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    private static ApplicationUpdate update(long sequence, Stage stage, @Nullable CorrectionRequest correction,
            @Nullable Outcome outcome, @Nullable String message, @Nullable UUID document) {
        return new ApplicationUpdate(UUID.randomUUID(), sequence, Instant.now(), stage, "中央区役所",
                LocalDate.of(2027, 1, 29), correction, outcome, message, document);
    }

    private static void push(UUID application, ApplicationUpdate update) {
        exchange.update(application, update.id(), update).block();
    }

    /** The one letter about this applicant's own number; the other tests' letters come when they come. */
    private static Letter letter(String subject, Applicant applicant) {
        applicant.open(applicant.path().replaceAll("(/tracking/[^/]+).*", "$1"));
        var number = Pattern.compile("\\d{4}-\\d{4}-\\d{4}-\\d{2}").matcher(applicant.html()).results().findFirst()
                .orElseThrow().group();
        return portal.mailbox().awaitLetter(
                one -> one.subject().contains(subject) && one.subject().contains(number), Duration.ofSeconds(20));
    }

    @Test
    void fromTheRequestToTheNotice() {
        var hanako = new Applicant(portal);
        var id = hanako.applyForJidoTeate();
        hanako.follow();
        push(id, update(1, Stage.IN_EXAMINATION, null, null, null, null));
        var request = new CorrectionRequest(UUID.randomUUID(), "お子さんのお名前の漢字を確かめてください。",
                List.of("children.r1.child-name"), LocalDate.now().plusDays(14));
        var asked = update(2, Stage.AWAITING_CORRECTION, request, null, null, null);
        push(id, asked);
        push(id, asked);

        var letter = letter("補正のお願い", hanako);
        assertThat(letter.text()).doesNotContain("お子さん");
        var phone = new Applicant(portal);
        phone.openMailed(letter.firstLink(), "proof", Applicant.WORD);
        assertThat(phone.html()).contains("漢字を確かめてください").contains("𠮷田");
        assertThat(phone.html().split("class=\"change\"", -1)).as("one answer may be changed").hasSize(2);
        assertThat(phone.html()).contains("/pages/children?after=review#q-children_r1_child-name\"");
        phone.press("/submission");
        assertThat(phone.status()).isEqualTo(422);
        assertThat(phone.html()).contains("<title>（入力の誤り） 補正", "変更せずに提出する")
                .containsPattern(
                        "(?s)<h1>.{0,200}role=\"alert\" tabindex=\"-1\" autofocus data-focus>\\s*<p class=\"alert-title\">何も変更されていません。このまま提出しますか");
        phone.open(phone.path().replace("/submission", "/pages/children?after=review"));
        assertThat(phone.html()).contains("id=\"q-children_r1_child-name\"", "name=\"children.r1.child-name.family\"",
                "（変更できません）").doesNotContain("name=\"children.r1.child-birth.year\"", "お子さんを追加する");
        phone.press("/pages/children", "_action", "next", "children.r1.child-name.family", "吉田",
                "children.r1.child-name.given", "髙子", "children.r1.child-name.family-kana", "ヨシダ",
                "children.r1.child-name.given-kana", "タカコ", "children.r1.child-birth.era", "R",
                "children.r1.child-birth.year", "2", "children.r1.child-birth.month", "2",
                "children.r1.child-birth.day",
                "2");
        assertThat(phone.path()).endsWith("/review");
        phone.press("/submission");
        assertThat(phone.path()).isEqualTo("/tracking/" + id);
        assertThat(phone.html()).contains("補正を提出しました", "<b>審査しています</b>").doesNotContain("補正をお願いしています");

        var corrected = exchange.consignments(500, 5).blockOptional().orElseThrow().stream()
                .filter(one -> one.application().equals(id) && one instanceof Consignment.Corrected)
                .map(Consignment.Corrected.class::cast).toList();
        assertThat(corrected).singleElement().satisfies(one -> {
            assertThat(one.correction()).isEqualTo(request.id());
            assertThat(one.answers().toString()).contains("吉田").doesNotContain("𠮷田");
            assertThat(one.attachments()).hasSize(1);
            assertThat(one.answers().toString()).as("what was not asked for stays").doesNotContain("2020-02-02");
            assertThat(one.mail()).isEqualTo("hanako@example.jp");
        });

        var document = UUID.randomUUID();
        var hash = Sha256.hex(new String(Applicant.PDF, java.nio.charset.StandardCharsets.UTF_8));
        exchange.document(id, document, hash, "%E9%80%9A%E7%9F%A5%E6%9B%B8.pdf", pdf()).block();
        exchange.document(id, document, hash, "%E9%80%9A%E7%9F%A5%E6%9B%B8.pdf", pdf()).block();
        hanako.open("/tracking/" + id);
        assertThat(hanako.html()).doesNotContain("通知書.pdf");
        push(id, update(4, Stage.ISSUED, null, Outcome.APPROVED, null, document));
        push(id, update(3, Stage.IN_EXAMINATION, null, null, "補正ありがとうございました。", null));
        hanako.open("/tracking/" + id);
        assertThat(hanako.html()).contains("認められました").contains("通知書.pdf").contains("補正ありがとうございました。");
        assertThat(hanako.download("/tracking/" + id + "/documents/" + document + "?download").body())
                .isEqualTo(Applicant.PDF);
        assertThat(new Applicant(portal).download("/tracking/" + id + "/documents/" + document).statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatTheNewAnswersBringUpIsNamed() {
        var hanako = new Applicant(portal);
        var id = hanako.applyForJidoTeate();
        hanako.follow();
        push(id, update(1, Stage.IN_EXAMINATION, null, null, null, null));
        push(id, update(2, Stage.AWAITING_CORRECTION, new CorrectionRequest(UUID.randomUUID(), "お名前のふりがなを確かめてください。",
                List.of("claimant-name"), LocalDate.now().plusDays(14)), null, null, null));
        var phone = new Applicant(portal);
        phone.openMailed(letter("補正のお願い", hanako).firstLink(), "proof", Applicant.WORD);
        assertThat(phone.html()).contains("見直していただく項目", ">お名前</a>", "新しい質問が出たときは、それにもお答えください")
                .doesNotContain("次の項目にもお答えいただくことになりました");

        phone.open(phone.path().replace("/review", "/pages/claimant?after=review"));
        phone.press("/pages/claimant", "_action", "next", "claimant-name.family", "神部", "claimant-name.given", "花子",
                "claimant-name.family-kana", "カンベ", "claimant-name.given-kana", "ハナコ");

        // The account stands in another name now: it is to be looked at again, and said to be.
        var review = phone.path().replaceAll("(/applications/[^/]+).*", "$1/review");
        phone.open(review);
        assertThat(phone.html()).contains("次の項目にもお答えいただくことになりました")
                .containsPattern("<a href=\"/applications/[^\"]+/pages/bank[^\"]*#q-account\">");
        phone.open(review.replace("/review", "/pages/bank?after=review"));
        assertThat(phone.html()).contains("次の項目にもお答えいただくことになりました", "name=\"account.number\"");
    }

    @Test
    void aCorrectionThatIsNotAskedForAnyMoreIsNotLostInTheDark() {
        var end = new LinkedHashMap<String, Consumer<UUID>>();
        end.put("窓口や電話などで済んだため", id -> push(id, update(3, Stage.IN_EXAMINATION, null, null, "窓口でうかがいました。", null)));
        end.put("結果が決まったため", id -> push(id, update(3, Stage.DECIDED, null, Outcome.APPROVED, null, null)));
        end.put("取り下げられたため", id -> push(id, update(3, Stage.WITHDRAWN, null, null, null, null)));
        end.forEach((words, ending) -> {
            var hanako = new Applicant(portal);
            var id = hanako.applyForJidoTeate();
            hanako.follow();
            push(id, update(1, Stage.IN_EXAMINATION, null, null, null, null));
            push(id, update(2, Stage.AWAITING_CORRECTION, new CorrectionRequest(UUID.randomUUID(), "確かめてください。",
                    List.of("children.r1.child-name"), LocalDate.now().plusDays(14)), null, null, null));
            var phone = new Applicant(portal);
            var link = letter("補正のお願い", hanako).firstLink();
            phone.openMailed(link, "proof", Applicant.WORD);
            var review = phone.path();
            var later = review.replace("/review", "/later");
            phone.open(later);
            assertThat(phone.html()).containsPattern("補正は、[^<]*までに提出してください").contains("受付番号と合言葉で開けます")
                    .doesNotContain("まで保存されます", "トップページの「続きから入力する」");
            phone.open(review);
            var typing = phone.sameBrowser();
            var leaving = phone.sameBrowser();
            leaving.open(later);
            typing.open(review.replace("/review", "/pages/children?after=review"));

            ending.accept(id);

            phone.press("/submission", "unchanged", "yes");
            assertThat(phone.path()).as(words).isEqualTo("/tracking/" + id);
            assertThat(phone.status()).isEqualTo(200);
            assertThat(phone.html()).contains("補正は提出されていません", "市に送られていません")
                    .doesNotContain("別の画面で内容が変更された", "補正を提出しました");
            // Also from a page that stood open, by the button of the page and by going back.
            typing.press("/pages/children", "_action", "next", "children.r1.child-name.family", "吉田");
            assertThat(typing.path()).isEqualTo("/tracking/" + id);
            assertThat(typing.html()).contains("補正は提出されていません");
            typing.open(review);
            assertThat(typing.path()).isEqualTo("/tracking/" + id);
            portal.mailbox().empty();
            leaving.press("/later", "mail", "hanako@example.jp");
            assertThat(leaving.path()).isEqualTo("/tracking/" + id);
            leaving.open(later);
            assertThat(leaving.html()).contains("補正は提出されていません").doesNotContain("入力内容を保存しました");
            // The mailed link still leads to the application, for whoever has the word.
            var looking = new Applicant(portal);
            looking.openMailed(link, "proof", Applicant.WORD);
            assertThat(looking.path()).isEqualTo("/tracking/" + id);
            assertThat(new Applicant(portal).open(review).statusCode()).isEqualTo(404);
            assertThat(exchange.consignments(500, 0).blockOptional().orElseThrow().stream()
                    .filter(one -> one.application().equals(id))).noneMatch(Consignment.Corrected.class::isInstance);
        });
    }

    @Test
    void thatANotificationWasRecordedIsSaidOnThePageAndInOneMail() {
        var hanako = new Applicant(portal);
        var id = hanako.applyForJidoTeate();
        hanako.follow();
        push(id, update(1, Stage.IN_EXAMINATION, null, null, null, null));
        hanako.open("/tracking/" + id);
        assertThat(hanako.html()).doesNotContain("受理を記録しました");

        var recorded = update(2, Stage.RECORDED, null, Outcome.RECORDED, null, null);
        push(id, recorded);
        push(id, recorded);

        hanako.open("/tracking/" + id);
        assertThat(hanako.html()).contains("受理を記録しました", "これから行っていただくことはありません");
        var letter = letter("届出を記録しました", hanako);
        assertThat(letter.text()).contains("手続き：児童手当 認定請求").doesNotContain("花子", "髙子");
        var phone = new Applicant(portal);
        phone.openMailed(letter.firstLink(), "proof", Applicant.WORD);
        assertThat(phone.html()).contains("受理を記録しました");
        assertThat(portal.mailbox().letters()).filteredOn(one -> one.subject().equals(letter.subject())).hasSize(1);
    }

    @Test
    void aDocumentWhoseBytesAreOthersIsNotKept() {
        var id = new Applicant(portal).applyForJidoTeate();
        var document = UUID.randomUUID();
        assertThatThrownBy(() -> exchange.document(id, document, "0".repeat(64), "a.pdf", pdf()).block())
                .isInstanceOfSatisfying(WebClientResponseException.class,
                        thrown -> assertThat(thrown.getStatusCode().value()).isEqualTo(422));
        assertThatThrownBy(
                () -> push(id, update(1, Stage.ISSUED, null, Outcome.APPROVED, null, document)))
                .isInstanceOfSatisfying(WebClientResponseException.class,
                        thrown -> assertThat(thrown.getStatusCode().value()).isEqualTo(404));
    }

    @Test
    void messagesAndWithdrawalReachTheOffice() {
        var hanako = new Applicant(portal);
        var id = hanako.applyForJidoTeate();
        hanako.follow();
        hanako.open("/tracking/" + id);
        hanako.press("/messages", "text", "番号は 123456789018 です");
        assertThat(hanako.status()).isEqualTo(422);
        assertThat(hanako.html()).contains("マイナンバー");
        hanako.press("/messages", "text", "いつごろ決まりますか。");
        hanako.open("/tracking/" + id + "/withdraw");
        hanako.press("/withdraw", "reason", "引っ越すため");
        assertThat(hanako.html()).contains("取り下げました");
        var sent = exchange.consignments(500, 5).blockOptional().orElseThrow().stream()
                .filter(one -> one.application().equals(id)).toList();
        assertThat(sent).extracting(one -> one.getClass().getSimpleName()).containsExactly("Submitted", "MessageSent",
                "Withdrawn");
    }

    @Test
    void theExchangeIsClosedToOthers() {
        for (var token : List.of("nonsense", portal.identity().tokenWithoutScope())) {
            assertThatThrownBy(
                    () -> new ExchangeCaller(portal, token).exchange().consignments(1, 0).block())
                    .isInstanceOfSatisfying(WebClientResponseException.class,
                            thrown -> assertThat(thrown.getStatusCode().value()).isIn(401, 403));
        }
    }

    @Test
    void aPublishedVersionNeverChanges() {
        var procedure = SampleCatalogue.procedures().getFirst();
        portal.publish(procedure, 1);
        var definition = jp.madoguchi.forms.file.DefinitionFile.writeJson(SampleCatalogue.procedures().getLast());
        assertThatThrownBy(() -> new ExchangeCaller(portal).publish(procedure.id().value(), 1, definition,
                Sha256.hex(definition)))
                .isInstanceOfSatisfying(WebClientResponseException.class,
                        thrown -> assertThat(thrown.getStatusCode().value()).isEqualTo(422));
        assertThatThrownBy(() -> new ExchangeCaller(portal).publish(procedure.id().value(), 2, definition,
                "0".repeat(64)))
                .isInstanceOfSatisfying(WebClientResponseException.class,
                        thrown -> assertThat(thrown.getStatusCode().value()).isEqualTo(422));
    }

    private static Flux<DataBuffer> pdf() {
        return Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(Applicant.PDF));
    }
}
