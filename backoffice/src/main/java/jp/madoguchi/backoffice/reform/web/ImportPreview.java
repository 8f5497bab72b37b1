package jp.madoguchi.backoffice.reform.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.madoguchi.backoffice.office.Staff;
import jp.madoguchi.backoffice.reform.EntryForm;
import jp.madoguchi.backoffice.reform.Inventory;
import jp.madoguchi.backoffice.reform.InventoryColumn;
import jp.madoguchi.backoffice.reform.InventoryEntry;
import jp.madoguchi.backoffice.reform.InventoryFile;
import org.jspecify.annotations.Nullable;

/**
 * What taking a file would do.
 *
 * @param id of the waiting file
 * @param errors all that is wrong; while there is anything, the file cannot be taken
 * @param shown what the preview is confirmed with
 * @param overtaken which entries were changed since an earlier preview that was confirmed, and by whom
 * @param again whether an earlier preview was confirmed in vain
 */
public record ImportPreview(UUID id, String fileName, List<Change> added, List<Change> changed, int unchanged,
        List<InventoryFile.RowError> errors, String shown, List<String> overtaken, boolean again) {

    public ImportPreview {
        added = List.copyOf(added);
        changed = List.copyOf(changed);
        errors = List.copyOf(errors);
        overtaken = List.copyOf(overtaken);
    }

    /** @param what the columns that change, with the old and the new value; empty for a new entry */
    public record Change(String code, String title, List<String> what) {
        public Change {
            what = List.copyOf(what);
        }
    }

    public static ImportPreview of(UUID id, String fileName, InventoryFile file, List<InventoryEntry> register) {
        Map<String, InventoryEntry> known = register.stream()
                .collect(Collectors.toMap(InventoryEntry::code, Function.identity()));
        var added = file.entries().stream().filter(entry -> !known.containsKey(entry.code()))
                .map(entry -> new Change(entry.code(), entry.title(), List.of())).toList();
        var changed = file.entries().stream().filter(entry -> known.containsKey(entry.code()))
                .map(entry -> new Change(entry.code(), entry.title(), differences(known.get(entry.code()), entry)))
                .filter(change -> !change.what().isEmpty()).toList();
        return new ImportPreview(id, fileName, added, changed, file.entries().size() - added.size() - changed.size(),
                file.errors(), "", List.of(), false);
    }

    ImportPreview confirmedWith(String word) {
        return new ImportPreview(id, fileName, added, changed, unchanged, errors, word, overtaken, again);
    }

    /** The same after an earlier one was overtaken by changes of these entries, which come first now. */
    ImportPreview after(List<Inventory.Kept> since, Staff reader) {
        var codes = since.stream().map(kept -> kept.entry().code()).collect(Collectors.toSet());
        var first = Stream.concat(changed.stream().filter(change -> codes.contains(change.code())),
                changed.stream().filter(change -> !codes.contains(change.code()))).toList();
        return new ImportPreview(id, fileName, added, first, unchanged, errors, shown,
                since.stream().map(kept -> "「%s」（%s）：%s変更しました。".formatted(kept.entry().title(), kept.entry().code(),
                        kept.by().to(reader))).toList(),
                true);
    }

    private static List<String> differences(@Nullable InventoryEntry before,
            InventoryEntry after) {
        if (before == null) {
            return List.of();
        }
        var old = EntryForm.of(before);
        var fresh = EntryForm.of(after);
        var cells = InventoryColumn.headings().filter(heading -> !old.cell(heading).equals(fresh.cell(heading)))
                .map(heading -> heading + "：" + shown(old.cell(heading)) + " → " + shown(fresh.cell(heading)))
                .collect(Collectors.toList());
        if (before.sample() != after.sample()) {
            cells.add("見本の印：外れます");
        }
        return cells;
    }

    private static String shown(String cell) {
        return cell.isEmpty() ? "（空）" : cell;
    }

    public boolean canBeTaken() {
        return errors.isEmpty() && !(added.isEmpty() && changed.isEmpty());
    }
}
