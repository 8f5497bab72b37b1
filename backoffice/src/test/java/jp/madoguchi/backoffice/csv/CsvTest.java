package jp.madoguchi.backoffice.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CsvTest {

    @Test
    void readsQuotedCellsLineBreaksAndEveryLineEnding() {
        var lines = CsvText.lines("a,b\r\n\"1,\"\"x\"\"\",\"two\nlines\"\n\n3,\r4,5");

        assertThat(lines).extracting(CsvText.Line::cells).containsExactly(List.of("a", "b"),
                List.of("1,\"x\"", "two\nlines"), List.of("3", ""), List.of("4", "5"));
        assertThat(lines).extracting(CsvText.Line::number).containsExactly(1, 2, 5, 6);
    }

    @Test
    void saysWhereAQuoteIsNotClosed() {
        assertThatThrownBy(() -> CsvText.lines("a\n\"b")).isInstanceOf(UnreadableCsvException.class)
                .hasMessageContaining("2行目");
    }

    @Test
    void decodesWhatSpreadsheetsSave() {
        assertThat(CsvText.decode("\uFEFF髙橋".getBytes(StandardCharsets.UTF_8))).isEqualTo("髙橋");
        assertThat(CsvText.decode("髙橋①".getBytes(Charset.forName("Windows-31J")))).isEqualTo("髙橋①");
        assertThatThrownBy(() -> CsvText.decode(new byte[]{(byte) 0x81, 0x00, (byte) 0xFF}))
                .isInstanceOf(UnreadableCsvException.class);
    }

    @Test
    void guardsAgainstFormulasButKeepsNumbers() {
        assertThat(CsvTable.cell("=HYPERLINK(\"x\")")).isEqualTo("\"'=HYPERLINK(\"\"x\"\")\"");
        assertThat(CsvTable.cell("+81")).isEqualTo("'+81");
        assertThat(CsvTable.cell("＠SUM")).isEqualTo("'＠SUM");
        assertThat(CsvTable.cell(-1.5)).isEqualTo("-1.5");
        assertThat(CsvTable.cell(null)).isEmpty();
    }

    @Property(tries = 300)
    void whatIsWrittenIsReadBack(@ForAll List<String> cells) {
        var whole = cells.stream().map(cell -> "x" + cell.replace("\uFEFF", "").replace("\0", "")).toList();
        var table = new CsvTable("t", List.of("heading"), List.of(List.copyOf(whole)));

        var lines = CsvText.lines(CsvText.decode(table.bytes()));

        if (whole.isEmpty()) {
            assertThat(lines).hasSize(1);
        } else {
            assertThat(lines.get(1).cells()).isEqualTo(
                    whole.stream()
                            .map(cell -> new String(cell.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                            .toList());
        }
    }
}
