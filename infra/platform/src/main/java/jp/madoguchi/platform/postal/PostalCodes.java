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
 * answer is a list to choose from; the table that comes with the house names one place for each code, which is why a
 * place is only ever offered and never put over what somebody typed.
 */
public final class PostalCodes {

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
        try (var in = PostalCodes.class.getResourceAsStream(code.substring(0, 2) + ".tsv")) {
            return in == null
                    ? List.of()
                    : find(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)), code);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("table of postal codes", unreadable);
        }
    }

    private static List<Place> find(BufferedReader table, String code) throws IOException {
        var places = new ArrayList<Place>();
        var heading = List.of("", "");
        for (var line = table.readLine(); line != null; line = table.readLine()) {
            if (line.startsWith("@")) {
                heading = List.of(line.substring(1).split("\t", 2));
            } else if (line.startsWith(code)) {
                places.add(new Place(heading.get(0), heading.get(1), line.substring(code.length() + 1)));
            }
        }
        return places;
    }
}
