package jp.madoguchi.identity.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import jp.madoguchi.platform.realm.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RosterFileTest {

    @Test
    void aLineIsAPerson() {
        var entries = RosterFile.read(file("\uFEFF" + RosterFile.HEAD, "",
                "K0012,髙橋 太郎,taro@city.example.jp,nada,灘区役所,clerk approver",
                "K0013,灘 花,hana@city.example.jp,nada,灘区役所,"));

        assertThat(entries).hasSize(2);
        assertThat(entries.getFirst().login().value()).isEqualTo("k0012");
        assertThat(entries.getFirst().post().roles()).containsExactly(Role.CLERK, Role.APPROVER);
        assertThat(entries.getLast().post().roles()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"a,b,c@example.jp,nada,灘区役所|line 2 must have 6 fields",
            "a,b,nowhere,nada,灘区役所,clerk|nowhere is no mail address", "a,b,c@example.jp,nada,灘区役所,boss|roles are",
            "a,,c@example.jp,nada,灘区役所,clerk|only roles may be empty"})
    void aWrongLineIsNamedAndNothingIsTaken(String line, String said) {
        assertThatIllegalArgumentException().isThrownBy(() -> RosterFile.read(file(RosterFile.HEAD, line)))
                .withMessageContaining("line 2").withMessageContaining(said);
    }

    @Test
    void anEmptyRosterLocksNobodyOut() {
        assertThatIllegalArgumentException().isThrownBy(() -> RosterFile.read(file(RosterFile.HEAD)));
    }

    @Test
    void aRosterSavedByASpreadsheetIsReadToo() {
        var lines = RosterFile.HEAD + "\r\n\"K0012\",\"髙橋, 太郎\",taro@city.example.jp,nada,灘区役所,clerk\r\n,,,,,\r\n";

        assertThat(RosterFile.read(lines.getBytes(Charset.forName("Windows-31J")))).singleElement()
                .extracting(RosterFile.Entry::name).isEqualTo("髙橋, 太郎");
    }

    @Test
    void aQuoteThatIsNotClosedIsNamedByItsLine() {
        assertThatIllegalArgumentException().isThrownBy(() -> RosterFile.read(file(RosterFile.HEAD, "K0012,\"髙橋")))
                .withMessageContaining("2行目");
    }

    private static byte[] file(String... lines) {
        return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    }
}
