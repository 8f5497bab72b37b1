package jp.madoguchi.forms.city;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import jp.madoguchi.forms.source.Part;
import jp.madoguchi.forms.source.Place;
import jp.madoguchi.forms.source.Problems;
import jp.madoguchi.forms.source.Tree;

import org.jspecify.annotations.Nullable;

/** Reads a city; everything that is wrong is told with its line, and the rest is read all the same. */
final class CityPart {

    private static final int LONGEST = 200;
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,31}");
    private static final Pattern PHONE = Pattern.compile("[0-9][0-9-]{7,14}[0-9]");
    private static final Pattern KANA = Pattern.compile("[ァ-ヶー・　 ]+");
    private static final Pattern MARK = Pattern.compile("[^0-9第号 ]{1,8}");
    private static final Pattern PREFECTURE = Pattern.compile(".{2,3}[都道府県]");

    private final Problems problems;
    private final Map<String, Part> seen = new HashMap<>();

    CityPart(Problems problems) {
        this.problems = problems;
    }

    City read(Tree tree) {
        var part = new Part(tree, Place.START, "", problems);
        var code = code(part.need("code"));
        var prefecture = matching(part.need("prefecture"), PREFECTURE, "都道府県の名前を書いてください（例：兵庫県）。");
        var name = text(part.need("name"));
        var kana = kana(part.need("kana"));
        var nameEn = text(part.need("name-en"));
        var addressName = part.or("address-name", name, CityPart::text);
        var portal = portal(part.need("portal").like("name: 電子申請"));
        var general = desk(part.need("contact").like("name: 総合窓口"));
        var desks = part.list("desks", this::desk);
        var closingDays = new TreeSet<LocalDate>(part.list("closing-days", Part::date));
        var wards = part.list("wards", this::ward);
        var offices = part.need("offices").elements(this::office);
        part.done();
        var served = new Serving(part, wards, offices);
        served.check();
        return new City(code, prefecture, name, kana, nameEn, addressName, portal, general, desks, wards,
                offices.stream().map(Found::office).toList(), closingDays);
    }

    /** An office with its place in the file, for what only shows when all is read. */
    private record Found(CityOffice office, Part part) {}

    private static City.Portal portal(Part part) {
        var portal = new City.Portal(text(part.need("name")), part.or("name-en", "", CityPart::text),
                part.or("note", "", CityPart::text), part.or("note-en", "", CityPart::text));
        part.done();
        return portal;
    }

    private Desk desk(Part part) {
        var desk = new Desk(text(part.need("name")), part.or("name-en", "", CityPart::text),
                part.or("phone", "", CityPart::phone), part.or("hours", "", CityPart::text),
                part.or("hours-en", "", CityPart::text), part.or("counter", "", CityPart::text),
                part.or("counter-en", "", CityPart::text), part.list("covers", CityPart::text));
        part.done();
        return desk;
    }

    private Ward ward(Part part) {
        var ward = new Ward(once("区", id(part.need("id")), part.find("id")), code(part.need("code")),
                matching(part.need("name"), Pattern.compile(".{1,10}区"), "区の名前を「区」まで書いてください（例：中央区）。"),
                kana(part.need("kana")), text(part.need("name-en")));
        once("区の名前", ward.name(), part.find("name"));
        once("団体コード", ward.code(), part.find("code"));
        part.done();
        return ward;
    }

    private Found office(Part part) {
        var office = new CityOffice(once("窓口", id(part.need("id")), part.find("id")), text(part.need("name")),
                part.or("kana", "", CityPart::kana), part.need("kind").choice(CityOffice.Kind.class),
                part.list("wards", CityPart::text), part.list("areas", CityPart::text),
                part.or("address", "", CityPart::text), part.or("phone", "", CityPart::phone),
                part.or("hours", "", CityPart::text), part.or("mark", "", each -> matching(each, MARK,
                        "文書番号の略称は、数字、「第」「号」、空白を除く8文字までにしてください。")));
        once("窓口の名前", office.name(), part.find("name"));
        if (!office.mark().isEmpty()) {
            once("文書番号の略称", office.mark(), part.find("mark"));
        }
        part.done();
        return new Found(office, part);
    }

    /** Tells where a value stands that stood before. */
    private String once(String what, String value, @Nullable Part part) {
        if (part != null) {
            var before = seen.putIfAbsent(what + " " + value, part);
            if (before != null) {
                part.wrong(what + "「" + value + "」が二度書かれています。はじめは " + before.place().line() + "行目です。");
            }
        }
        return value;
    }

    private static String id(Part part) {
        return matching(part, ID, "識別子は、半角の英小文字で始め、英小文字・数字・ハイフンだけで、32字までにしてください（例：chuo）。");
    }

    private static String kana(Part part) {
        return matching(part, KANA, "読みを全角のカタカナで書いてください。");
    }

    private static String phone(Part part) {
        return matching(part, PHONE, "電話番号は、半角の数字とハイフンで書いてください（例：050-0000-0000）。");
    }

    private static String code(Part part) {
        var code = part.text();
        if (part.isScalar() && !isLocalGovernmentCode(code)) {
            part.wrong("「" + code + "」は全国地方公共団体コードではありません。検査数字まで6桁を、引用符で囲んで書いてください（例：\"281000\"）。");
        }
        return code;
    }

    /** With its check digit: five digits weighted 6 to 2, 11 less the remainder by 11, its last digit. */
    static boolean isLocalGovernmentCode(String code) {
        if (!code.matches("[0-9]{6}")) {
            return false;
        }
        int sum = 0;
        for (int at = 0; at < 5; at++) {
            sum += (code.charAt(at) - '0') * (6 - at);
        }
        int check = sum < 11 ? 11 - sum : 11 - sum % 11;
        return check % 10 == code.charAt(5) - '0';
    }

    private static String text(Part part) {
        var text = part.text().strip();
        if (part.isScalar() && (text.isEmpty() || text.codePointCount(0, text.length()) > LONGEST
                || text.indexOf('\n') >= 0)) {
            part.wrong("1行で、1文字から" + LONGEST + "文字までにしてください。");
        }
        return text;
    }

    private static String matching(Part part, Pattern pattern, String needed) {
        var text = text(part);
        if (part.isScalar() && !pattern.matcher(text).matches()) {
            part.wrong("「" + text + "」は使えません。" + needed);
        }
        return text;
    }

    /** Who serves whom, which shows only when wards and offices are read. */
    private record Serving(Part part, List<Ward> wards, List<Found> offices) {

        void check() {
            var servedBy = new HashMap<String, String>();
            var areas = new HashMap<String, String>();
            for (var found : offices) {
                wardsOf(found, servedBy);
                for (var area : found.office().areas()) {
                    areaOf(found, area, areas);
                }
                var kind = found.office().kind();
                if (kind == CityOffice.Kind.WARD_OFFICE && found.office().wards().isEmpty()) {
                    found.part().wrong("区役所「" + found.office().name() + "」が受け持つ区（wards）がありません。");
                }
                if (kind == CityOffice.Kind.BRANCH && wards.isEmpty() && found.office().areas().isEmpty()) {
                    found.part().wrong("支所「" + found.office().name() + "」が受け持つ町（areas）がありません。");
                }
            }
            for (var ward : wards) {
                if (!servedBy.containsKey(ward.id())) {
                    part.wrong("区「" + ward.name() + "」を受け持つ窓口がありません。窓口の wards に「" + ward.id() + "」を書いてください。");
                }
            }
            halls();
        }

        private void wardsOf(Found found, Map<String, String> servedBy) {
            Set<String> ids = new HashSet<>(wards.stream().map(Ward::id).toList());
            for (var id : found.office().wards()) {
                if (!ids.contains(id)) {
                    found.part().wrong("区「" + id + "」は、区の一覧（wards）にありません。");
                    continue;
                }
                var other = servedBy.putIfAbsent(id, found.office().name());
                if (other != null) {
                    found.part().wrong("区「" + id + "」は「" + other + "」も受け持っています。一つの窓口だけに書き、町ごとに分けるなら areas に書いてください。");
                }
            }
        }

        private void areaOf(Found found, String area, Map<String, String> areas) {
            int slash = area.indexOf('/');
            boolean fits = wards.isEmpty()
                    ? slash < 0
                    : slash > 0 && slash + 1 < area.length()
                            && wards.stream().anyMatch(ward -> area.startsWith(ward.name() + "/"));
            if (!fits) {
                found.part().wrong(wards.isEmpty()
                        ? "受け持つ町「" + area + "」は、町名だけを書いてください（例：浜町）。"
                        : "受け持つ町「" + area + "」は、「須磨区/横尾」のように、区と町名を / でつないで書いてください。");
            }
            var other = areas.putIfAbsent(area, found.office().name());
            if (other != null) {
                found.part().wrong("町「" + area + "」は「" + other + "」も受け持っています。一つの窓口だけに書いてください。");
            }
        }

        private void halls() {
            var halls = new ArrayList<>(
                    offices.stream().filter(found -> found.office().kind() == CityOffice.Kind.CITY_HALL).toList());
            if (wards.isEmpty() && halls.isEmpty()) {
                part.wrong("区のない市には、本庁（kind: city-hall）の窓口が一つ要ります。");
            }
            halls.stream().skip(1).forEach(found -> found.part().wrong("本庁（city-hall）は一つだけにしてください。"));
        }
    }
}
