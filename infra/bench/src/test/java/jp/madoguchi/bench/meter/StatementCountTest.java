package jp.madoguchi.bench.meter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Stream;

import jp.madoguchi.bench.meter.StatementCount.Statement;

import org.junit.jupiter.api.Test;

class StatementCountTest {

    @Test
    void readsWhatWasExecutedFromALineOfTheLog() {
        assertThat(read("portal", "execute S_3: select *\\n  from draft\\twhere id = $1", "5/12"))
                .contains(new LoggedStatement("portal", "select * from draft where id = $1", "5/12"));
        assertThat(read("identity", "execute <unnamed>: BEGIN", "1/1")).map(LoggedStatement::text).contains("BEGIN");
        assertThat(read("portal", "statement: COMMIT", "5/13")).map(LoggedStatement::text).contains("COMMIT");
        assertThat(read("portal", "execute fetch from S_1/B_2: select 1", "5/14")).map(LoggedStatement::text)
                .contains("select 1");
        assertThat(read("portal", "connection authorized: user=portal", "5/15")).isEmpty();
        assertThat(LoggedStatement.read("{\"message\":\"checkpoint starting: time\"}")).isEmpty();
    }

    @Test
    void countsByWhoSentItAndWhatItSays() {
        var count = StatementCount.of(Stream.of(new LoggedStatement("portal", "select 1", "1/1"),
                new LoggedStatement("portal", "select 1", "1/2"), new LoggedStatement("portal", "BEGIN", "1/3"),
                new LoggedStatement("portal", "COMMIT", "1/3"), new LoggedStatement("backoffice", "select 1", "1/1")));

        assertThat(count.all()).isEqualTo(5);
        assertThat(count.by("portal")).isEqualTo(4);
        assertThat(count.by("identity")).isZero();
        assertThat(count.transactions()).containsEntry("portal", 3L).containsEntry("backoffice", 1L);
        assertThat(count.times(new Statement("portal", "select 1"))).isEqualTo(2);
        assertThat(count.times(new Statement("identity", "select 1"))).isZero();
        assertThat(count.mostFrequent(2)).containsExactly(new Statement("portal", "select 1"),
                new Statement("portal", "BEGIN"));
    }

    private static Optional<LoggedStatement> read(String role, String message, String transaction) {
        return LoggedStatement.read("{\"timestamp\":\"2026-11-27 09:00:00.000 JST\",\"user\":\"" + role
                + "\",\"vxid\":\"" + transaction + "\",\"error_severity\":\"LOG\",\"message\":\"" + message + "\"}");
    }
}
