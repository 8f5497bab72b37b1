package jp.madoguchi.backoffice.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import jp.madoguchi.backoffice.Desk;
import jp.madoguchi.backoffice.TestApplications;
import jp.madoguchi.backoffice.TestOffice;
import jp.madoguchi.backoffice.casework.Actor;
import jp.madoguchi.backoffice.casework.CaseService;
import jp.madoguchi.backoffice.casework.Stranded;
import jp.madoguchi.backoffice.office.Offices;
import jp.madoguchi.exchange.Consignment;
import jp.madoguchi.forms.QuestionId;
import jp.madoguchi.forms.answer.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;

/** Nothing is lost and nothing is doubled, whatever breaks between portal and back office. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IntakeTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private TestOffice office;

    @BeforeAll
    void open() {
        office = TestOffice.open();
        await().atMost(TIMEOUT).until(office::hasPublishedAll);
    }

    @AfterAll
    void close() {
        office.close();
    }

    @Test
    void theSameConsignmentTwiceMakesOneCaseEvenAtOnce() throws SQLException {
        var takeOver = office.bean(TakeOver.class);
        var submitted = TestApplications.childAllowance();

        Flux.range(0, 6).flatMap(i -> takeOver.take(submitted)).blockLast(TIMEOUT);

        assertThat(count("case_file where application_id = '" + submitted.application() + "'")).isEqualTo(1);
        assertThat(count("case_event e join case_file f on f.id = e.case_id where f.application_id = '"
                + submitted.application() + "'")).isEqualTo(1);
    }

    @Test
    void aLostAcknowledgementLeadsToNoSecondCase() throws SQLException {
        office.portal().failAcknowledgements(2);
        var submitted = TestApplications.childAllowance();
        office.portal().offer(submitted);

        await().atMost(TIMEOUT).until(() -> office.portal().acknowledged().contains(submitted.id()));

        assertThat(count("case_file where application_id = '" + submitted.application() + "'")).isEqualTo(1);
    }

    @Test
    void aPoisonedConsignmentIsParkedAndHoldsUpNobody() throws SQLException {
        var good = TestApplications.childAllowance();
        var poisoned = TestApplications.childAllowance();
        var unknownVersion = new Consignment.Submitted(poisoned.id(), poisoned.application(), poisoned.at(),
                poisoned.receiptNumber(), "jido-teate", 99, poisoned.contentHash(), poisoned.answers(),
                poisoned.attachments(), "ja", true, null);
        office.portal().offer(unknownVersion);
        office.portal().offer(good);

        await().atMost(TIMEOUT).until(() -> office.portal().acknowledged().contains(good.id())
                && office.portal().acknowledged().contains(unknownVersion.id()));

        assertThat(count("case_file where application_id = '" + good.application() + "'")).isEqualTo(1);
        assertThat(count("parked_consignment where id = '" + unknownVersion.id() + "' and last_error like '%第99版%'"))
                .isEqualTo(1);
    }

    @Test
    void whatNamesNoProcedureAtAllIsParkedLikeWhatNamesAnUnknownOne() throws SQLException {
        var basis = TestApplications.childAllowance();
        var nameless = new Consignment.Submitted(basis.id(), basis.application(), basis.at(), basis.receiptNumber(),
                "児童手当", 1, basis.contentHash(), basis.answers(), basis.attachments(), "ja", true, null);
        office.portal().offer(nameless);

        await().atMost(TIMEOUT).until(() -> office.portal().acknowledged().contains(nameless.id()));

        assertThat(count("parked_consignment where id = '" + nameless.id()
                + "' and last_error like '%手続 児童手当 の第1版が、業務側にありません%'")).isEqualTo(1);
    }

    @Test
    void bytesThatAreNotWhatTheySayOpenNoCaseUntilTheyAre() throws SQLException {
        var right = TestApplications.bytes("the real bytes");
        var attachment = TestApplications.attachment("書類.png", right);
        office.portal().hold(attachment.id(), TestApplications.bytes("something else"));
        var submitted = TestApplications.childAllowance(attachment);
        office.portal().offer(submitted);
        await().atMost(TIMEOUT).until(
                () -> count("parked_consignment where application_id = '" + submitted.application() + "'") == 1);
        assertThat(count("case_file where application_id = '" + submitted.application() + "'")).isZero();

        office.portal().hold(attachment.id(), right);

        await().atMost(TIMEOUT)
                .until(() -> count("case_file where application_id = '" + submitted.application() + "'") == 1);
        assertThat(count("parked_consignment where application_id = '" + submitted.application() + "'")).isZero();
    }

    /** As after a fault that held up thousands: by reason, from the page, and nothing else with them. */
    @Test
    void whatWaitsForOneReasonIsTriedAgainTogether() throws SQLException {
        var alike = List.of(ofVersion(97), ofVersion(97), ofVersion(97));
        var other = ofVersion(98);
        alike.forEach(office.portal()::offer);
        office.portal().offer(other);
        await().atMost(TIMEOUT).until(() -> count("parked_consignment where " + ofVersions("9[78]")) == 4);
        // Their next try is far enough not to come by itself meanwhile.
        office.bean(DatabaseClient.class)
                .sql("update parked_consignment set next_try_at = now() + interval '20 minutes' "
                        + "where lease is null and " + ofVersions("9[78]"))
                .then().block(TIMEOUT);
        var tries = tries("97");
        var triesOfOther = tries("98");

        var admin = new Desk(office, TestOffice.ADMIN);
        assertThat(admin.open("/intake").body()).contains("第97版")
                .contains("<td data-label=\"件数\" class=\"number\">3</td>");
        var pressed = admin.press("/intake/retries", "type", "submitted", "reason",
                strings("select last_error from parked_consignment where " + ofVersions("97")).getFirst());

        assertThat(pressed.body()).contains("3 件を、いまから取り込み直します。");
        await().atMost(TIMEOUT).until(() -> tries("97") == tries + 3);
        assertThat(tries("98")).isEqualTo(triesOfOther);
        assertThat(admin.press("/intake/retries", "type", "submitted", "reason", "何もない理由").body())
                .contains("この理由で待っているものは、もうありません。");
    }

    private long tries(String version) throws SQLException {
        return Long.parseLong(strings("select sum(attempts) from parked_consignment where " + ofVersions(version))
                .getFirst());
    }

    private static Consignment.Submitted ofVersion(int version) {
        var basis = TestApplications.childAllowance();
        return new Consignment.Submitted(basis.id(), basis.application(), basis.at(), basis.receiptNumber(),
                basis.procedure(), version, basis.contentHash(), basis.answers(), basis.attachments(), "ja", true,
                null);
    }

    private static String ofVersions(String pattern) {
        return "last_error ~ '第" + pattern + "版'";
    }

    @Test
    void whatComesAfterAParkedOneWaitsForIt() throws SQLException {
        var withdrawal = new Consignment.Withdrawn(UUID.randomUUID(), UUID.randomUUID(), Instant.now(), "やめます");
        office.portal().offer(withdrawal);
        await().atMost(TIMEOUT).until(() -> office.portal().acknowledged().contains(withdrawal.id()));
        var basis = TestApplications.childAllowance();
        var submitted = new Consignment.Submitted(basis.id(), withdrawal.application(),
                withdrawal.at().minusSeconds(60), basis.receiptNumber(), basis.procedure(), basis.version(),
                basis.contentHash(), basis.answers(), basis.attachments(), "ja", true, null);
        office.portal().offer(submitted);

        await().atMost(TIMEOUT).until(() -> count("case_file where application_id = '" + withdrawal.application()
                + "' and state = 'withdrawn'") == 1);
    }

    @Test
    void withdrawalsAndMessagesReachTheCaseOnce() throws SQLException {
        var submitted = TestApplications.childAllowance();
        var message = new Consignment.MessageSent(UUID.randomUUID(), submitted.application(), Instant.now(), "質問です");
        var withdrawal = new Consignment.Withdrawn(UUID.randomUUID(), submitted.application(), Instant.now(), null);
        var takeOver = office.bean(TakeOver.class);

        Flux.just(submitted, message, withdrawal, message, withdrawal).concatMap(takeOver::take).blockLast(TIMEOUT);

        var ofCase = " from case_event e join case_file f on f.id = e.case_id where f.application_id = '"
                + submitted.application() + "'";
        assertThat(strings("select e.type" + ofCase + " order by e.sequence")).containsExactly("arrived",
                "message-received", "withdrawn");
    }

    @Test
    void killedBetweenPullAndAcknowledgementEveryReceiptHasOneCase() throws SQLException {
        var all = IntStream.range(0, 40).mapToObj(i -> TestApplications.childAllowance()).toList();
        office.portal().failAcknowledgements(1000);
        all.forEach(office.portal()::offer);
        await().atMost(TIMEOUT).until(() -> office.bean(CaseService.class).caseOf(all.getFirst().application())
                .blockOptional().isPresent());

        office.restart();
        office.portal().failAcknowledgements(0);

        await().atMost(TIMEOUT).until(() -> office.portal().acknowledged()
                .containsAll(all.stream().map(Consignment.Submitted::id).toList()));
        for (var one : all) {
            assertThat(count("case_file where receipt_number = '" + one.receiptNumber() + "'")).isEqualTo(1);
        }
    }

    /** Without its ward, and with an office that was closed: each waits for a person, several go at once, and the case says so. */
    @Test
    void whatBelongsToNoOfficeIsPlacedByAPersonAndTheCaseTellsWho() throws SQLException {
        var wardless = TestApplications.submitted("jido-teate",
                TestApplications.hanako().with(new QuestionId("claimant-address"),
                        new Answer.Address("6508570", "神戸市", null, "加納町六丁目", "5番1号", null)));
        var elsewhere = TestApplications.submitted("jido-teate", TestApplications.hanako().with(
                new QuestionId("claimant-address"), new Answer.Address(null, "神戸市", "垂水区", "日向", "1", null)));
        var offices = office.bean(Offices.class);
        offices.close("tarumi").block(TIMEOUT);
        try {
            office.portal().offer(wardless);
            office.portal().offer(elsewhere);
            await().atMost(TIMEOUT).until(() -> count("parked_consignment where unrouted and application_id in ('"
                    + wardless.application() + "', '" + elsewhere.application() + "')") == 2);
            assertThat(strings("select last_error from parked_consignment where application_id = '"
                    + wardless.application() + "'").getFirst()).contains("区が分かりません");
            assertThat(office.portal().acknowledged()).contains(wardless.id(), elsewhere.id());

            var admin = new Actor(Actor.Kind.STAFF, "7", "管理 守", "業務改革課");
            var moved = office.bean(RetryQueue.class).route(java.util.List.of(wardless.id(), elsewhere.id()),
                    java.util.Objects.requireNonNull(offices.open("chuo").block(TIMEOUT)), admin, "町名から中央区")
                    .block(TIMEOUT);

            assertThat(moved).isEqualTo(2);
            for (var one : java.util.List.of(wardless, elsewhere)) {
                await().atMost(TIMEOUT).until(() -> count("case_file where office = 'chuo' and application_id = '"
                        + one.application() + "'") == 1);
                assertThat(strings("select e.body from case_event e join case_file f on f.id = e.case_id where "
                        + "f.application_id = '" + one.application() + "' order by e.sequence").get(1))
                        .contains("町名から中央区", "管理 守");
            }
        } finally {
            offices.reopen("tarumi").block(TIMEOUT);
        }
    }

    @Test
    void casesOfAClosedOfficeAreFoundAndGoToAnother() throws SQLException {
        var at = TestApplications.submitted("jido-teate", TestApplications.hanako().with(
                new QuestionId("claimant-address"), new Answer.Address(null, "神戸市", "西区", "糀台", "5", null)));
        office.bean(TakeOver.class).take(at).block(TIMEOUT);
        var offices = office.bean(Offices.class);
        var stranded = office.bean(Stranded.class);
        assertThat(stranded.all().collectList().block(TIMEOUT)).isEmpty();
        offices.close("nishi").block(TIMEOUT);
        try {
            var ids = java.util.Objects
                    .requireNonNull(stranded.all().map(Stranded.StrandedCase::id).collectList().block(TIMEOUT));
            assertThat(ids).hasSize(1);
            var by = TestOffice.staff(TestOffice.ADMIN);

            assertThat(stranded.reroute(ids, "suma", by, "統合").block(TIMEOUT)).isEqualTo(1);
            assertThat(stranded.reroute(ids, "nada", by, "二度目").block(TIMEOUT)).isZero();

            assertThat(count("case_file where office = 'suma' and application_id = '" + at.application() + "'"))
                    .isEqualTo(1);
        } finally {
            offices.reopen("nishi").block(TIMEOUT);
        }
    }

    private long count(String fromWhere) throws SQLException {
        return Long.parseLong(strings("select count(*) from " + fromWhere).getFirst());
    }

    private java.util.List<String> strings(String query) throws SQLException {
        var found = new java.util.ArrayList<String>();
        try (var connection = office.database().backoffice().connect();
                var sql = connection.createStatement();
                var rows = sql.executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
