package jp.madoguchi.forms.field;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.definition.QuestionKind;
import jp.madoguchi.forms.japanese.CityAddress;
import jp.madoguchi.forms.japanese.Digits;
import jp.madoguchi.forms.japanese.Ward;

import org.jspecify.annotations.Nullable;

/** An address; nothing typed is ever replaced by what a postal code suggests. */
record AddressField(QuestionKind.Address kind) implements Field {

    private static final int LENGTH = 200;

    @Override
    public List<String> parts() {
        return List.of("postal", "prefecture-city", "ward", "town", "number", "building");
    }

    @Override
    public Set<String> preset() {
        return kind.withinCity() ? Set.of("prefecture-city") : Set.of();
    }

    @Override
    public @Nullable Answer read(Typed typed, Flaws flaws) {
        var postal = Digits.compact(typed.trimmed("postal"));
        if (postal.startsWith("〒")) {
            postal = postal.substring(1);
        }
        var city = typed.trimmed("prefecture-city").isEmpty() && kind.withinCity()
                ? Ward.CITY
                : typed.first("prefecture-city");
        var typedWard = typed.first("ward");
        var ward = Digits.isBlank(typedWard)
                ? null
                : Ward.find(typedWard).filter(_ -> isOurs(city)).map(Ward::title).orElse(typedWard);
        var building = typed.first("building");
        return new Answer.Address(postal.isEmpty() ? null : postal, city, ward, typed.first("town"),
                typed.first("number"), Digits.isBlank(building) ? null : building);
    }

    @Override
    public void check(Answer answer, Flaws flaws) {
        if (!(answer instanceof Answer.Address address)) {
            Shapes.wrong(flaws);
            return;
        }
        var postal = address.postal();
        if (postal != null && !Digits.areOnly(postal, 7, 7)) {
            flaws.add("postal", "postal", "「{0}」の郵便番号は7桁の数字で入力してください（例：650-0001）。",
                    "Please enter the postal code of “{0}” in 7 digits (such as 650-0001).");
        }
        if (Digits.isBlank(address.prefectureCity())) {
            incomplete("prefecture-city", "都道府県と市区町村", "prefecture and city", flaws);
        } else if (kind.withinCity() && !isOurs(address.prefectureCity())) {
            flaws.add("prefecture-city", "outside-of-city", "「{0}」には市内（%s）の住所を入力してください。".formatted(Ward.CITY),
                    "Please enter an address within the city for “{0}”.");
        }
        checkWard(address, flaws);
        if (Digits.isBlank(address.town())) {
            incomplete("town", "町名", "town", flaws);
        }
        if (Digits.isBlank(address.number())) {
            incomplete("number", "番地", "block and house number", flaws);
        }
        Shapes.length("prefecture-city", address.prefectureCity(), LENGTH, flaws);
        Shapes.length("town", address.town(), LENGTH, flaws);
        Shapes.length("number", address.number(), LENGTH, flaws);
        var building = address.building();
        if (building != null) {
            Shapes.length("building", building, LENGTH, flaws);
        }
    }

    @Override
    public Typed print(Answer answer) {
        if (!(answer instanceof Answer.Address address)) {
            return Typed.NOTHING;
        }
        var parts = new LinkedHashMap<String, List<String>>();
        put(parts, "postal", address.postal());
        put(parts, "prefecture-city", address.prefectureCity());
        put(parts, "ward", address.ward());
        put(parts, "town", address.town());
        put(parts, "number", address.number());
        put(parts, "building", address.building());
        return new Typed(parts);
    }

    private void checkWard(Answer.Address address, Flaws flaws) {
        var ward = address.ward();
        boolean known = ward != null && Ward.find(ward).isPresent();
        if (kind.withinCity() && !known) {
            flaws.add("ward", "ward", "「{0}」の区を一覧から選んでください。", "Please choose the ward of “{0}” from the list.");
        } else if (!kind.withinCity()
                && CityAddress.of(address.prefectureCity(), ward, address.town()).lacksWard()) {
            flaws.add("prefecture-city", "ward", "「{0}」は区まで入力してください（例：大阪府大阪市北区）。",
                    "Please enter “{0}” down to the ward (such as 大阪府大阪市北区).");
        }
        if (ward != null) {
            Shapes.length("ward", ward, LENGTH, flaws);
        }
    }

    private static boolean isOurs(String city) {
        var trimmed = Digits.trim(city);
        return trimmed.equals(Ward.CITY) || trimmed.equals("神戸市");
    }

    private static void incomplete(String part, String ja, String en, Flaws flaws) {
        flaws.add(part, "incomplete", "「{0}」の" + ja + "を入力してください。", "Please enter the " + en + " of “{0}”.");
    }

    private static void put(LinkedHashMap<String, List<String>> parts, String part, @Nullable String value) {
        if (value != null) {
            parts.put(part, List.of(value));
        }
    }
}
