package jp.madoguchi.forms.japanese;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Where an address stands as seen from the city, however its parts were divided among the fields: people write the ward behind
 * the city, in a field of its own, or before the town.
 *
 * @param inCity whether it is an address of the city, as far as its words tell
 * @param ward the ward; null outside of the city, and where an address of the city names none
 */
public record CityAddress(boolean inCity, @Nullable Ward ward) {

    private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0\\u3000]+");
    private static final String PREFECTURE = Ward.CITY.substring(0, 3);
    private static final String CITY = Ward.CITY.substring(3);

    public static CityAddress of(@Nullable String prefectureCity, @Nullable String ward, @Nullable String town) {
        var rest = compact(prefectureCity) + compact(ward) + compact(town);
        boolean inPrefecture = rest.startsWith(PREFECTURE);
        rest = inPrefecture ? rest.substring(PREFECTURE.length()) : rest;
        boolean named = rest.startsWith(CITY);
        rest = named ? rest.substring(CITY.length()) : rest;
        var found = beginning(rest).orElse(null);
        // No other city of the prefecture has wards; a ward without any city may be anybody's.
        return named
                ? new CityAddress(true, found == null ? byItself(ward) : found)
                : new CityAddress(inPrefecture && found != null, inPrefecture ? found : null);
    }

    /** An address of the city that does not say in which ward, so that no office follows from it. */
    public boolean lacksWard() {
        return inCity && ward == null;
    }

    /** As a name, a local government code or the code of the office. */
    private static @Nullable Ward byItself(@Nullable String ward) {
        return ward == null ? null : Ward.find(ward).orElse(null);
    }

    private static Optional<Ward> beginning(String text) {
        return Arrays.stream(Ward.values()).filter(ward -> text.startsWith(ward.title())).findFirst();
    }

    private static String compact(@Nullable String text) {
        return text == null ? "" : SPACES.matcher(text).replaceAll("");
    }
}
