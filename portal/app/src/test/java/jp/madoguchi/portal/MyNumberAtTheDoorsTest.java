package jp.madoguchi.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;

import jp.madoguchi.testkit.Templates;
import jp.madoguchi.testkit.WholeDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Wherever a resident types, a My Number is not taken: the word stands beside the field, what was typed stays, nothing is kept. */
class MyNumberAtTheDoorsTest {

    private static final String NUMBER = "123456789018";
    private static final String TYPED = "番号は" + NUMBER + "です";
    private static final String WORD = "マイナンバー（個人番号）と思われる";

    /** Why a field into which somebody types needs no guard. */
    private static final Map<String, String> WITHOUT = Map.of("account/link.jte proof", "compared, never kept",
            "tracking/find.jte number", "compared, never kept", "tracking/find.jte word", "compared, never kept",
            "delegation/ask.jte mail", "an address or nothing", "resume/later.jte mail",
            "an address or nothing", "tracking/again.jte number", "a receipt number or nothing",
            "tracking/again.jte mail",
            "an address or nothing", "tracking/word.jte proof", "compared, never kept");
    /** Tried below. */
    private static final Map<String, String> TRIED = Map.of("tracking/track.jte text", "message",
            "tracking/withdraw.jte reason", "withdrawal", "review/review.jte word", "own word",
            "tracking/word.jte word",
            "own word again, in LinkStoryTest");

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
    void everyFieldIsGuardedOrNeedsNoGuard() {
        var fields = Templates.postForms().stream()
                .flatMap(form -> form.typed().stream().map(field -> form.template() + " " + field))
                .collect(Collectors.toSet());
        var known = new java.util.TreeSet<>(WITHOUT.keySet());
        known.addAll(TRIED.keySet());
        assertThat(fields).containsExactlyInAnyOrderElementsOf(known);
    }

    @Test
    void isRefusedInMessageAndWithdrawal() {
        var hanako = new Applicant(portal);
        var id = hanako.applyForJidoTeate();
        hanako.follow();
        hanako.press("/messages", "text", TYPED);
        assertThat(hanako.status()).isEqualTo(422);
        assertThat(hanako.html()).contains(WORD, TYPED);

        hanako.open("/tracking/" + id + "/withdraw");
        hanako.press("/withdraw", "reason", TYPED);
        assertThat(hanako.status()).isEqualTo(422);
        assertThat(hanako.html()).contains(WORD, TYPED);
        hanako.press("/withdraw", "reason", "あ".repeat(2001));
        assertThat(hanako.status()).isEqualTo(422);
        assertThat(hanako.html()).contains("あ".repeat(2001), "2,000");
        assertThat(portal.count("select count(*) from submission where withdrawn_at is not null")).isZero();
        hanako.press("/withdraw", "reason", "番号を消しました。受付番号は1234-5678-9012です。");
        assertThat(hanako.path()).isEqualTo("/tracking/" + id);
        assertThat(portal.count("select count(*) from submission where withdrawn_at is not null")).isEqualTo(1);
        assertThat(WholeDatabase.tablesWith(portal.database().portal(), NUMBER)).isEmpty();
    }

    @Test
    void isNoOwnWordAndNoNameOfAFile() {
        var hanako = new Applicant(portal);
        hanako.startJidoTeate();
        hanako.fillInJidoTeate();
        hanako.attach(new Applicant.Upload("identity", "通知カード" + NUMBER + ".pdf", Applicant.PDF), "_attach",
                "identity");
        assertThat(hanako.html()).contains("通知カード○○○○○○○○○○○○.pdf").doesNotContain(NUMBER);
        hanako.fillIn("truth", "yes");
        hanako.press("/submission", "consent", "yes", "word", NUMBER);
        assertThat(hanako.status()).isEqualTo(422);
        assertThat(hanako.html()).contains(WORD);
        assertThat(WholeDatabase.tablesWith(portal.database().portal(), NUMBER)).isEmpty();
    }
}
