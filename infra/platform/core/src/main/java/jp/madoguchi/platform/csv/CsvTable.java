package jp.madoguchi.platform.csv;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import org.jspecify.annotations.Nullable;

/**
 * A table on its way into a spreadsheet: UTF-8 with byte-order mark, CRLF, and no cell that a spreadsheet would run as a
 * formula.
 *
 * @param name file name without ending
 * @param rows cells in the order of the headings; null is an empty cell
 */
public record CsvTable(String name, List<String> headings, List<List<@Nullable Object>> rows) {

    /** First characters that make a spreadsheet run the cell (OWASP, CSV Injection), full-width forms included. */
    private static final Pattern RUNS_AS_FORMULA = Pattern.compile("^[=+\\-@\\t\\r＝＋－＠].*", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

    public CsvTable {
        headings = List.copyOf(headings);
        rows = List.copyOf(rows);
    }

    public byte[] bytes() {
        var text = new StringWriter().append(CsvText.BYTE_ORDER_MARK);
        try (var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            write(headings, csv);
            rows.forEach(row -> write(row, csv));
        } catch (IOException unwritten) {
            throw new UncheckedIOException(unwritten);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void write(List<? extends @Nullable Object> cells, CsvWriter csv) {
        csv.writeRecord(cells.stream().map(CsvTable::guarded).toList());
    }

    private static String guarded(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        var text = value.toString();
        return RUNS_AS_FORMULA.matcher(text).matches() && !NUMBER.matcher(text).matches() ? "'" + text : text;
    }
}
