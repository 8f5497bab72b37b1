package jp.madoguchi.forms.field;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

import jp.madoguchi.forms.MessageKey;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.definition.QuestionKind;
import jp.madoguchi.forms.city.City;
import jp.madoguchi.forms.city.CityAddress;
import jp.madoguchi.forms.japanese.Digits;
import jp.madoguchi.forms.city.Ward;
import jp.madoguchi.forms.source.Part;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** An address; nothing typed is ever replaced by what a postal code suggests. */
record AddressField(QuestionKind.Address kind) implements QuestionField {

    enum Message implements MessageKey {
        POSTAL, PREFECTURE_CITY_MISSING, OUTSIDE_OF_CITY, WARD_NOT_CHOSEN, WARD_MISSING, TOWN_MISSING, NUMBER_MISSING
    }

    private static final int LENGTH = 200;

    private static final Limit.Maybe<Boolean> WITHIN_CITY = new Limit.Maybe<>("within-city", Shape.TRUTH);
    static final List<Limit<?>> LIMITS = List.of(WITHIN_CITY);

    @Override
    public KindName name() {
        return KindName.ADDRESS;
    }

    static QuestionKind define(Part part) {
        return new QuestionKind.Address(WITHIN_CITY.read(part, false));
    }

    @Override
    public void write(ObjectNode limits) {
        if (kind.withinCity()) {
            limits.put("within-city", true);
        }
    }

    @Override
    public Control control() {
        return new Control.Address(kind.withinCity());
    }

    @Override
    public boolean takesText() {
        return true;
    }

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
                ? City.inForce().address()
                : typed.first("prefecture-city");
        var typedWard = typed.first("ward");
        var ward = Digits.isBlank(typedWard)
                ? null
                : City.inForce().ward(typedWard).filter(_ -> isOurs(city)).map(Ward::name).orElse(typedWard);
        var building = typed.first("building");
        return new Answer.Address(postal.isEmpty() ? null : postal, city, ward, typed.first("town"),
                typed.first("number"), Digits.isBlank(building) ? null : building);
    }

    @Override
    public void check(Answer answer, Flaws flaws) {
        if (!(answer instanceof Answer.Address address)) {
            AnyField.wrong(flaws);
            return;
        }
        var postal = address.postal();
        if (postal != null && !Digits.areOnly(postal, 7, 7)) {
            flaws.add("postal", "postal", Message.POSTAL);
        }
        if (Digits.isBlank(address.prefectureCity())) {
            flaws.add("prefecture-city", "incomplete", Message.PREFECTURE_CITY_MISSING);
        } else if (kind.withinCity() && !isOurs(address.prefectureCity())) {
            flaws.add("prefecture-city", "outside-of-city", Message.OUTSIDE_OF_CITY, City.inForce().address());
        }
        checkWard(address, flaws);
        if (Digits.isBlank(address.town())) {
            flaws.add("town", "incomplete", Message.TOWN_MISSING);
        }
        if (Digits.isBlank(address.number())) {
            flaws.add("number", "incomplete", Message.NUMBER_MISSING);
        }
        AnyField.length("prefecture-city", address.prefectureCity(), LENGTH, flaws);
        AnyField.length("town", address.town(), LENGTH, flaws);
        AnyField.length("number", address.number(), LENGTH, flaws);
        var building = address.building();
        if (building != null) {
            AnyField.length("building", building, LENGTH, flaws);
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
        var city = City.inForce();
        boolean known = ward != null && city.ward(ward).isPresent();
        if (kind.withinCity() && city.hasWards() && !known) {
            flaws.add("ward", "ward", Message.WARD_NOT_CHOSEN);
        } else if (!kind.withinCity()
                && CityAddress.of(address.prefectureCity(), ward, address.town()).lacksWard()) {
            flaws.add("prefecture-city", "ward", Message.WARD_MISSING);
        }
        if (ward != null) {
            AnyField.length("ward", ward, LENGTH, flaws);
        }
    }

    private static boolean isOurs(String city) {
        var trimmed = Digits.trim(city);
        var ours = City.inForce();
        return trimmed.equals(ours.address()) || trimmed.equals(ours.addressName());
    }

    private static void put(LinkedHashMap<String, List<String>> parts, String part, @Nullable String value) {
        if (value != null) {
            parts.put(part, List.of(value));
        }
    }
}
