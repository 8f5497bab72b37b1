package jp.madoguchi.forms.city;

import java.util.List;

import jp.madoguchi.forms.source.Part;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes a city as {@link CityPart} reads it: keys in a fixed order, what is empty left out. */
final class CityJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private CityJson() {}

    static ObjectNode write(City city) {
        var node = MAPPER.createObjectNode();
        node.put("code", city.code()).put("prefecture", city.prefecture()).put("name", city.name())
                .put("kana", city.kana()).put("name-en", city.nameEn());
        if (!city.addressName().equals(city.name())) {
            node.put("address-name", city.addressName());
        }
        var portal = node.putObject("portal");
        put(portal, "name", city.portal().name());
        put(portal, "name-en", city.portal().nameEn());
        put(portal, "note", city.portal().note());
        put(portal, "note-en", city.portal().noteEn());
        desk(node.putObject("contact"), city.general());
        if (!city.desks().isEmpty()) {
            var desks = node.putArray("desks");
            city.desks().forEach(desk -> desk(desks.addObject(), desk));
        }
        put(node, "closing-days", city.closingDays().stream().map(Object::toString).toList());
        if (city.hasWards()) {
            var wards = node.putArray("wards");
            city.wards().forEach(ward -> wards.addObject().put("id", ward.id()).put("code", ward.code())
                    .put("name", ward.name()).put("kana", ward.kana()).put("name-en", ward.nameEn()));
        }
        var offices = node.putArray("offices");
        city.offices().forEach(office -> office(offices.addObject(), office));
        return node;
    }

    private static void desk(ObjectNode node, Desk desk) {
        put(node, "name", desk.name());
        put(node, "name-en", desk.nameEn());
        put(node, "phone", desk.phone());
        put(node, "hours", desk.hours());
        put(node, "hours-en", desk.hoursEn());
        put(node, "counter", desk.counter());
        put(node, "counter-en", desk.counterEn());
        put(node, "covers", desk.covers());
    }

    private static void office(ObjectNode node, CityOffice office) {
        node.put("id", office.id()).put("name", office.name());
        put(node, "kana", office.kana());
        node.put("kind", Part.printed(office.kind()));
        put(node, "wards", office.wards());
        put(node, "areas", office.areas());
        put(node, "address", office.address());
        put(node, "phone", office.phone());
        put(node, "hours", office.hours());
        put(node, "mark", office.mark());
    }

    private static void put(ObjectNode node, String key, String text) {
        if (!text.isEmpty()) {
            node.put(key, text);
        }
    }

    private static void put(ObjectNode node, String key, List<String> texts) {
        if (!texts.isEmpty()) {
            var array = node.putArray(key);
            texts.forEach(array::add);
        }
    }
}
