package jp.madoguchi.backoffice.reform;

import jp.madoguchi.forms.city.City;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import jp.madoguchi.forms.ProcedureId;
import jp.madoguchi.platform.input.InputGuard;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the register as text under the headings of {@link InventoryColumn}: a line of a file, or what was typed
 * into the page. Reads it and says what is wrong with it, cell by cell.
 */
public record EntryForm(Map<String, String> cells) {

    static final int TITLE_LENGTH = 200;
    static final int COUNT_LIMIT = 100_000_000;

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,31}");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-M-d", Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);
    private static final Set<String> YES = Set.of("はい", "○", "有", "1", "yes");
    private static final Set<String> NO = Set.of("いいえ", "×", "無", "0", "no", "");

    public EntryForm {
        cells = Map.copyOf(cells);
    }

    /** @param heading where; @param message what is wrong and what to do, in Japanese */
    public record CellError(String heading, String message) {}

    /** Either an entry without errors, or errors without an entry. */
    public record Reading(Optional<InventoryEntry> entry, List<CellError> errors) {
        public Reading {
            errors = List.copyOf(errors);
        }
    }

    public static EntryForm of(InventoryEntry entry) {
        var cells = new HashMap<String, String>();
        put(cells, InventoryColumn.CODE, entry.code());
        put(cells, InventoryColumn.TITLE, entry.title());
        put(cells, InventoryColumn.BUREAU, entry.bureau());
        put(cells, InventoryColumn.LAW_RANK, entry.lawRank().label());
        put(cells, InventoryColumn.ELIGIBLE, entry.eligible() ? "はい" : "いいえ");
        put(cells, InventoryColumn.WAY, entry.way().label());
        put(cells, InventoryColumn.WAY_SINCE, entry.waySince() == null ? "" : entry.waySince().toString());
        put(cells, InventoryColumn.PLANNED_ONLINE,
                entry.plannedOnline() == null ? "" : entry.plannedOnline().toString());
        for (var blocker : Blocker.values()) {
            cells.put(blocker.label(), entry.blockers().contains(blocker) ? "はい" : "");
        }
        put(cells, InventoryColumn.BASE_YEAR, String.valueOf(entry.baseYear()));
        put(cells, InventoryColumn.ONLINE, String.valueOf(entry.base().online()));
        put(cells, InventoryColumn.COUNTER, String.valueOf(entry.base().counter()));
        put(cells, InventoryColumn.POST, String.valueOf(entry.base().post()));
        put(cells, InventoryColumn.OTHER, String.valueOf(entry.base().other()));
        put(cells, InventoryColumn.PROCEDURE, entry.procedure() == null ? "" : entry.procedure().value());
        City.inForce().wards().stream().filter(ward -> entry.byWard().containsKey(ward.id())).forEach(ward -> cells
                .put(InventoryColumn.headingOf(ward), String.valueOf(entry.byWard().get(ward.id()))));
        return new EntryForm(cells);
    }

    private static void put(Map<String, String> cells, InventoryColumn column, String value) {
        cells.put(column.heading(), value);
    }

    public String cell(InventoryColumn column) {
        return cell(column.heading());
    }

    public String cell(String heading) {
        return cells.getOrDefault(heading, "").strip();
    }

    /** @param sample whether the entry is to be marked as made up */
    public Reading read(boolean sample) {
        return new Reader(sample).read();
    }

    private final class Reader {
        private final boolean sample;
        private final List<CellError> errors = new ArrayList<>();

        Reader(boolean sample) {
            this.sample = sample;
        }

        public Reading read() {
            cells.forEach((heading, value) -> {
                var trouble = InputGuard.trouble(value, "ja");
                if (!trouble.isEmpty()) {
                    errors.add(new CellError(heading, trouble));
                }
            });
            var code = matching(InventoryColumn.CODE, CODE, "半角の英数字とハイフン（32文字まで）で入力してください。");
            var title = text(InventoryColumn.TITLE, TITLE_LENGTH);
            var bureau = text(InventoryColumn.BUREAU, 50);
            var lawRank = LawRank.labelled(cell(InventoryColumn.LAW_RANK))
                    .orElseGet(() -> wrong(InventoryColumn.LAW_RANK, "「法令」「条例・規則」「要綱」のどれかを入力してください。", LawRank.LAW));
            boolean eligible = yesOrNo(InventoryColumn.ELIGIBLE.heading(), true);
            var way = Way.labelled(cell(InventoryColumn.WAY)).orElseGet(
                    () -> wrong(InventoryColumn.WAY, "「オンライン完結」「オンライン＋来庁1回」「郵送」「窓口のみ」のどれかを入力してください。", Way.COUNTER));
            var since = day(InventoryColumn.WAY_SINCE);
            var planned = day(InventoryColumn.PLANNED_ONLINE);
            if (planned != null && way == Way.ONLINE) {
                wrong(InventoryColumn.PLANNED_ONLINE, "すでにオンラインで完結する手続です。予定日を空にしてください。", planned);
            }
            var blockers = EnumSet.noneOf(Blocker.class);
            for (var blocker : Blocker.values()) {
                if (yesOrNo(blocker.label(), false)) {
                    blockers.add(blocker);
                }
            }
            int baseYear = number(InventoryColumn.BASE_YEAR.heading(), 2000, 2100);
            var base = new ChannelCounts(count(InventoryColumn.ONLINE), count(InventoryColumn.COUNTER),
                    count(InventoryColumn.POST), count(InventoryColumn.OTHER));
            var byWard = byWard(base.total());
            var procedure = procedure();
            if (!errors.isEmpty()) {
                return new Reading(Optional.empty(), errors);
            }
            return new Reading(Optional.of(new InventoryEntry(code, title, bureau, lawRank, eligible, way, since,
                    planned, blockers, baseYear, base, byWard, procedure, sample)), List.of());
        }

        private <T> T wrong(InventoryColumn column, String message, T instead) {
            errors.add(new CellError(column.heading(), message));
            return instead;
        }

        private @Nullable ProcedureId procedure() {
            var value = cell(InventoryColumn.PROCEDURE);
            if (!value.isEmpty() && !ProcedureId.isValid(value)) {
                wrong(InventoryColumn.PROCEDURE, "この窓口の手続ID（半角小文字の英数字とハイフン）を入力するか、空にしてください。", value);
                return null;
            }
            return value.isEmpty() ? null : new ProcedureId(value);
        }

        private String matching(InventoryColumn column, Pattern form, String message) {
            var value = cell(column);
            return form.matcher(value).matches() ? value : wrong(column, message, value);
        }

        private String text(InventoryColumn column, int limit) {
            var value = cell(column);
            if (value.isEmpty()) {
                return wrong(column, "入力してください。", value);
            }
            return value.codePointCount(0, value.length()) > limit
                    ? wrong(column, limit + "文字以内で入力してください。", value)
                    : value;
        }

        private boolean yesOrNo(String heading, boolean whenEmpty) {
            var value = cell(heading).toLowerCase(Locale.ROOT);
            if (value.isEmpty()) {
                return whenEmpty;
            }
            if (YES.contains(value) || NO.contains(value)) {
                return YES.contains(value);
            }
            errors.add(new CellError(heading, "「はい」か「いいえ」を入力してください。"));
            return whenEmpty;
        }

        private @Nullable LocalDate day(InventoryColumn column) {
            var value = cell(column).replace('/', '-');
            if (value.isEmpty()) {
                return null;
            }
            try {
                return LocalDate.parse(value, DAY);
            } catch (DateTimeParseException notADay) {
                errors.add(new CellError(column.heading(), "「2026-04-01」のように西暦の年月日で入力するか、空にしてください。"));
                return null;
            }
        }

        private int count(InventoryColumn column) {
            return cell(column).isEmpty() ? 0 : number(column.heading(), 0, COUNT_LIMIT);
        }

        private int number(String heading, int least, int most) {
            var value = cell(heading).replace(",", "");
            try {
                int number = Integer.parseInt(value);
                if (number >= least && number <= most) {
                    return number;
                }
            } catch (NumberFormatException notANumber) {
                // Said below, in the same words as a number out of range.
            }
            errors.add(new CellError(heading, "%,d から %,d までの整数で入力してください。".formatted(least, most)));
            return least;
        }

        /** Empty where no ward is given; then all of them must be, and add up. */
        private Map<String, Integer> byWard(long total) {
            var counts = new HashMap<String, Integer>();
            var wards = City.inForce().wards();
            for (var ward : wards) {
                var heading = InventoryColumn.headingOf(ward);
                if (!cell(heading).isEmpty()) {
                    counts.put(ward.id(), number(heading, 0, COUNT_LIMIT));
                }
            }
            long sum = counts.values().stream().mapToLong(Integer::longValue).sum();
            if (!counts.isEmpty() && sum != total && errors.isEmpty()) {
                errors.add(new CellError(InventoryColumn.headingOf(wards.getFirst()),
                        "区ごとの件数の合計（%,d）が、方法ごとの件数の合計（%,d）と一致しません。".formatted(sum, total)));
            }
            return counts;
        }
    }
}
