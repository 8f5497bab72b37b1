package jp.madoguchi.backoffice.city;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;

import jp.madoguchi.forms.city.City;
import jp.madoguchi.forms.city.CityOffice;
import jp.madoguchi.forms.city.Desk;
import jp.madoguchi.forms.city.Ward;
import jp.madoguchi.platform.calendar.EraDate;

/** What one city file changes of another, in sentences for the administrator who is about to keep it. */
public final class CityChanges {

    private final List<String> changes = new ArrayList<>();

    private CityChanges() {}

    /** Empty where both are the same. */
    public static List<String> between(City before, City after) {
        var all = new CityChanges();
        all.text("団体コード", before.code(), after.code());
        all.text("都道府県", before.prefecture(), after.prefecture());
        all.text("市の名前", before.name(), after.name());
        all.text("市の読み", before.kana(), after.kana());
        all.text("市の名前（英語）", before.nameEn(), after.nameEn());
        all.text("住所に書く市の名前", before.addressName(), after.addressName());
        all.text("ポータルの名前", before.portal().name(), after.portal().name());
        all.text("ポータルの名前（英語）", before.portal().nameEn(), after.portal().nameEn());
        all.text("ページの下の文", before.portal().note(), after.portal().note());
        all.text("ページの下の文（英語）", before.portal().noteEn(), after.portal().noteEn());
        all.text("総合窓口", words(before.general()), words(after.general()));
        all.things("個別の問い合わせ先", by(before.desks(), Desk::name, CityChanges::words),
                by(after.desks(), Desk::name, CityChanges::words));
        all.things("閉庁日", by(List.copyOf(before.closingDays()), EraDate::written, day -> ""),
                by(List.copyOf(after.closingDays()), EraDate::written, day -> ""));
        all.things("区", by(before.wards(), Ward::id, CityChanges::words),
                by(after.wards(), Ward::id, CityChanges::words));
        all.things("窓口", by(before.offices(), CityOffice::id, CityChanges::words),
                by(after.offices(), CityOffice::id, CityChanges::words));
        if (all.changes.isEmpty() && !before.equals(after)) {
            all.changes.add("並び順が変わります。");
        }
        return List.copyOf(all.changes);
    }

    private void text(String what, String before, String after) {
        if (!before.equals(after)) {
            changes.add(what + "：「" + before + "」→「" + after + "」");
        }
    }

    private void things(String what, Map<String, String> before, Map<String, String> after) {
        var keys = new TreeSet<>(before.keySet());
        keys.addAll(after.keySet());
        for (var key : keys) {
            var was = before.get(key);
            var is = after.get(key);
            if (was == null) {
                changes.add(what + "「" + key + "」を加えます" + (Objects.toString(is, "").isEmpty() ? "。" : "：" + is));
            } else if (is == null) {
                changes.add(what + "「" + key + "」をなくします" + (was.isEmpty() ? "。" : "：" + was));
            } else if (!was.equals(is)) {
                changes.add(what + "「" + key + "」：" + was + " → " + is);
            }
        }
    }

    private static <T> Map<String, String> by(List<T> all, Function<T, String> key,
            Function<T, String> words) {
        var map = new LinkedHashMap<String, String>();
        all.forEach(one -> map.put(key.apply(one), words.apply(one)));
        return map;
    }

    private static String words(Desk desk) {
        return joined(desk.name(), desk.nameEn(), desk.phone(), desk.hours(), desk.hoursEn(), desk.counter(),
                desk.counterEn(), String.join("・", desk.covers()));
    }

    private static String words(Ward ward) {
        return joined(ward.name(), ward.code(), ward.kana(), ward.nameEn());
    }

    private static String words(CityOffice office) {
        return joined(office.name(), office.kana(), label(office.kind()), String.join("・", office.wards()),
                String.join("・", office.areas()), office.address(), office.phone(), office.hours(), office.mark());
    }

    /** 「区役所」. */
    public static String label(CityOffice.Kind kind) {
        return switch (kind) {
            case CITY_HALL -> "本庁";
            case WARD_OFFICE -> "区役所";
            case BRANCH -> "支所";
            case PROCESSING_CENTRE -> "事務センター";
            case BUREAU -> "局・課";
        };
    }

    private static String joined(String... parts) {
        return String.join("、", List.of(parts).stream().filter(part -> !part.isEmpty()).toList());
    }
}
