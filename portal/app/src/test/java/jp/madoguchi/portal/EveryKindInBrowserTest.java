package jp.madoguchi.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jp.madoguchi.exchange.Consignment;
import jp.madoguchi.forms.definition.QuestionKind;
import jp.madoguchi.testkit.Browser;
import jp.madoguchi.testkit.Screen;
import jp.madoguchi.testkit.Visitor;
import jp.madoguchi.testkit.forms.EveryKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every kind of question on a telephone, with and without scripts: answered wrongly and told so, answered as people type,
 * read again, handed in, printed and handed on.
 */
class EveryKindInBrowserTest {

    private static final List<Way> WAYS = Stream
            .of(Way.OWNER, Way.SHOP, Way.WISHES, Way.PAPERS, Way.PEOPLE, Way.PROMISE).flatMap(List::stream).toList();

    private static PortalServer portal;
    private static Browser browser;

    @BeforeAll
    static void start() {
        portal = PortalServer.start();
        browser = Browser.launch();
        portal.publish(EveryKind.form(), 1);
        portal.publish(EveryKind.part(), 1);
    }

    @AfterAll
    static void stop() {
        browser.close();
        portal.close();
    }

    @Test
    void hasAWayForEveryQuestionOfTheFormWithEveryKind() {
        assertThat(WAYS).extracting(Way::question).containsExactlyInAnyOrderElementsOf(EveryKind.questions().stream()
                .filter(question -> !(question.kind() instanceof QuestionKind.Information))
                .map(question -> question.id().value()).toList());
    }

    @ParameterizedTest(name = "scripts: {0}")
    @ValueSource(booleans = {true, false})
    void isAnsweredReadAndHandedIn(boolean scripts) {
        try (var takako = visitor(scripts)) {
            var filling = new EveryKindFilling(takako, scripts, portal, () -> visitor(scripts));
            filling.begins();
            filling.owner();
            filling.shop();
            filling.wishes();
            filling.papers();
            filling.people();
            filling.promise();
            filling.looks("review");
            reads(takako, "main dl.facts > div");
            takako.page().locator("[name=consent]").check();
            takako.page().locator("[name=word]").fill(Applicant.WORD);
            takako.page().locator("form[action$='/submission'] button[type=submit]").click();
            assertThat(takako).shows("提出が完了しました");
            filling.looks("receipt");
            var receipt = takako.page().url();
            isPrinted(takako.page().request().get(receipt.replace("/receipt", "/copy.pdf")).body());
            isHandedOn(UUID.fromString(receipt.replaceAll(".*/tracking/([^/]+)/.*", "$1")));
        }
    }

    private static Visitor visitor(boolean scripts) {
        return scripts ? browser.visitor(Screen.NARROW) : browser.visitorWithoutScripts(Screen.NARROW);
    }

    /** Every question with its answer, as the form's own words say it. */
    private static void reads(Visitor visitor, String lines) {
        var read = visitor.page().locator(lines).all().stream().map(line -> Papers.squeezed(line.innerText())).toList();
        EveryKind.readings().forEach((label, answer) -> assertThat(read).as(label)
                .anyMatch(line -> line.startsWith(Papers.squeezed(label + answer))));
        EveryKind.rows().forEach(row -> assertThat(visitor).shows(row));
        EveryKind.PICTURES.forEach(file -> assertThat(visitor).shows(file));
    }

    /** The typeface of the copy has neither 𠮷 nor ễ: near forms stand there, with a note that says which are meant. */
    private static void isPrinted(byte[] pdf) {
        var copy = Papers.text(pdf);
        assertThat(copy).contains("U+20BB7", "U+1EC5").contains(EveryKind.PICTURES);
        EveryKind.readings().forEach((label, answer) -> assertThat(copy).as(label).contains(Papers.squeezed(label),
                Papers.squeezed(answer).replace("𠮷", "吉")));
        EveryKind.rows().forEach(row -> assertThat(copy).contains(Papers.squeezed(row).replace("ễ", "ê")));
    }

    private static void isHandedOn(UUID application) {
        var exchange = new ExchangeCaller(portal).exchange();
        var submitted = (Consignment.Submitted) exchange.consignments(100, 5).blockOptional().orElseThrow().stream()
                .filter(one -> one.application().equals(application)).findFirst().orElseThrow();
        var answers = (ObjectNode) JsonMapper.shared().readTree(submitted.answers().toString());
        var pictures = answers.remove("pictures");
        assertThat(pictures.findValuesAsString("name")).isEqualTo(EveryKind.PICTURES);
        assertThat(pictures.findValuesAsString("mediaType")).containsExactly("image/png", "application/pdf");
        assertThat(submitted.attachments()).extracting(Consignment.Attachment::question).containsExactlyInAnyOrder(
                "pictures", "pictures", "lease");
        var lease = answers.remove("lease");
        assertThat(lease.get("by").stringValue()).isEqualTo(EveryKind.LANDLORD);
        assertThat(lease.get("day").stringValue()).isEqualTo("2025-04-01");
        assertThat(lease.get("answers").stringValue()).contains("𠮷田", "髙子", "ヨシダ", "2025-04-01");
        assertThat(answers).isEqualTo(EveryKind.answers());
    }
}
