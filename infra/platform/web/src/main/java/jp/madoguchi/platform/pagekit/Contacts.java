package jp.madoguchi.platform.pagekit;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import jp.madoguchi.forms.city.City;
import jp.madoguchi.forms.city.Desk;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whom residents can ask, as the city sets it; what comes with the house is a sample.
 *
 * @param general the desk that answers for everything
 * @param desks those that answer for one office or bureau
 */
@ConfigurationProperties("madoguchi.contact")
public record Contacts(@Nullable Contact general, @DefaultValue List<Contact> desks) {

    /** As in the file of the sample city; written here, since a page may be made where no file may be opened. */
    private static final Contact SAMPLE = new Contact("まどぐち市総合コールセンター（見本）", "050-0000-0000", "毎日 8:00〜21:00",
            "お住まいの区の区役所（平日 8:45〜17:15）", List.of(), "Madoguchi City Call Centre (sample)", "daily 8:00–21:00",
            "Your ward office (weekdays 8:45–17:15)");

    /** Nothing is set: those of the sample city. */
    public static final Contacts SAMPLES = new Contacts(null, List.of());

    public Contacts {
        desks = List.copyOf(desks);
    }

    /** Those that a city names. */
    public static Contacts of(City city) {
        return new Contacts(contact(city.general()), city.desks().stream().map(Contacts::contact).toList());
    }

    private static Contact contact(Desk desk) {
        return new Contact(desk.name(), desk.phone(), desk.hours(), desk.counter(), desk.covers(), desk.nameEn(),
                desk.hoursEn(), desk.counterEn());
    }

    /** The desk for the first of these offices or bureaus that has one of its own; otherwise the general one. */
    public Contact of(@Nullable String... names) {
        return Arrays.stream(names).filter(Objects::nonNull)
                .flatMap(name -> desks.stream().filter(desk -> desk.covers().contains(name))).findFirst()
                .orElseGet(this::everything);
    }

    /** The desk that answers for everything. */
    public Contact everything() {
        return general == null ? SAMPLE : general;
    }
}
