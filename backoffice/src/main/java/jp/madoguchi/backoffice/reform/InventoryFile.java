package jp.madoguchi.backoffice.reform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jp.madoguchi.platform.csv.CsvTable;
import jp.madoguchi.platform.csv.CsvText;
import jp.madoguchi.platform.csv.UnreadableCsvException;

import org.jspecify.annotations.Nullable;

/**
 * The register as a file.
 *
 * @param entries what could be read, in the order of the file
 * @param errors everything that is wrong, in the order of the file; a file with one error is not taken at all
 */
public record InventoryFile(List<InventoryEntry> entries, List<RowError> errors) {

    static final int MOST_ROWS = 10_000;

    public InventoryFile {
        entries = List.copyOf(entries);
        errors = List.copyOf(errors);
    }

    /** @param line line of the file, from 1 */
    public record RowError(int line, String heading, String message) {}

    /**
     * @param sample whether the entries are to be marked as made up
     * @throws UnreadableCsvException where it is not such a file at all
     */
    public static InventoryFile read(String text, boolean sample) {
        var lines = CsvText.lines(text);
        if (lines.isEmpty()) {
            throw new UnreadableCsvException("ファイルが空です。1行目に見出し、2行目から手続を入れてください。", null);
        }
        if (lines.size() > MOST_ROWS + 1) {
            throw new UnreadableCsvException("一度に取り込めるのは%,d行までです。ファイルを分けてください。".formatted(MOST_ROWS), null);
        }
        var headings = lines.getFirst().cells().stream().map(String::strip).toList();
        checkHeadings(headings);
        var entries = new ArrayList<InventoryEntry>();
        var errors = new ArrayList<RowError>();
        var codes = new HashSet<String>();
        for (var line : lines.subList(1, lines.size())) {
            if (line.cells().size() > headings.size()) {
                errors.add(new RowError(line.number(), "行",
                        "列が見出しより多くあります（%d列）。コンマを含む文字は「\"」で囲んでください。".formatted(line.cells().size())));
                continue;
            }
            var reading = new EntryForm(cells(headings, line)).read(sample);
            reading.errors()
                    .forEach(error -> errors.add(new RowError(line.number(), error.heading(), error.message())));
            reading.entry().ifPresent(entry -> {
                if (codes.add(entry.code())) {
                    entries.add(entry);
                } else {
                    errors.add(new RowError(line.number(), InventoryColumn.CODE.heading(),
                            "手続番号「" + entry.code() + "」がファイルの中で重複しています。"));
                }
            });
        }
        return new InventoryFile(entries, errors);
    }

    private static void checkHeadings(List<String> headings) {
        var needed = Arrays.stream(InventoryColumn.values()).map(InventoryColumn::heading)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        needed.removeAll(headings);
        if (!needed.isEmpty()) {
            throw new UnreadableCsvException("1行目の見出しに次の列がありません：" + String.join("、", needed), null);
        }
        Set<String> unknown = new LinkedHashSet<>(headings);
        unknown.removeAll(InventoryColumn.headings().collect(Collectors.toSet()));
        if (!unknown.isEmpty()) {
            throw new UnreadableCsvException("1行目に知らない見出しがあります：" + String.join("、", unknown), null);
        }
        if (new HashSet<>(headings).size() != headings.size()) {
            throw new UnreadableCsvException("1行目に同じ見出しが二つあります。", null);
        }
    }

    private static Map<String, String> cells(List<String> headings, CsvText.Line line) {
        var cells = new HashMap<String, String>();
        for (int i = 0; i < line.cells().size(); i++) {
            cells.put(headings.get(i), withoutGuard(line.cells().get(i)));
        }
        return cells;
    }

    /** Takes off the apostrophe that our own export put before what would run as a formula. */
    private static String withoutGuard(String cell) {
        return cell.startsWith("'") ? cell.substring(1) : cell;
    }

    public static CsvTable write(List<InventoryEntry> entries) {
        var headings = InventoryColumn.headings().toList();
        List<List<@Nullable Object>> rows = entries.stream().map(EntryForm::of)
                .map(form -> headings.stream().<@Nullable Object>map(form::cell).toList()).toList();
        return new CsvTable("tetsuzuki-daicho", headings, rows);
    }
}
