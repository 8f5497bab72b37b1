package jp.madoguchi.backoffice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.madoguchi.backoffice.casework.CaseService;
import jp.madoguchi.forms.file.DefinitionFile;
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

    /** Compared with a name that is known, and never kept: whatever else is typed there is refused. */
    private static final Set<String> COMPARED = Set.of("procedures/check.jte replaces");

    /** Fields that a class draws and no template names; each has a test of its own below, or leads to no kept text. */
    private static final Set<String> DRAWN_BY_JAVA = Set.of("EntryPage.java", "RegisterPage.java");

    /** One field of one form. */
    private record Place(String template, String action, String field) {

        @Override
        public String toString() {
            return template + " " + field;
        }
    }

    /** Every field of every form that posts, read from the templates: a new one is tried as soon as it is there. */
    private static Stream<Place> places() {
        return Templates.postForms().stream()
                .flatMap(form -> form.typed().stream()
                        .map(field -> new Place(form.template(), form.action(), field)))
                .filter(place -> !COMPARED.contains(place.toString()));
    }

    @Test
    void thereAreMany() {
        assertThat(places().map(Place::field)).contains("note", "message", "take-over", "transfer", "reopen",
                "hand-back", "said", "recall", "facts", "clause", "remark", "send-back", "reason", "reason-",
                "reasonEn",
                "signer", "section", "phone", "mark", "text", "receipt");
    }

    @Test
    void noOtherClassDrawsFieldsByItself() throws IOException {
        try (var files = Files.walk(Path.of("src", "main", "java"))) {
            assertThat(files.filter(Files::isRegularFile).filter(MyNumberAtTheDoorsTest::drawsFields)
                    .map(file -> file.getFileName().toString())).containsExactlyInAnyOrderElementsOf(DRAWN_BY_JAVA);
        }
    }

    private static boolean drawsFields(Path file) {
        try {
            return Pattern.compile("Controls\\.text(?:area)?\\(").matcher(Files.readString(file)).find();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @TestFactory
    Stream<DynamicTest> isRefusedBesideItsField() {
        return places().map(place -> DynamicTest.dynamicTest(place.toString(), () -> {
            var id = place.field().equals("send-back") ? proposed : claimed;
            var action = action(place, id);
            var desk = new Desk(office, who(action, place));
            desk.open(page(action, id));
            var field = place.field().endsWith("-") ? place.field() + id : place.field();
            var answer = desk.press(action, field, TYPED, "kind", "FACT", "where", "COUNTER", "outcome", "REFUSED",
                    "state", "PAUSED", "revision", "0");
            assertThat(answer.statusCode()).isEqualTo(422);
            // What is not offered just now (a move of the case, nothing to re-route) has no field to show; it is refused all the same.
            if (ALWAYS.contains(place.template())
                    || answer.body().contains("action=\"" + action + "\"")) {
                assertThat(answer.body()).contains("マイナンバー（個人番号）と思われる", TYPED);
            }
            assertThat(WholeDatabase.tablesWith(office.database().backoffice(), NUMBER)).isEmpty();
        }));
    }

    private static String action(Place place, UUID id) {
        if (place.template().startsWith("procedures/")) {
            return place.action().replaceFirst("^\\*", "/procedures/jido-teate");
        }
        if (place.template().startsWith("office/")) {
            return place.action().replace("*", "chuo");
        }
        var ofCase = !place.action().startsWith("/") || place.action().startsWith("/cases/")
                || place.template().startsWith("cases/")
                || place.template().startsWith("decision/") && !place.action().equals("/posting");
        return ofCase ? "/cases/" + id + place.action().replaceFirst("^/cases/\\*", "") : place.action();
    }

    /** Where the form stands. */
    private static String page(String action, UUID id) {
        return action.startsWith("/cases/")
                ? "/cases/" + id
                : action.equals("/intake/routing") ? "/intake" : action.replaceFirst("/standing$", "/history");
    }

    private static StaffMember who(String action, Place place) {
        if (action.startsWith("/intake") || action.startsWith("/city")) {
            return TestOffice.ADMIN;
        }
        if (action.startsWith("/procedures")) {
            return TestOffice.DESIGNER;
        }
        if (action.startsWith("/audit")) {
            return TestOffice.AUDITOR;
        }
        return CHIEFS.contains(place.field()) ? TestOffice.CHIEF : TestOffice.CLERK1;
    }

    @Test
    void isNotTakenInAFile() {
        var definition = DefinitionFile.writeJson(TestApplications.procedure("jido-teate"))
                .replaceFirst("児童手当", "児童手当" + NUMBER);
        var register = "手続番号,手続名\nA-1," + NUMBER + "\n";
        assertThat(sent(TestOffice.DESIGNER, "/procedures/file", "x.json", definition))
                .contains("マイナンバー（個人番号）と思われる");
        assertThat(sent(TestOffice.REFORM, "/reform/import", "x.csv", register)).isNotEmpty();
        assertThat(WholeDatabase.tablesWith(office.database().backoffice(), NUMBER)).isEmpty();
    }

    private String sent(StaffMember who, String path, String name, String content) {
        var desk = new Desk(office, who);
        desk.open(path);
        var answer = desk.send(path, name, content);
        assertThat(answer.statusCode()).isEqualTo(422);
        return answer.body();
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
