package jp.madoguchi.platform.postal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The table of Japanese postal codes. One code may stand for several towns, even of two prefectures (498-0000), so the
 * answer is a list to choose from, and a place is only ever offered, never put over what somebody typed. Big offices have
 * codes of their own (大口事業所個別番号, the fourth digit is 8; 650-8570), which Japan Post lists apart: they answer with the
 * municipalities that share their first three digits.
 */
public final class PostalCodes {

    private static final char OFFICE = '8';
    private static final int MOST_AROUND = 8;
    private static final Pattern FORM = Pattern.compile("[0-9]{7}");

    private PostalCodes() {}

    /**
     * The places of a code, in the order of the table; none for an unknown code or for what is not 7 digits. Reads a file:
     * not for event loops.
     */
    public static List<Place> places(String code) {
        if (!FORM.matcher(code).matches()) {
            return List.of();
        }
        var places = listed(code, true);
        return places.isEmpty() && code.charAt(3) == OFFICE ? around(code) : places;
    }

    /** Where the office of a code may stand; none where its first digits cover too wide a country to choose from. */
    private static List<Place> around(String code) {
        var municipalities = listed(code.substring(0, 3), false).stream()
                .map(place -> new Place(place.prefecture(), place.municipality(), "")).distinct().toList();
        return municipalities.size() <= MOST_AROUND ? municipalities : List.of();
    }

    private static List<Place> listed(String code, boolean whole) {
        try (var in = PostalCodes.class.getResourceAsStream(code.substring(0, 2) + ".tsv")) {
            return in == null
                    ? List.of()
                    : find(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)), code, whole);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("table of postal codes", unreadable);
        }
    }

    private static List<Place> find(BufferedReader table, String code, boolean whole) throws IOException {
        var places = new ArrayList<Place>();
        var heading = List.of("", "");
        for (var line = table.readLine(); line != null; line = table.readLine()) {
            if (line.startsWith("@")) {
                heading = List.of(line.substring(1).split("\t", 2));
            } else if (line.startsWith(code)) {
                places.add(new Place(heading.get(0), heading.get(1), whole ? line.substring(code.length() + 1) : ""));
            }
        }
        return places;
    }
}
