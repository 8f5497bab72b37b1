package jp.madoguchi.backoffice.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.lang.reflect.RecordComponent;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import jp.madoguchi.backoffice.Desk;
import jp.madoguchi.backoffice.TestApplications;
import jp.madoguchi.backoffice.TestOffice;
import jp.madoguchi.backoffice.office.Staff;
import jp.madoguchi.exchange.Consignment;
import jp.madoguchi.forms.QuestionId;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.platform.problem.Refusal;
import jp.madoguchi.platform.realm.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.util.LinkedMultiValueMap;

/** What must not stand in a record leaves it without a copy, by two persons, and the record stays whole. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RedactionTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final Staff CLERK = TestOffice.staff(TestOffice.CLERK1);
    private static final Staff CHIEF = TestOffice.staff(TestOffice.CHIEF);

    private TestOffice office;
    private CaseService cases;

    @BeforeAll
    void open() {
        office = TestOffice.open();
        await().atMost(TIMEOUT).until(office::hasPublishedAll);
        cases = office.bean(CaseService.class);
    }

    @AfterAll
    void close() {
        office.close();
    }

    private Consignment.Submitted arrived() {
        var submitted = TestApplications.submitted("jido-teate", TestApplications.hanako()
                .with(new QuestionId("claimant-phone"), new Answer.Text("078-987-6543")));
        take(submitted);
        return submitted;
    }

    private UUID caseOf(Consignment.Submitted submitted) {
        return Objects.requireNonNull(cases.caseOf(submitted.application()).block(TIMEOUT));
    }

    private void take(Consignment consignment) {
        office.portal().offer(consignment);
        await().atMost(TIMEOUT).until(() -> office.portal().acknowledged().contains(consignment.id()));
    }

    private UUID ask(UUID id, Staff by, @Nullable Integer event, @Nullable String answer) {
        var asked = new EventPayload.RedactionAsked(UUID.randomUUID(), event, answer, "個人番号が書かれていた");
        cases.make(id, by, CaseAction.ASK_REDACTION, (file, now) -> file.redaction().ask(by, asked, now))
                .block(TIMEOUT);
        return asked.redaction();
    }

    private void redact(UUID id, Staff by, UUID redaction) {
        office.bean(RedactionService.class).redact(id, by, redaction).block(TIMEOUT);
    }

    private void assertWhole(UUID id) {
        assertThat(office.bean(CaseRecords.class).verify(id).block(TIMEOUT))
                .extracting(CaseRecords.Verdict::trouble).isEqualTo("");
    }

    @Test
    void aMessageLeavesTheRecordAndAllItsCopies() throws SQLException {
        var submitted = arrived();
        var id = caseOf(submitted);
        var secret = "ひみつ" + UUID.randomUUID();
        take(new Consignment.MessageSent(UUID.randomUUID(), submitted.application(), Instant.now(), secret));
        cases.make(id, CLERK, CaseAction.MESSAGE,
                (file, now) -> file.messages().send(CLERK, "番号は " + secret + " ですね。", Integer.MAX_VALUE, now))
                .block(TIMEOUT);
        var typed = new LinkedMultiValueMap<String, String>();
        typed.add("note", "電話で聞いた " + secret);
        office.bean(WorkDrafts.class).keep(id, CLERK, "note", typed).block(TIMEOUT);
        await().atMost(TIMEOUT).until(() -> office.portal().updatesOf(submitted.application()).stream()
                .anyMatch(update -> String.valueOf(update.message()).contains(secret)));

        for (int event = 2; event <= 3; event++) {
            var redaction = ask(id, CLERK, event, null);
            assertThatThrownBy(() -> redact(id, CLERK, redaction)).isInstanceOf(Refusal.Forbidden.class);
            redact(id, CHIEF, redaction);
            assertThatThrownBy(() -> redact(id, CHIEF, redaction)).isInstanceOf(Refusal.Conflict.class);
            assertWhole(id);
        }

        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(holding(secret)).isEmpty());
        assertThat(page(id)).contains(FreeText.TAKEN_OUT).doesNotContain(secret);
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(
                office.portal().updatesOf(submitted.application()).stream().flatMap(u -> u.takenOut().stream()))
                .anyMatch(each -> Seal.fits(each.sha256(), each.salt(), secret))
                .anyMatch(each -> Seal.fits(each.sha256(), each.salt(), "番号は " + secret + " ですね。")));
    }

    @Test
    void anAnswerLeavesEveryRevisionAndIsNoLongerFound() throws SQLException {
        var submitted = arrived();
        var id = caseOf(submitted);
        take(TestApplications.corrected(submitted, UUID.randomUUID(), TestApplications.hanako()
                .with(new QuestionId("claimant-phone"), new Answer.Text("078-987-6543"))));
        assertThat(holding("0789876543")).contains("case_search");

        redact(id, CHIEF, ask(id, CLERK, null, "claimant-phone"));

        assertWhole(id);
        assertThat(rows("case_answers where case_id = '" + id + "' and answers like '%6543%'")).isZero();
        assertThat(rows("case_search where case_id = '" + id + "' and key like '%9876543%'")).isZero();
        assertThat(rows("case_answers where case_id = '" + id + "' and answers like '%花子%'")).isEqualTo(2);
    }

    @Test
    void whoAskedDoesNotConfirmAlsoAsAnApprover() {
        var id = caseOf(arrived());
        cases.make(id, CHIEF, CaseAction.NOTE, (file, now) -> file.messages().note(CHIEF, NoteKind.FACT, "消したい", now))
                .block(TIMEOUT);
        var redaction = ask(id, CHIEF, 2, null);

        assertThatThrownBy(() -> redact(id, CHIEF, redaction)).isInstanceOf(Refusal.Forbidden.class)
                .hasMessageContaining("別の決裁者");
        assertThatThrownBy(() -> ask(id, CLERK, 2, null)).hasMessageContaining("すでに求められています");
        var second = new Staff(new UUID(5, 5).toString(), "chief2", "次長", "chuo", "中央区役所", Set.of(Role.APPROVER));
        cases.make(id, second, CaseAction.REDACT, (file, now) -> file.redaction().decline(second, redaction, now))
                .block(TIMEOUT);
        assertThatThrownBy(() -> redact(id, second, redaction)).isInstanceOf(Refusal.Conflict.class);
        assertThat(page(id)).contains("消したい");
        assertWhole(id);
    }

    @Test
    void nothingTakesThePlaceOfATextButWhatTheRecordSays() throws SQLException {
        var id = caseOf(arrived());
        cases.make(id, CLERK, CaseAction.NOTE, (file, now) -> file.messages().note(CLERK, NoteKind.FACT, "残る", now))
                .block(TIMEOUT);
        try (var connection = office.database().backoffice().connect(); var sql = connection.createStatement()) {
            for (var call : List.of(
                    "select take_out_of_event('" + id + "', 2, '{\"what\": {\"type\": \"note-added\"}}')",
                    "select take_out_of_answers('" + id + "', 1, '{}', '{}', repeat('0', 32))")) {
                assertThatThrownBy(() -> sql.execute(call)).as(call)
                        .hasMessageContaining("the record of the case does not say so");
            }
            assertThatThrownBy(() -> sql.execute("set madoguchi.taking_out = 'on'; update case_event set type = 'x'"))
                    .hasMessageContaining("permission denied");
        }
        redact(id, CHIEF, ask(id, CLERK, 2, null));
        assertWhole(id);

        try (var connection = office.database().backoffice().owner().connect();
                var sql = connection.createStatement()) {
            sql.execute("set madoguchi.taking_out = 'on'; update case_event set body = replace(body, '削除しました', '消した') "
                    + "where case_id = '" + id + "' and sequence = 2");
        }
        assertThat(office.bean(CaseRecords.class).verify(id).block(TIMEOUT))
                .extracting(CaseRecords.Verdict::trouble).asString().contains("2番目");
    }

    /** Every text in an event is either typed by people, and can be taken out, or made by the program. */
    @Test
    void everyTypedTextOfEveryEventCanBeTakenOut() {
        var made = Set.of("receiptNumber", "procedure", "contentHash", "office", "from", "to", "staff", "name",
                "number",
                "sha256", "answer", "hash", "answers", "entry", "duplicateOf");
        var texts = new ArrayList<String>();
        Stream.concat(Arrays.stream(EventPayload.class.getPermittedSubclasses()), Stream.of(Proposal.class))
                .flatMap(type -> Arrays.stream(type.getRecordComponents()))
                .filter(component -> component.getType() == String.class).map(RecordComponent::getName)
                .filter(name -> !made.contains(name)).forEach(texts::add);
        assertThat(texts).isNotEmpty().allMatch(FreeText.NAMES::contains);
    }

    private String page(UUID id) {
        return Objects.requireNonNull(office.as(TestOffice.CHIEF).get().uri("/cases/" + id).exchange().expectStatus()
                .isOk().expectBody(String.class).returnResult().getResponseBody());
    }

    /** The tables in which a text stands anywhere. */
    private List<String> holding(String text) throws SQLException {
        var tables = new ArrayList<String>();
        try (var connection = office.database().backoffice().owner().connect();
                var sql = connection.createStatement();
                var names = sql.executeQuery("select relname from pg_class where relkind = 'r' "
                        + "and relnamespace = 'backoffice'::regnamespace")) {
            while (names.next()) {
                tables.add(names.getString(1));
            }
        }
        var found = new ArrayList<String>();
        for (var table : tables) {
            if (rows(table + " t where t::text like '%" + text + "%'") > 0) {
                found.add(table);
            }
        }
        return found;
    }

    private long rows(String fromWhere) throws SQLException {
        try (var connection = office.database().backoffice().owner().connect();
                var sql = connection.createStatement();
                var count = sql.executeQuery("select count(*) from " + fromWhere)) {
            count.next();
            return count.getLong(1);
        }
    }

    /** The page leads there and back; what is typed is kept beside what is wrong. */
    @Test
    void thePageAsksAndConfirms() {
        var id = caseOf(arrived());
        cases.make(id, CLERK, CaseAction.NOTE, (file, now) -> file.messages().note(CLERK, NoteKind.FACT, "番号あり", now))
                .block(TIMEOUT);
        var clerk = new Desk(office, TestOffice.CLERK1);
        clerk.open("/cases/" + id + "/redaction");
        assertThat(clerk.press("/cases/" + id + "/redaction", "target", "event:99", "reason", "理由は書いた").body())
                .contains("削除するものを選んでください", "理由は書いた");
        assertThat(clerk.press("/cases/" + id + "/redaction", "target", "event:2", "reason", "番号が入った").body())
                .contains("削除を求めました", "求めた人とは別の決裁者が確認します");
        var redaction = Objects.requireNonNull(cases.look(id, CLERK).block(TIMEOUT)).file().redactions().open()
                .getFirst().what().redaction();
        var chief = new Desk(office, TestOffice.CHIEF);
        assertThat(chief.open("/cases/" + id).body()).contains("記録の削除が求められています");
        assertThat(chief.open("/cases/" + id + "/redaction").body()).contains("確認して削除する", "番号が入った");
        assertThat(chief.press("/cases/" + id + "/redaction/" + redaction + "/confirm").body()).contains("削除しました。");
        assertThat(office.bean(DatabaseClient.class)
                .sql("select count(*) from case_event where body like '%番号あり%'").map(row -> row.get(0, Long.class))
                .one().block(TIMEOUT)).isZero();
        assertWhole(id);
    }
}
