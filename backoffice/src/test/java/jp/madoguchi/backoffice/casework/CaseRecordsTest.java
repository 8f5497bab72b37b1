package jp.madoguchi.backoffice.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import jp.madoguchi.backoffice.BackofficeApplication;
import jp.madoguchi.backoffice.Desk;
import jp.madoguchi.backoffice.TestApplications;
import jp.madoguchi.backoffice.TestOffice;
import jp.madoguchi.exchange.Consignment;
import jp.madoguchi.exchange.ReceiptNumber;
import jp.madoguchi.platform.security.StaffMember;
import jp.madoguchi.platform.store.ObjectStore;
import jp.madoguchi.testkit.Database;
import jp.madoguchi.testkit.Postgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import reactor.core.publisher.Flux;

/** Whatever is changed past the program is found and told; the program itself can change nothing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CaseRecordsTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final List<String> RECORD = List.of("case_event", "case_answers", "case_attachment",
            "case_document", "case_access");

    private TestOffice office;
    private CaseRecords records;

    @BeforeAll
    void open() {
        office = TestOffice.open();
        await().atMost(TIMEOUT).until(office::hasPublishedAll);
        records = office.bean(CaseRecords.class);
    }

    @AfterAll
    void close() {
        office.close();
    }

    /** A case with a file, a correction and one that came late. */
    private UUID arrived() {
        var submitted = TestApplications.childAllowance(held("領収書.png"));
        take(submitted);
        var id = Objects.requireNonNull(
                office.bean(CaseService.class).caseOf(submitted.application()).block(TIMEOUT));
        var clerk = TestOffice.staff(TestOffice.CLERK1);
        var request = Cases.correction(java.time.LocalDate.now(java.time.ZoneOffset.UTC).plusDays(14));
        var cases = office.bean(CaseService.class);
        cases.make(id, clerk, CaseAction.CLAIM, (file, now) -> file.claim(clerk, now, Cases.LEASE)).block(TIMEOUT);
        cases.make(id, clerk, CaseAction.REQUEST_CORRECTION,
                (file, now) -> file.corrections().request(clerk, request, now))
                .block(TIMEOUT);
        var first = TestApplications.corrected(submitted, request.id(), TestApplications.hanako());
        var again = held("後から.png");
        take(first);
        take(new Consignment.Corrected(UUID.randomUUID(), submitted.application(), first.at(), request.id(),
                first.answers(), Stream.concat(submitted.attachments().stream(), Stream.of(again)).toList(), null));
        return id;
    }

    private Consignment.Attachment held(String name) {
        var bytes = TestApplications.bytes(name + UUID.randomUUID());
        var attachment = TestApplications.attachment(name, bytes);
        office.portal().hold(attachment.id(), bytes);
        return attachment;
    }

    private void take(Consignment consignment) {
        office.portal().offer(consignment);
        await().atMost(TIMEOUT).until(() -> office.portal().acknowledged().contains(consignment.id()));
    }

    @Test
    void theProgramCanOnlyAddToTheRecord() throws SQLException {
        var id = arrived();
        try (var connection = office.database().backoffice().connect(); var sql = connection.createStatement()) {
            for (var table : RECORD) {
                // Whoever may not give a right is only warned.
                sql.execute("grant all on " + table + " to backoffice");
                for (var change : List.of("delete from " + table, "truncate " + table + " cascade",
                        "update " + table + " set case_id = case_id", "drop table " + table + " cascade",
                        "alter table " + table + " disable trigger all",
                        "drop trigger " + table + "_append_only on " + table,
                        "create or replace trigger t before insert on " + table
                                + " for each row execute function is_append_only()")) {
                    assertThatThrownBy(() -> sql.execute(change)).as(change).isInstanceOf(SQLException.class)
                            .hasMessageMatching("(?s).*(permission denied|must be owner|no privileges).*");
                }
            }
            assertThatThrownBy(() -> sql.execute("set session_replication_role = replica"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> sql.execute("select * from flyway_schema_history"))
                    .hasMessageContaining("permission denied");
        }
        // And the owner is stopped by the triggers, as long as they are not taken off on purpose.
        try (var connection = office.database().backoffice().owner().connect();
                var sql = connection.createStatement()) {
            for (var table : RECORD) {
                assertThatThrownBy(() -> sql.execute("update " + table + " set case_id = case_id"))
                        .hasMessageContaining("append-only");
            }
        }
        assertThat(records.isUnguarded().block(TIMEOUT)).isFalse();
        assertThat(records.verify(id).block(TIMEOUT)).isEqualTo(new CaseRecords.Verdict(6, "", false));
    }

    @TestFactory
    Stream<DynamicTest> whateverIsChangedIsFound() {
        return Stream.of(
                "update case_answers set answers = replace(answers, '花子', '化子') where case_id = ? and revision = 1",
                "update case_answers set answers = answers || ' ' where case_id = ? and revision = 2",
                "update case_answers set answers = answers || ' ' where case_id = ? and revision = 3",
                "update case_answers set salt = repeat('0', 32) where case_id = ? and revision = 2",
                "update case_answers set salt = null where case_id = ? and revision = 1",
                "delete from case_answers where case_id = ? and revision = 2",
                "insert into case_answers (case_id, revision, received_at, answers) values (?, 9, now(), '{}')",
                "update case_attachment set sha256 = repeat('0', 64) where case_id = ? and revision = 1",
                "update case_attachment set name = 'ほか.png' where case_id = ? and revision = 3",
                "update case_attachment set question = 'claimant-phone' where case_id = ?",
                "update case_attachment set revision = 2 where case_id = ? and revision = 3",
                "delete from case_attachment where case_id = ? and revision = 3",
                "update case_event set body = replace(body, '申請者', '職員') where case_id = ? and sequence = 1",
                "delete from case_event where case_id = ? and sequence = 6",
                "delete from case_event where case_id = ?",
                "insert into case_document (id, case_id, number, name, bytes, sha256, store_key, made_at) "
                        + "values (gen_random_uuid(), ?, gen_random_uuid()::text, 'x', 1, repeat('0', 64), 'x', now())")
                .map(change -> DynamicTest.dynamicTest(change, () -> {
                    var id = arrived();
                    assertThat(records.check(id).block(TIMEOUT)).extracting(CaseRecords.Verdict::trouble)
                            .isEqualTo("");

                    asOwner(change, id);

                    assertThat(records.verify(id).block(TIMEOUT)).extracting(CaseRecords.Verdict::trouble)
                            .asString().isNotEmpty();
                }));
    }

    @Test
    void aBrokenRecordIsToldFirstOverAllCases() throws SQLException {
        var id = arrived();
        var number = number(id);
        for (int i = 0; i < 51; i++) {
            take(TestApplications.childAllowance());
        }
        assertThat(page(TestOffice.AUDITOR, "/audit")).doesNotContain(number);

        asOwner("update case_answers set answers = answers || ' ' where case_id = ? and revision = 1", id);
        asOwner("update record_check set checked_at = 'epoch' where case_id = ?", id);

        var gauge = office.bean(MeterRegistry.class).get("madoguchi.audit.broken").gauge();
        await().atMost(TIMEOUT).until(() -> gauge.value() >= 1);
        var audit = page(TestOffice.AUDITOR, "/audit");
        assertThat(audit).contains("記録に異常のある案件が").contains("1番目：回答 第1版の内容が、到達の時と一致しません。");
        assertThat(audit.indexOf("異常あり")).isPositive().isLessThan(audit.indexOf("異常なし"));
        var second = audit.replaceAll("(?s).*href=\"(/audit\\?after=[0-9a-f-]{36})\".*", "$1");
        assertThat(page(TestOffice.AUDITOR, second)).contains("異常なし").doesNotContain("異常あり", number);
        assertThat(page(TestOffice.ADMIN, "/intake")).contains("記録に異常のある案件が");
        assertThat(start(TestOffice.AUDITOR)).contains("監査の画面で確かめてください");
        assertThat(start(TestOffice.ADMIN)).contains("監査の画面で確かめてください");
        assertThat(start(TestOffice.CLERK1)).doesNotContain("記録に異常");
    }

    @Test
    void aFileThatIsNoLongerWhatWasHandedInIsFound() throws SQLException {
        var id = arrived();
        assertThat(records.checkFiles(id).block(TIMEOUT)).isEmpty();
        var key = asOwner("select store_key from case_attachment where case_id = ? and revision = 1", id);
        var store = office.bean(ObjectStore.class);

        store.put(key, Flux.just(new DefaultDataBufferFactory().wrap("別の中身".getBytes(StandardCharsets.UTF_8))),
                "image/png", 100).block(TIMEOUT);

        assertThat(records.checkFiles(id).block(TIMEOUT)).contains("一致しません");
        assertThat(records.due(java.time.Instant.now().plusSeconds(60), 1000).collectList().block(TIMEOUT))
                .contains(new CaseRecords.Due(id, true));
        store.delete(key).block(TIMEOUT);
        assertThat(records.checkFiles(id).block(TIMEOUT)).contains("中身がありません");
        assertThat(audited(number(id))).contains("異常あり", "中身がありません");
    }

    @Test
    void aCaseFromBeforeIsSaidToBeSo() throws SQLException {
        var submitted = TestApplications.childAllowance(held("古い.png"));
        take(submitted);
        var id = Objects.requireNonNull(
                office.bean(CaseService.class).caseOf(submitted.application()).block(TIMEOUT));
        var now = EventJson.read(asOwner("select body from case_event where case_id = ?", id));
        var arrival = (EventPayload.Arrived) now.what();
        var body = EventJson.write(new CaseEvent(id, 1, now.at(), now.actor(),
                new EventPayload.Arrived(arrival.receiptNumber(), arrival.procedure(), arrival.version(),
                        arrival.contentHash(), arrival.channel(), arrival.office(), arrival.notification(),
                        arrival.standardDays(), arrival.periods())),
                Seal.newSalt());
        var hash = Seal.hash(EventChain.BEGINNING, body);
        asOwner("update case_event set body = '" + body + "', hash = '" + hash + "' where case_id = ?", id);
        asOwner("update case_file set last_hash = '" + hash + "' where id = ?", id);
        asOwner("update case_answers set salt = null where case_id = ?", id);
        asOwner("update case_attachment set salt = null where case_id = ?", id);

        assertThat(records.verify(id).block(TIMEOUT)).isEqualTo(new CaseRecords.Verdict(1, "", true));
        assertThat(audited(number(id))).contains("異常なし", "対象外です");
    }

    @Test
    void theMigrationRunsByItself() throws SQLException {
        Database fresh = Postgres.freshDatabase();
        var arguments = Stream.concat(Stream.of("migrate"), fresh.backoffice().reactiveSettings().entrySet().stream()
                .filter(setting -> !setting.getKey().equals("spring.r2dbc.password"))
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())).toArray(String[]::new);

        BackofficeApplication.main(arguments);
        BackofficeApplication.main(arguments);

        try (var connection = fresh.backoffice().connect();
                var sql = connection.createStatement();
                var kept = sql.executeQuery("select count(*), (select count(*) from office) from city_file")) {
            assertThat(kept.next()).isTrue();
            assertThat(kept.getInt(1)).as("which city it is, the first start says").isZero();
            assertThat(kept.getInt(2)).as("offices").isZero();
        } finally {
            Postgres.drop(fresh);
        }
    }

    private String number(UUID id) throws SQLException {
        return ReceiptNumber.grouped(asOwner("select receipt_number from case_file where id = ?", id));
    }

    /** With the guards taken off, as only who owns the tables can; the first column of a query's first row. */
    private String asOwner(String sql, UUID id) throws SQLException {
        try (var connection = office.database().backoffice().owner().connect()) {
            connection.setAutoCommit(false);
            try (var guards = connection.createStatement()) {
                for (var table : RECORD) {
                    guards.execute("alter table " + table + " disable trigger user");
                }
                guards.execute("set constraints all deferred");
                if (sql.startsWith("delete from case_answers")) {
                    guards.execute(
                            "alter table case_attachment drop constraint if exists case_attachment_case_id_revision_fkey");
                }
            }
            var answer = "";
            try (var statement = connection.prepareStatement(sql)) {
                statement.setObject(1, id);
                if (statement.execute()) {
                    var rows = statement.getResultSet();
                    rows.next();
                    answer = rows.getString(1);
                }
            }
            try (var guards = connection.createStatement()) {
                for (var table : RECORD) {
                    guards.execute("alter table " + table + " enable trigger user");
                }
            }
            connection.commit();
            return answer;
        }
    }

    private String audited(String number) {
        var auditor = new Desk(office, TestOffice.AUDITOR);
        auditor.open("/audit");
        return auditor.press("/audit", "receipt", number).body();
    }

    private String page(StaffMember who, String path) {
        return Objects.requireNonNull(office.as(who).get().uri(path).exchange().expectStatus().isOk()
                .expectBody(String.class).returnResult().getResponseBody());
    }

    /** What the page says to which the front door leads. */
    private String start(StaffMember who) {
        var browser = office.as(who);
        var led = browser.get().uri("/").exchange().expectStatus().isSeeOther().returnResult(Void.class);
        var session = Objects.requireNonNull(led.getResponseCookies().getFirst("MADOGUCHI_BACKOFFICE"));
        return Objects.requireNonNull(browser.get()
                .uri(Objects.requireNonNull(led.getResponseHeaders().getLocation()).getPath())
                .cookie(session.getName(), session.getValue()).exchange().expectStatus().isOk()
                .expectBody(String.class).returnResult().getResponseBody());
    }
}
