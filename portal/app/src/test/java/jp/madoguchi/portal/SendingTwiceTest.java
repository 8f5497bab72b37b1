package jp.madoguchi.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jp.madoguchi.testkit.AtOnce;
import jp.madoguchi.testkit.Templates;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whatever is sent three times, or by eight hands at once, is there once; and nothing else is taken for it. */
class SendingTwiceTest {

    private static final int HANDS = 8;

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

    private static Applicant handedIn() {
        var hanako = new Applicant(portal);
        hanako.applyForJidoTeate();
        hanako.follow();
        return hanako;
    }

    private static UUID id(Applicant applicant) {
        return UUID.fromString(applicant.path().split("/")[2]);
    }

    private static long messages(UUID id) {
        var told = portal.count("select count(*) from consignment where kind = 'message' and submission_id = '%s'"
                .formatted(id));
        assertThat(portal.count("select count(*) from message where submission_id = '%s'".formatted(id)))
                .isEqualTo(told);
        return told;
    }

    @Test
    void aMessageIsOne() {
        var hanako = handedIn();
        var id = id(hanako);
        var path = "/tracking/" + id + "/messages";
        var hidden = hanako.hidden(path);
        var text = Applicant.fields("text", "引っ越しの日が変わりました。");
        for (int time = 0; time < 3; time++) {
            hanako.post(path, hidden, text);
            assertThat(hanako.status()).isEqualTo(200);
            assertThat(hanako.path()).isEqualTo("/tracking/" + id);
        }
        assertThat(messages(id)).isEqualTo(1);

        var again = hanako.hidden(path);
        assertThat(again.get("_once")).isNotEqualTo(hidden.get("_once"));
        assertThat(AtOnce.by(HANDS, () -> hanako.post(path, again, text).statusCode())).containsOnly(200);
        assertThat(messages(id)).as("on a new page the same words are meant anew").isEqualTo(2);
    }

    @Test
    void whatIsWrittenAnewOnTheSamePageIsAnotherMessage() {
        var hanako = handedIn();
        var id = id(hanako);
        var path = "/tracking/" + id + "/messages";
        var hidden = hanako.hidden(path);
        assertThat(hanako.post(path, hidden, Applicant.fields("text", "")).statusCode()).isEqualTo(422);
        assertThat(hanako.post(path, hidden, Applicant.fields("text", "")).statusCode()).isEqualTo(422);
        hanako.post(path, hidden, Applicant.fields("text", "一つ目です。"));
        hanako.post(path, hidden, Applicant.fields("text", "二つ目です。"));
        assertThat(hanako.html()).contains("一つ目です。", "二つ目です。");
        assertThat(messages(id)).isEqualTo(2);
    }

    @Test
    void anotherPersonsKeyIsWorthNothing() {
        var hanako = handedIn();
        var hidden = hanako.hidden("/tracking/" + id(hanako) + "/messages");
        var taro = handedIn();
        var path = "/tracking/" + id(taro) + "/messages";
        var text = Applicant.fields("text", "同じ言葉です。");
        hanako.post("/tracking/" + id(hanako) + "/messages", hidden, text);
        var stolen = new HashMap<>(taro.hidden(path));
        stolen.put("_once", hidden.get("_once"));
        taro.post(path, stolen, text);
        assertThat(messages(id(taro))).isEqualTo(1);
        assertThat(messages(id(hanako))).isEqualTo(1);
    }

    @Test
    void aWithdrawalIsOne() {
        for (var atOnce : List.of(false, true)) {
            var hanako = handedIn();
            var id = id(hanako);
            hanako.open("/tracking/" + id + "/withdraw");
            var path = "/tracking/" + id + "/withdraw";
            var hidden = hanako.hidden(path);
            var reason = Applicant.fields("reason", "引っ越すことになりました。");
            var answers = atOnce
                    ? AtOnce.by(HANDS, () -> hanako.post(path, hidden, reason))
                    : List.of(hanako.post(path, hidden, reason), hanako.post(path, hidden, reason),
                            hanako.post(path, hidden, reason));
            assertThat(answers).allSatisfy(answer -> {
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.uri().getQuery()).isEqualTo("withdrawn");
            });
            assertThat(portal.count("select count(*) from consignment where kind = 'withdrawn' and submission_id = '%s'"
                    .formatted(id))).isEqualTo(1);
        }
    }

    @Test
    void anApplicationIsHandedInOnceAndEverySendingLeadsToItsReceipt() {
        var hanako = new Applicant(portal);
        hanako.prepareJidoTeate();
        var path = hanako.path().replaceAll("/review$", "/submission");
        var hidden = hanako.hidden("/submission");
        var fields = Applicant.fields("consent", "yes", "word", Applicant.WORD);
        var before = portal.count("select count(*) from submission");
        var answers = AtOnce.by(HANDS, () -> hanako.post(path, hidden, fields));
        assertThat(answers).allSatisfy(answer -> assertThat(answer.uri().getPath()).endsWith("/receipt"));
        assertThat(portal.count("select count(*) from submission")).isEqualTo(before + 1);
    }

    /** Saved by revision: sent twice, a page changes nothing. They keep their own key, which outlives the session. */
    private static final Set<String> BY_REVISION = Set.of("answering/page.jte", "answering/overtaken.jte");

    @Test
    void everyFormHasAKey() {
        var forms = Templates.postForms();
        assertThat(forms).hasSizeGreaterThan(15);
        assertThat(forms).filteredOn(form -> !form.text().contains("${Parts.csrf(frame)}"))
                .extracting(Templates.Form::template).containsExactlyInAnyOrderElementsOf(BY_REVISION);
    }

    @Test
    void aPageWithoutAKeyIsTakenAsItIs() {
        var hanako = handedIn();
        var id = id(hanako);
        var path = "/tracking/" + id + "/messages";
        var hidden = Map.of("_csrf", hanako.hidden(path).get("_csrf"));
        hanako.post(path, hidden, Applicant.fields("text", "古い画面から送ります。"));
        assertThat(messages(id)).isEqualTo(1);
    }
}
