package jp.madoguchi.backoffice.reform.web;

import jp.madoguchi.forms.city.City;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import gg.jte.Content;
import jp.madoguchi.backoffice.reform.Blocker;
import jp.madoguchi.backoffice.reform.EntryForm;
import jp.madoguchi.backoffice.reform.InventoryColumn;
import jp.madoguchi.backoffice.reform.LawRank;
import jp.madoguchi.backoffice.reform.Way;
import jp.madoguchi.platform.pagekit.Controls;
import jp.madoguchi.platform.pagekit.Field;
import jp.madoguchi.platform.pagekit.Option;
import jp.madoguchi.platform.pagekit.Parts;
import jp.madoguchi.platform.pagekit.TextTraits;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * One entry of the register as a form: what was typed, and what is wrong with it.
 *
 * @param code the entry's register number; null for a new one
 * @param revision the revision the change is made from; 0 for a new one
 * @param note who changed it last; empty for a new one
 */
public final class EntryPage {

    private static final List<Option> YES_NO = List.of(Option.of("はい", "はい"), Option.of("いいえ", "いいえ"));

    private final @Nullable String code;
    private final int revision;
    private final String note;
    private final EntryForm form;
    private final Map<String, String> errors;

    EntryPage(@Nullable String code, int revision, String note, EntryForm form, List<EntryForm.CellError> wrong) {
        this.code = code;
        this.revision = revision;
        this.note = note;
        this.form = form;
        this.errors = new LinkedHashMap<>();
        wrong.forEach(error -> errors.putIfAbsent(error.heading(), error.message()));
    }

    public @Nullable String code() {
        return code;
    }

    public int revision() {
        return revision;
    }

    public String note() {
        return note;
    }

    public String title() {
        if (code == null) {
            return "手続を台帳に登録する";
        }
        var title = form.cell(InventoryColumn.TITLE);
        return title.isEmpty() ? "手続 " + code : title;
    }

    public List<Parts.ErrorLink> errors() {
        return errors.entrySet().stream()
                .map(error -> new Parts.ErrorLink(error.getKey() + "：" + error.getValue(),
                        Field.idOf(nameOf(error.getKey()))))
                .toList();
    }

    public List<Content> basics() {
        var fields = new ArrayList<Content>();
        if (code == null) {
            fields.add(text(InventoryColumn.CODE, true, "半角の英数字とハイフン。あとから変えられません。", TextTraits.TEXT.width("medium")));
        }
        fields.add(text(InventoryColumn.TITLE, true, "", TextTraits.TEXT));
        fields.add(text(InventoryColumn.BUREAU, true, "", TextTraits.TEXT.width("medium")));
        fields.add(choice(InventoryColumn.LAW_RANK, Arrays.stream(LawRank.values())
                .map(rank -> Option.of(rank.label(), rank.label())).toList()));
        fields.add(choice(InventoryColumn.ELIGIBLE, YES_NO));
        fields.add(
                text(InventoryColumn.PROCEDURE, false, "この窓口で受け付けている手続のとき、その手続ID。", TextTraits.TEXT.width("medium")));
        return fields;
    }

    public List<Content> ways() {
        var fields = new ArrayList<Content>();
        fields.add(choice(InventoryColumn.WAY,
                Arrays.stream(Way.values()).map(way -> Option.of(way.label(), way.label())).toList()));
        fields.add(text(InventoryColumn.WAY_SINCE, false, "例：2026-04-01。空のときは、記録より前からとみなします。",
                TextTraits.TEXT.width("medium")));
        fields.add(text(InventoryColumn.PLANNED_ONLINE, false, "オンライン完結にする予定の日。見込みの計算に使います。",
                TextTraits.TEXT.width("medium")));
        var chosen = Arrays.stream(Blocker.values()).filter(blocker -> "はい".equals(form.cell(blocker.label())))
                .map(Blocker::name).toList();
        fields.add(Controls.checkboxes(Field.optional("blockers", "オンライン化を妨げているもの"),
                Arrays.stream(Blocker.values()).map(blocker -> Option.of(blocker.name(), blocker.label())).toList(),
                chosen));
        return fields;
    }

    public List<Content> counts() {
        var fields = new ArrayList<Content>();
        fields.add(text(InventoryColumn.BASE_YEAR, true, "西暦4桁。件数を数えた年度。", TextTraits.NUMBER.unit("年度")));
        for (var column : List.of(InventoryColumn.ONLINE, InventoryColumn.COUNTER, InventoryColumn.POST,
                InventoryColumn.OTHER)) {
            fields.add(text(column, false, "", TextTraits.NUMBER.unit("件")));
        }
        return fields;
    }

    public List<Content> wards() {
        return City.inForce().wards().stream().map(ward -> {
            var heading = InventoryColumn.headingOf(ward);
            return Controls.text(field(heading, false, ""), form.cell(heading), TextTraits.NUMBER.unit("件"));
        }).toList();
    }

    public boolean hasWards() {
        return City.inForce().wards().stream().map(InventoryColumn::headingOf)
                .anyMatch(heading -> !form.cell(heading).isEmpty() || errors.containsKey(heading));
    }

    private Content text(InventoryColumn column, boolean required, String hint, TextTraits traits) {
        return Controls.text(field(column.heading(), required, hint), form.cell(column), traits);
    }

    private Content choice(InventoryColumn column, List<Option> options) {
        return Controls.inline(field(column.heading(), true, ""), options, form.cell(column));
    }

    private Field field(String heading, boolean required, String hint) {
        var name = nameOf(heading);
        return (required ? Field.required(name, heading) : Field.optional(name, heading)).hint(hint)
                .error(errors.get(heading));
    }

    /** Field names are plain ASCII; the headings are not. */
    static String nameOf(String heading) {
        for (var column : InventoryColumn.values()) {
            if (column.heading().equals(heading)) {
                return column.name().toLowerCase(Locale.ROOT).replace('_', '-');
            }
        }
        for (var ward : City.inForce().wards()) {
            if (InventoryColumn.headingOf(ward).equals(heading)) {
                return "ward-" + ward.id();
            }
        }
        return "blockers";
    }

    /** What was posted, back under the headings. */
    static EntryForm posted(MultiValueMap<String, String> fields) {
        var cells = new LinkedHashMap<String, String>();
        InventoryColumn.headings().forEach(heading -> {
            var value = fields.getFirst(nameOf(heading));
            if (value != null) {
                cells.put(heading, value);
            }
        });
        var blockers = fields.getOrDefault("blockers", List.of());
        for (var blocker : Blocker.values()) {
            cells.put(blocker.label(), blockers.contains(blocker.name()) ? "はい" : "");
        }
        return new EntryForm(cells);
    }
}
