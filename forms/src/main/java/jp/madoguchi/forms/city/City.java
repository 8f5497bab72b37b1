package jp.madoguchi.forms.city;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

import jp.madoguchi.forms.japanese.Digits;

import org.jspecify.annotations.Nullable;

/**
 * A city, as its file describes it ({@link CityFile}). Immutable; what is in force now is asked of {@link #inForce()} each time and
 * never kept, so that a change takes effect with the next page.
 *
 * @param code its local government code (全国地方公共団体コード), six digits with the check digit
 * @param prefecture 「兵庫県」
 * @param name as its pages name it
 * @param kana its reading
 * @param nameEn the same in English
 * @param addressName as it stands in an address; the name, unless a made-up city borrows the addresses of a real one
 * @param portal what its portal is called, and the sentence at the foot of every page
 * @param general the desk that answers for everything
 * @param desks those that answer for one office or bureau
 * @param wards in its own order; none in most cities
 * @param offices in its own order, at least one
 * @param closingDays days on which all offices are closed besides weekends and national holidays
 */
public record City(String code, String prefecture, String name, String kana, String nameEn, String addressName,
        Portal portal, Desk general, List<Desk> desks, List<Ward> wards, List<CityOffice> offices,
        SortedSet<LocalDate> closingDays) {

    /** Prefectures in which several cities have wards, so that a ward without its city may be another city's. */
    private static final Set<String> SEVERAL_WITH_WARDS = Set.of("神奈川県", "静岡県", "大阪府", "福岡県", "東京都");

    /**
     * @param name of the portal
     * @param note sentence at the foot of every page; may be empty
     */
    public record Portal(String name, String nameEn, String note, String noteEn) {}

    public City {
        desks = List.copyOf(desks);
        wards = List.copyOf(wards);
        offices = List.copyOf(offices);
        closingDays = Collections.unmodifiableSortedSet(new TreeSet<>(closingDays));
    }

    /** What this program serves now; the sample city as long as no other was put in force. */
    public static City inForce() {
        return CityInForce.get();
    }

    /** Prefecture and city as they stand in an address: 「兵庫県神戸市」. */
    public String address() {
        return prefecture + addressName;
    }

    public boolean hasWards() {
        return !wards.isEmpty();
    }

    /** By name, local government code (5 or 6 digits) or id. */
    public Optional<Ward> ward(String text) {
        var given = Digits.halfWidth(Digits.trim(text));
        return wards.stream().filter(ward -> ward.isCalled(given)).findFirst();
    }

    /** The ward of a place that is written with prefecture and city: 「兵庫県神戸市中央区」. */
    public Optional<Ward> wardOfPlace(String place) {
        var whole = place.strip();
        return wards.stream()
                .filter(ward -> whole.equals(address() + ward.name()) || whole.equals(addressName + ward.name()))
                .findFirst();
    }

    public Optional<CityOffice> office(String id) {
        return offices.stream().filter(office -> office.id().equals(id)).findFirst();
    }

    /** The office that serves the residents of a ward. */
    public CityOffice officeOf(Ward ward) {
        return offices.stream().filter(office -> office.wards().contains(ward.id())).findFirst()
                .orElseThrow(() -> new IllegalStateException("no office serves the ward " + ward.id()));
    }

    /**
     * The office for a place of the city: the one with the area of the longest name that the place begins with, otherwise the ward's
     * or the city hall.
     *
     * @param ward null in a city without wards
     */
    public CityOffice officeFor(@Nullable Ward ward, String town) {
        var place = placeOf(ward, town);
        return offices.stream()
                .flatMap(office -> office.areas().stream().filter(place::startsWith)
                        .map(area -> Map.entry(area, office)))
                .max(Comparator.comparingInt(entry -> entry.getKey().length())).map(Map.Entry::getValue)
                .orElseGet(() -> ward == null ? hall() : officeOf(ward));
    }

    /** A place of the city as areas are written: 「須磨区/横尾九丁目」, in a city without wards 「浜町二丁目」. */
    public static String placeOf(@Nullable Ward ward, String town) {
        var trimmed = Digits.trim(town);
        return ward == null
                ? trimmed
                : ward.name() + "/"
                        + (trimmed.startsWith(ward.name()) ? trimmed.substring(ward.name().length()) : trimmed);
    }

    /** Whether places of the city can begin so. */
    public boolean isPlace(String area) {
        int slash = area.indexOf('/');
        return hasWards()
                ? slash + 1 < area.length() && wards.stream().anyMatch(ward -> area.startsWith(ward.name() + "/"))
                : slash < 0 && !area.isBlank();
    }

    /** How a place is written, for who wrote it otherwise. */
    public String placesAreWritten() {
        return hasWards()
                ? "「" + wards.getLast().name() + "/横尾」のように、区と町名を / でつないで書いてください。"
                : "町名だけを書いてください（例：浜町）。";
    }

    /** Ids of all offices that {@link #officeFor} can name, with the words that name them there. */
    public Map<String, String> officesOfPlaces() {
        var named = new LinkedHashMap<String, String>();
        wards.forEach(ward -> named.putIfAbsent(officeOf(ward).id(), ward.name()));
        if (!hasWards()) {
            named.put(hall().id(), name);
        }
        offices.forEach(office -> office.areas().forEach(area -> named.putIfAbsent(office.id(), area)));
        return named;
    }

    /** Whether a ward that is named behind the prefecture alone can only be one of this city. */
    boolean aloneHasWards() {
        return hasWards() && !SEVERAL_WITH_WARDS.contains(prefecture);
    }

    private CityOffice hall() {
        return offices.stream().filter(office -> office.kind() == CityOffice.Kind.CITY_HALL).findFirst()
                .orElseThrow(() -> new IllegalStateException("a city without wards needs its city hall"));
    }
}
