package jp.madoguchi.platform.city;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import jp.madoguchi.forms.city.City;
import jp.madoguchi.forms.city.CityFile;
import jp.madoguchi.forms.city.Desk;
import jp.madoguchi.platform.pagekit.Contact;
import jp.madoguchi.platform.pagekit.Contacts;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The city that a program begins with, until its administrators keep another. What is set by itself goes before what the file says.
 *
 * @param file path of a city file (YAML), or {@code sample:} and the name of one that comes with the house; the sample city unless set
 * @param name of the city
 * @param nameEn the same in English
 * @param portalName of the portal
 * @param portalNameEn the same in English
 * @param note sentence at the foot of every page
 * @param noteEn the same in English
 */
@ConfigurationProperties("madoguchi.city")
public record CitySettings(@Nullable String file, @Nullable String name, @Nullable String nameEn,
        @Nullable String portalName, @Nullable String portalNameEn, @Nullable String note, @Nullable String noteEn) {

    private static final String SAMPLE = "sample:";

    /** @throws jp.madoguchi.forms.source.InvalidFile where the file is none of a city: the program does not start with it */
    public City first(Contacts contacts) {
        var read = read();
        var portal = read.portal();
        var general = contacts.general();
        return new City(read.code(), read.prefecture(), or(name, read.name()), read.kana(), or(nameEn, read.nameEn()),
                read.addressName(),
                new City.Portal(or(portalName, portal.name()), or(portalNameEn, portal.nameEn()),
                        or(note, portal.note()), or(noteEn, portal.noteEn())),
                general == null ? read.general() : desk(general),
                contacts.desks().isEmpty() ? read.desks() : contacts.desks().stream().map(CitySettings::desk).toList(),
                read.wards(), read.offices(), read.closingDays());
    }

    private City read() {
        if (file == null || file.isBlank()) {
            return CityFile.sample();
        }
        if (file.startsWith(SAMPLE)) {
            return CityFile.readYaml(CityFile.sampleText(file.substring(SAMPLE.length())));
        }
        try {
            return CityFile.readYaml(Files.readString(Path.of(file)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Desk desk(Contact contact) {
        return new Desk(contact.name(), contact.nameEn(), contact.phone(), contact.hours(), contact.hoursEn(),
                contact.counter(), contact.counterEn(), List.copyOf(contact.covers()));
    }

    private static String or(@Nullable String set, String otherwise) {
        return set == null ? otherwise : set;
    }
}
