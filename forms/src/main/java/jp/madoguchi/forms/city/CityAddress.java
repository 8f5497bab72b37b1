package jp.madoguchi.forms.city;

import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Where an address stands as seen from the city, however its parts were divided among the fields: people write the ward behind
 * the city, in a field of its own, or before the town.
 *
 * @param inCity whether it is an address of the city, as far as its words tell
 * @param ward the ward; null outside of the city, in a city without wards, and where an address of the city names none
 */
public record CityAddress(boolean inCity, @Nullable Ward ward) {

    private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0\\u3000]+");

    /** As seen from the city in force. */
    public static CityAddress of(@Nullable String prefectureCity, @Nullable String ward, @Nullable String town) {
        var city = City.inForce();
        var rest = compact(prefectureCity) + compact(ward) + compact(town);
        boolean inPrefecture = rest.startsWith(city.prefecture());
        rest = inPrefecture ? rest.substring(city.prefecture().length()) : rest;
        boolean named = rest.startsWith(city.addressName());
        rest = named ? rest.substring(city.addressName().length()) : rest;
        var found = beginning(city, rest).orElse(null);
        // A ward without any city may be anybody's, unless no other city of the prefecture has wards.
        boolean meant = inPrefecture && city.aloneHasWards();
        return named
                ? new CityAddress(true, found == null ? byItself(city, ward) : found)
                : new CityAddress(meant && found != null, meant ? found : null);
    }

    /** An address of the city that does not say in which ward, so that no office follows from it. */
    public boolean lacksWard() {
        return inCity && ward == null && City.inForce().hasWards();
    }

    /** As a name, a local government code or the code of the office. */
    private static @Nullable Ward byItself(City city, @Nullable String ward) {
        return ward == null ? null : city.ward(ward).orElse(null);
    }

    private static Optional<Ward> beginning(City city, String text) {
        return city.wards().stream().filter(ward -> text.startsWith(ward.name())).findFirst();
    }

    private static String compact(@Nullable String text) {
        return text == null ? "" : SPACES.matcher(text).replaceAll("");
    }
}
