package jp.madoguchi.forms.city;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import jp.madoguchi.forms.japanese.KanjiNumber;
import jp.madoguchi.forms.japanese.NameKey;

import org.jspecify.annotations.Nullable;

/**
 * Where an address lies, whatever way it was written: one value for 「加納町」「6-5-1」, 「加納町６丁目」「5番1号」, 「加納町」「六ノ五ノ一」 and
 * 「加納町6丁目5-1」. For comparing only; what was typed is stored as it was typed.
 *
 * <p>
 * Parts of the number (丁目, 番, 号 or 番地, 住居表示に関する法律 2条) stay apart: 6-5-1 is not 65-1. A fourth part of three digits or more is
 * a room (1-2-3-101); a shorter one is a number beside the number (枝番), of another house.
 *
 * @param place prefecture, city, ward and town as {@link NameKey} has them
 * @param number its parts, without leading zeros
 * @param building its name, empty where none is written
 * @param room its number, else the floor, empty where none is written
 */
public record StreetAddress(String place, List<String> number, String building, String room) {

    private static final String HYPHEN = "[\\-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u30FC\u2500\u301C~]";
    private static final String COUNTER = "(?:丁目|丁(?!\\p{IsHan})|番地|番(?!\\p{IsHan})|号(?!室))";
    /** Between two numbers. */
    private static final Pattern BETWEEN = Pattern
            .compile("(?<=[0-9])\\s*(?:" + HYPHEN + "|丁目|丁|番地|番|号(?!室)|[のノ之\\s])+\\s*(?=[0-9])");
    private static final Pattern AFTER = Pattern
            .compile("(?<=[0-9])\\s*" + COUNTER + "+|(?<=[0-9])(?:" + HYPHEN + "|[のノ之])$");
    private static final Pattern RUN_AT_END = Pattern.compile("(.*?)([0-9]+(?:-[0-9]+)*)");
    private static final Pattern NUMBER = Pattern.compile("([^0-9]*)([0-9]+(?:-[0-9]+)*)"
            + "(-?[a-z甲乙丙丁いろはにほへとイロハニホヘト](?![\\p{L}\\p{N}\\-]))?(.*)");
    private static final Pattern ROOM = Pattern.compile("(.*?)([a-z]?-?[0-9]+[a-eg-z]?)\\s*(?:号室|号|室)?");
    private static final Pattern FLOOR = Pattern.compile("([0-9]+)\\s*(?:階|f(?![a-z]))");
    private static final int ROOM_DIGITS = 3;

    public StreetAddress {
        number = List.copyOf(number);
    }

    public static StreetAddress of(String prefectureCity, @Nullable String ward, String town, String number,
            @Nullable String building) {
        var area = plain(whole(prefectureCity + (ward == null ? "" : ward) + town)).replace("大字", "");
        var typed = NUMBER.matcher(plain(number));
        var parts = new ArrayList<String>();
        var rest = "";
        if (typed.matches()) {
            var before = typed.group(1).strip();
            var at = RUN_AT_END.matcher(area);
            // 「加納町6丁目」「5-1」 are one number in two fields.
            if (before.isEmpty() && at.matches()) {
                area = at.group(1);
                add(parts, at.group(2));
            }
            area += before;
            add(parts, typed.group(2));
            var letter = typed.group(3);
            if (letter != null) {
                parts.add(NameKey.of(letter));
            }
            rest = typed.group(4).strip();
        } else {
            area += plain(number);
        }
        var house = (rest + " " + (building == null ? "" : plain(building))).strip();
        boolean roomInNumber = parts.size() > 3 && parts.getLast().length() >= ROOM_DIGITS;
        if (roomInNumber) {
            return new StreetAddress(NameKey.of(area), parts.subList(0, parts.size() - 1), NameKey.of(house),
                    parts.getLast());
        }
        var room = ROOM.matcher(house);
        var floor = FLOOR.matcher(house);
        var known = room.matches() ? room.group(2) : floor.find() ? floor.group(1) + "階" : "";
        var name = floor.reset(room.matches() ? room.group(1) : house).replaceAll("");
        return new StreetAddress(NameKey.of(area), parts, NameKey.of(name), NameKey.of(known));
    }

    /**
     * Whether both are one home. Who leaves building or room out lives there all the same; two rooms, and two buildings of one
     * number, are two homes. So this is no equivalence: an address without a room is the same as either of two with one.
     */
    public boolean isSameAs(StreetAddress other) {
        return place.equals(other.place) && number.equals(other.number) && agree(building, other.building)
                && agree(room, other.room);
    }

    private static boolean agree(String one, String other) {
        return one.isEmpty() || other.isEmpty() || one.equals(other);
    }

    /** The own city is often written without its prefecture. */
    private static String whole(String place) {
        var bare = Normalizer.normalize(place, Normalizer.Form.NFKC).replaceAll("\\s", "");
        var city = City.inForce();
        return bare.startsWith(city.addressName()) ? city.prefecture() + bare : bare;
    }

    /** Digits for every number, a hyphen between its parts, and nothing behind it. */
    private static String plain(String text) {
        var digits = KanjiNumber.inDigits(Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT))
                .replace('ヶ', 'が').replace('ケ', 'が').strip();
        return AFTER.matcher(BETWEEN.matcher(digits).replaceAll("-")).replaceAll("");
    }

    private static void add(List<String> parts, String run) {
        Arrays.stream(run.split("-")).map(part -> part.replaceFirst("^0+(?=[0-9])", "")).forEach(parts::add);
    }
}
