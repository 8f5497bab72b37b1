package jp.madoguchi.backoffice.csv;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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
    private static final Pattern NEEDS_QUOTES = Pattern.compile("[\",\\r\\n]");

    public CsvTable {
        headings = List.copyOf(headings);
        rows = List.copyOf(rows);
    }

    public byte[] bytes() {
        var text = new StringBuilder("\uFEFF").append(line(headings));
        rows.forEach(row -> text.append(line(row)));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String line(List<? extends @Nullable Object> cells) {
        return cells.stream().map(CsvTable::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        var text = value.toString();
        if (RUNS_AS_FORMULA.matcher(text).matches() && !NUMBER.matcher(text).matches()) {
            text = "'" + text;
        }
        return NEEDS_QUOTES.matcher(text).find() ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
