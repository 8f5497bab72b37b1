package jp.madoguchi.platform.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
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
        assertThatThrownBy(() -> CsvText.lines("a\r\n\r\n1,\"two\r\nlines\",\"b"))
                .isInstanceOf(UnreadableCsvException.class).hasMessageContaining("3行目の3列目");
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
        assertThat(written("=HYPERLINK(\"x\")")).isEqualTo("\"'=HYPERLINK(\"\"x\"\")\"");
        assertThat(written("+81")).isEqualTo("'+81");
        assertThat(written("＠SUM")).isEqualTo("'＠SUM");
        assertThat(written(-1.5)).isEqualTo("-1.5");
        assertThat(written(null)).isEmpty();
    }

    @Test
    void tablesAreQuotedOnlyWhereTheyMustBe() {
        var table = new CsvTable("t", List.of("古い文", "昔"),
                List.of(List.of("=cmd|' /C calc'!A0", "x\"y"), Arrays.asList(null, 3)));

        assertThat(new String(table.bytes(), StandardCharsets.UTF_8))
                .isEqualTo("\uFEFF古い文,昔\r\n'=cmd|' /C calc'!A0,\"x\"\"y\"\r\n,3\r\n");
    }

    @Test
    void bareCarriageReturnsEndLines() {
        assertThat(CsvText.lines("a,b\r1,2\r\r3,4")).extracting(CsvText.Line::number, CsvText.Line::cells)
                .containsExactly(tuple(1, List.of("a", "b")), tuple(2, List.of("1", "2")), tuple(4, List.of("3", "4")));
        assertThat(CsvText.lines("\"x\ry\",1\rz")).extracting(CsvText.Line::number, CsvText.Line::cells)
                .containsExactly(tuple(1, List.of("x\ry", "1")), tuple(3, List.of("z")));
    }

    @Test
    void quotesInTheMiddleOfACellAreItsText() {
        assertThat(CsvText.lines("a\"b,5\" x 3\", \"c\"")).extracting(CsvText.Line::cells)
                .containsExactly(List.of("a\"b", "5\" x 3\"", " \"c\""));
        assertThat(CsvText.lines("\"a\"b,\"\"")).extracting(CsvText.Line::cells).containsExactly(List.of("ab", ""));
    }

    @Test
    void theByteOrderMarkIsNoTextButOnlyAtTheBeginning() {
        assertThat(CsvText.lines(CsvText.decode("\uFEFF\"a\",b\n\uFEFFc".getBytes(StandardCharsets.UTF_8))))
                .extracting(CsvText.Line::cells).containsExactly(List.of("a", "b"), List.of("\uFEFFc"));
        assertThat(CsvText.lines(CsvText.decode("\uFEFF".getBytes(StandardCharsets.UTF_8)))).isEmpty();
    }

    @Test
    void emptyLinesAreLeftOutAndCounted() {
        assertThat(CsvText.lines("\n\na\n , ,\n\"\"\n\nb\n\n")).extracting(CsvText.Line::number, CsvText.Line::cells)
                .containsExactly(tuple(3, List.of("a")), tuple(7, List.of("b")));
        assertThat(CsvText.lines("")).isEmpty();
    }

    @Test
    void linesMayHaveFewerOrMoreCellsThanTheFirst() {
        assertThat(CsvText.lines("a,b\n1\n1,2,3,\n#x")).extracting(CsvText.Line::cells).containsExactly(
                List.of("a", "b"),
                List.of("1"), List.of("1", "2", "3", ""), List.of("#x"));
    }

    @Test
    void wideLinesAreReadUpToTheWidestSpreadsheet() {
        var widest = ",".repeat(CsvText.MOST_COLUMNS - 1) + "x";
        var longCell = "文".repeat(3_000_000);

        assertThat(CsvText.lines(widest).getFirst().cells()).hasSize(CsvText.MOST_COLUMNS).last().isEqualTo("x");
        assertThat(CsvText.lines("a\n\"" + longCell + "\"").getLast().cells()).containsExactly(longCell);
        assertThatThrownBy(() -> CsvText.lines("a\n" + widest + ",")).isInstanceOf(UnreadableCsvException.class)
                .hasMessageContaining("2行目").hasMessageContaining("16,384");
    }

    @Test
    void aMillionLinesAreReadAndNoMore() {
        var most = "1,2\n".repeat(CsvText.MOST_LINES);

        assertThat(CsvText.lines(most)).hasSize(CsvText.MOST_LINES).last().extracting(CsvText.Line::number)
                .isEqualTo(CsvText.MOST_LINES);
        assertThatThrownBy(() -> CsvText.lines(most + "1,2")).isInstanceOf(UnreadableCsvException.class)
                .hasMessageContaining("1,000,000");
    }

    private static String written(@Nullable Object value) {
        var table = new CsvTable("t", List.of("heading"), List.of(Arrays.asList(value, "last")));
        var lines = new String(table.bytes(), StandardCharsets.UTF_8);
        return lines.substring(lines.indexOf("\r\n") + 2, lines.lastIndexOf(",last"));
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
