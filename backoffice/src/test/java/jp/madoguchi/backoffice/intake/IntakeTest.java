package jp.madoguchi.backoffice.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.IntStream;
import jp.madoguchi.backoffice.TestApplications;
import jp.madoguchi.backoffice.TestOffice;
import jp.madoguchi.backoffice.casework.CaseMoves;
import jp.madoguchi.exchange.Consignment;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import reactor.core.publisher.Flux;

/** Nothing is lost and nothing is doubled, whatever breaks between portal and back office. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IntakeTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private TestOffice office;

    @BeforeAll
    void open() {
        office = TestOffice.open();
        await().atMost(PATIENCE).until(office::hasPublishedAll);
    }

    @AfterAll
    void close() {
        office.close();
    }

    @Test
    void theSameConsignmentTwiceMakesOneCaseEvenAtOnce() throws SQLException {
        var takeOver = office.bean(TakeOver.class);
        var submitted = TestApplications.childAllowance();

        Flux.range(0, 6).flatMap(i -> takeOver.take(submitted)).blockLast(PATIENCE);

        assertThat(count("case_file where application_id = '" + submitted.application() + "'")).isEqualTo(1);
        assertThat(count("case_event e join case_file f on f.id = e.case_id where f.application_id = '"
                + submitted.application() + "'")).isEqualTo(1);
    }

    @Test
    void aLostAcknowledgementLeadsToNoSecondCase() throws SQLException {
        office.portal().failAcknowledgements(2);
        var submitted = TestApplications.childAllowance();
        office.portal().offer(submitted);

        await().atMost(PATIENCE).until(() -> office.portal().acknowledged().contains(submitted.id()));

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

        await().atMost(PATIENCE).until(() -> office.portal().acknowledged().contains(good.id())
                && office.portal().acknowledged().contains(unknownVersion.id()));

        assertThat(count("case_file where application_id = '" + good.application() + "'")).isEqualTo(1);
        assertThat(count("parked_consignment where id = '" + unknownVersion.id() + "' and reason like '%第99版%'"))
                .isEqualTo(1);
    }

    @Test
    void bytesThatAreNotWhatTheySayOpenNoCaseUntilTheyAre() throws SQLException {
        var right = TestApplications.bytes("the real bytes");
        var attachment = TestApplications.attachment("書類.png", right);
        office.portal().hold(attachment.id(), TestApplications.bytes("something else"));
        var submitted = TestApplications.childAllowance(attachment);
        office.portal().offer(submitted);
        await().atMost(PATIENCE).until(
                () -> count("parked_consignment where application_id = '" + submitted.application() + "'") == 1);
        assertThat(count("case_file where application_id = '" + submitted.application() + "'")).isZero();

        office.portal().hold(attachment.id(), right);

        await().atMost(PATIENCE)
                .until(() -> count("case_file where application_id = '" + submitted.application() + "'") == 1);
        assertThat(count("parked_consignment where application_id = '" + submitted.application() + "'")).isZero();
    }

    @Test
    void whatComesAfterAParkedOneWaitsForIt() throws SQLException {
        var withdrawal = new Consignment.Withdrawn(UUID.randomUUID(), UUID.randomUUID(), Instant.now(), "やめます");
        office.portal().offer(withdrawal);
        await().atMost(PATIENCE).until(() -> office.portal().acknowledged().contains(withdrawal.id()));
        var basis = TestApplications.childAllowance();
        var submitted = new Consignment.Submitted(basis.id(), withdrawal.application(),
                withdrawal.at().minusSeconds(60), basis.receiptNumber(), basis.procedure(), basis.version(),
                basis.contentHash(), basis.answers(), basis.attachments(), "ja", true, null);
        office.portal().offer(submitted);

        await().atMost(PATIENCE).until(() -> count("case_file where application_id = '" + withdrawal.application()
                + "' and state = 'withdrawn'") == 1);
    }

    @Test
    void withdrawalsAndMessagesReachTheCaseOnce() throws SQLException {
        var submitted = TestApplications.childAllowance();
        var message = new Consignment.MessageSent(UUID.randomUUID(), submitted.application(), Instant.now(), "質問です");
        var withdrawal = new Consignment.Withdrawn(UUID.randomUUID(), submitted.application(), Instant.now(), null);
        var takeOver = office.bean(TakeOver.class);

        Flux.just(submitted, message, withdrawal, message, withdrawal).concatMap(takeOver::take).blockLast(PATIENCE);

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
        await().atMost(PATIENCE).until(() -> office.bean(CaseMoves.class).caseOf(all.getFirst().application())
                .blockOptional().isPresent());

        office.restart();
        office.portal().failAcknowledgements(0);

        await().atMost(PATIENCE).until(() -> office.portal().acknowledged()
                .containsAll(all.stream().map(Consignment.Submitted::id).toList()));
        for (var one : all) {
            assertThat(count("case_file where receipt_number = '" + one.receiptNumber() + "'")).isEqualTo(1);
        }
    }

    @Test
    void eventsCanOnlyBeAppended() throws SQLException {
        office.bean(TakeOver.class).take(TestApplications.childAllowance()).block(PATIENCE);
        try (var connection = office.database().backoffice().connect(); var sql = connection.createStatement()) {
            for (var change : new String[]{"update case_event set type = 'x'", "delete from case_event",
                    "truncate case_event cascade"}) {
                assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> sql.execute(change))).as(change)
                        .isInstanceOf(SQLException.class).hasMessageContaining("append-only");
            }
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
