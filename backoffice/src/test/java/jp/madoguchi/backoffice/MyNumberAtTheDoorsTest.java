package jp.madoguchi.backoffice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.madoguchi.backoffice.casework.CaseService;
import jp.madoguchi.platform.security.StaffMember;
import jp.madoguchi.testkit.Templates;
import jp.madoguchi.testkit.WholeDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** Wherever a member of staff types, a My Number is not taken: the word stands beside the field, what was typed stays, nothing is kept. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MyNumberAtTheDoorsTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(40);
    private static final String NUMBER = "123456789018";
    private static final String TYPED = "番号は" + NUMBER + "です";
    private static final Pattern INPUT = Pattern.compile("<input class=\"input[^>]* name=\"([^\"]+)\"");

    /** Their fields are there in any state that lets them be sent. */
    private static final List<String> ALWAYS = List.of("cases/words.jte", "cases/correction.jte",
            "decision/propose.jte",
            "decision/approval.jte");

    private TestOffice office;
    private UUID claimed;
    private UUID proposed;

    @BeforeAll
    void open() {
        office = TestOffice.open();
        await().atMost(TIMEOUT).until(office::hasPublishedAll);
        claimed = opened();
        proposed = opened();
        for (var id : List.of(claimed, proposed)) {
            var clerk = new Desk(office, TestOffice.CLERK1);
            clerk.open("/cases/" + id);
            assertThat(clerk.press("/cases/" + id + "/claim").statusCode()).isEqualTo(200);
        }
        var clerk = new Desk(office, TestOffice.CLERK1);
        clerk.open("/cases/" + proposed + "/decision");
        assertThat(clerk.press("/cases/" + proposed + "/decision", "outcome", "APPROVED").body()).contains("決裁に回しました");
    }

    @AfterAll
    void close() {
        office.close();
    }

    /** Who may do it writes it: the right is asked for before anything typed is looked at. */
    private static final Set<String> CHIEFS = Set.of("send-back", "take-over", "hand-back", "reopen");

    /** One field of one form. */
    private record Place(String template, String action, String field) {}

    /** What the city writes of itself, its procedures and offices, is about nobody. */
    private static Stream<Place> places() {
        return Templates.postForms().stream().filter(form -> form.template().startsWith("cases/")
                || form.template().startsWith("decision/") || form.action().equals("/intake/routing")).flatMap(
                        form -> form.typed().stream().map(field -> new Place(form.template(), form.action(), field)));
    }

    @Test
    void thereAreMany() {
        assertThat(places().map(Place::field)).contains("note", "message", "take-over", "transfer", "reopen",
                "hand-back",
                "said", "recall", "facts", "clause", "remark", "send-back", "reason", "reason-");
    }

    @TestFactory
    Stream<DynamicTest> isRefusedBesideItsField() {
        return places().map(place -> DynamicTest.dynamicTest(place.template() + " " + place.field(), () -> {
            var id = place.field().equals("send-back") ? proposed : claimed;
            var ofCase = !place.action().startsWith("/intake") && !place.action().equals("/posting");
            var action = ofCase ? "/cases/" + id + place.action().replaceFirst("^/cases/\\*", "") : place.action();
            var desk = new Desk(office, who(place));
            desk.open(ofCase ? "/cases/" + id : place.action().startsWith("/intake") ? "/intake" : "/posting");
            var field = place.field().endsWith("-") ? place.field() + id : place.field();
            var answer = desk.press(action, field, TYPED, "kind", "FACT", "where", "COUNTER", "outcome", "REFUSED");
            assertThat(answer.statusCode()).isEqualTo(422);
            // A move that this case does not offer just now has no field to show; it is refused all the same.
            if (ALWAYS.contains(place.template()) || answer.body().contains("action=\"" + action + "\"")) {
                assertThat(answer.body()).contains("マイナンバー（個人番号）と思われる", TYPED);
            }
            assertThat(WholeDatabase.tablesWith(office.database().backoffice(), NUMBER)).isEmpty();
        }));
    }

    private static StaffMember who(Place place) {
        return place.action().startsWith("/intake")
                ? TestOffice.ADMIN
                : CHIEFS.contains(place.field()) ? TestOffice.CHIEF : TestOffice.CLERK1;
    }

    @Test
    void isNotTakenIntoTheRegister() {
        var reform = new Desk(office, TestOffice.REFORM);
        var page = reform.open("/reform/entries/new").body();
        var names = INPUT.matcher(page).results().map(found -> found.group(1)).toList();
        assertThat(names).hasSizeGreaterThan(5);
        for (var name : names) {
            reform.open("/reform/entries/new");
            var answer = reform.press("/reform/entries/new", name, TYPED);
            assertThat(answer.statusCode()).as(name).isEqualTo(422);
            assertThat(answer.body()).as(name).contains("マイナンバー（個人番号）と思われる", TYPED);
        }
        assertThat(WholeDatabase.tablesWith(office.database().backoffice(), NUMBER)).isEmpty();
    }

    @Test
    void isHiddenInWhatIsKeptWhileTyping() {
        var clerk = new Desk(office, TestOffice.CLERK1);
        clerk.open("/cases/" + claimed);
        assertThat(clerk.press("/cases/" + claimed + "/drafts/note", "note", TYPED + "。電話で確認。").statusCode())
                .isEqualTo(204);
        assertThat(clerk.open("/cases/" + claimed).body()).contains("番号は○○○○○○○○○○○○です。電話で確認。");
        assertThat(WholeDatabase.tablesWith(office.database().backoffice(), NUMBER)).isEmpty();
    }

    @Test
    void aReceiptNumberIsNone() {
        var clerk = new Desk(office, TestOffice.CLERK1);
        var taken = new ArrayList<Integer>();
        for (int i = 0; i < 20; i++) {
            clerk.open("/cases/" + claimed);
            var number = jp.madoguchi.exchange.ReceiptNumber.random().grouped();
            taken.add(clerk.press("/cases/" + claimed + "/note", "kind", "FACT", "note", "関連する申請は" + number + "です。")
                    .statusCode());
        }
        assertThat(taken).containsOnly(200);
    }

    private UUID opened() {
        var submitted = TestApplications.childAllowance();
        office.portal().offer(submitted);
        return await().atMost(TIMEOUT)
                .until(() -> office.bean(CaseService.class).caseOf(submitted.application()).blockOptional(),
                        java.util.Optional::isPresent)
                .orElseThrow();
    }
}
