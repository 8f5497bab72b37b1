package jp.madoguchi.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import jp.madoguchi.platform.PortalDatabase;
import jp.madoguchi.testkit.Login;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;

/** Every type that a program reads or binds, on a connection that sends rows in binary and on one that sends them as text. */
class BinaryRowsTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final PortalDatabase DATABASE = new PortalDatabase();

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatIsBoundComesBack(boolean binary) {
        Instant at = Instant.parse("2026-11-20T01:02:03.456789Z");
        UUID id = UUID.fromString("0190b6a0-0000-7000-8000-000000000001");
        byte[] bytes = {0, 1, 92, 'x', -1};

        Read read = Objects.requireNonNull(client(binary)
                .sql("""
                        select cast(:text as text) as text, cast(:number as bigint) as number, cast(:small as integer) as small,
                            cast(:true as boolean) as yes, cast(:at as timestamptz) as at, cast(:day as date) as day,
                            cast(:id as uuid) as id, cast(:bytes as bytea) as bytes, cast(:doc as jsonb) as doc,
                            cast(:doc as json) as text_doc, cast(:exact as numeric) as exact, cast(:half as double precision) as half,
                            cast(:texts as text[]) as texts, cast(:ids as uuid[]) as ids, cast(:none as bytea) as none,
                            cast(:char as char(2)) as letters
                        """)
                .bind("text", "髙橋").bind("number", Long.MAX_VALUE).bind("small", -7).bind("true", true)
                .bind("at", at).bind("day", LocalDate.of(2026, 11, 20)).bind("id", id).bind("bytes", bytes)
                .bind("doc", "{\"a\": \"髙\"}").bind("exact", new BigDecimal("12.340")).bind("half", 0.5)
                .bind("texts", new String[]{"a,b", "髙\"", "null"}).bind("ids", new UUID[]{id})
                .bind("none", Maybe.of(null, byte[].class)).bind("char", "ja")
                .map(row -> new Read(row.get("text", String.class), row.get("number", Long.class),
                        row.get("small", Integer.class), row.get("yes", Boolean.class), row.get("at", Instant.class),
                        row.get("at", OffsetDateTime.class), row.get("day", LocalDate.class), row.get("id", UUID.class),
                        row.get("bytes", byte[].class), row.get("doc", String.class), row.get("text_doc", String.class),
                        row.get("exact", BigDecimal.class), row.get("exact", Long.class), row.get("half", Double.class),
                        row.get("texts", String[].class), row.get("ids", UUID[].class), row.get("none", byte[].class),
                        row.get("letters", String.class)))
                .one().block(TIMEOUT));

        assertThat(read).usingRecursiveComparison().ignoringFields("moment")
                .isEqualTo(new Read("髙橋", Long.MAX_VALUE, -7, true, at, null, LocalDate.of(2026, 11, 20), id, bytes,
                        "{\"a\": \"髙\"}", "{\"a\": \"髙\"}", new BigDecimal("12.340"), 12L, 0.5,
                        new String[]{"a,b", "髙\"", "null"}, new UUID[]{id}, null, "ja"));
        assertThat(Objects.requireNonNull(read.moment()).toInstant()).isEqualTo(at);
    }

    private record Read(String text, Long number, Integer small, Boolean yes, Instant at,
            @Nullable OffsetDateTime moment,
            LocalDate day, UUID id, byte[] bytes, String doc, String textDoc, BigDecimal exact, Long cut, Double half,
            String[] texts, UUID[] ids, byte @Nullable [] none, String letters) {}

    @Test
    void noBytesAreTakenForLetters() {
        for (String column : new String[]{"now()", "7::bigint", "gen_random_uuid()", "current_date", "1.5::numeric",
                "interval '1 day'"}) {
            assertThatThrownBy(() -> client(true).sql("select " + column + " as c where :yes").bind("yes", true)
                    .map(row -> Objects.requireNonNull(row.get("c", String.class))).one().block(TIMEOUT)).as(column)
                    .hasMessageContaining("needs a cast");
        }
    }

    private static DatabaseClient client(boolean binary) {
        Login login = DATABASE.login();
        return DatabaseClient.create(new PostgresqlConnectionFactory(PostgresqlConnectionConfiguration.builder()
                .host(login.host()).port(login.port()).database(login.database()).username(login.username())
                .password(login.password()).forceBinary(binary).build()));
    }
}
