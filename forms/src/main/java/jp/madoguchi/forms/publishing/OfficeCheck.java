package jp.madoguchi.forms.publishing;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import jp.madoguchi.forms.Spelling;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.forms.definition.Routing;
import jp.madoguchi.forms.city.City;
import jp.madoguchi.forms.publishing.Remarks.Place;

/**
 * Whether every office that a procedure can be routed to is there, so that no application hangs between the counters.
 */
public final class OfficeCheck {

    private static final Place PLACE = Place.WHOLE.at("routing", "担当の決め方");

    private OfficeCheck() {}

    /**
     * What stops publication; empty where all offices are there.
     *
     * @param offices the offices of the city that take cases now: name by code
     */
    public static List<Remark> of(Procedure procedure, Map<String, String> offices) {
        var remarks = new Remarks(procedure);
        named(procedure.routing()).forEach((code, where) -> {
            if (!offices.containsKey(code)) {
                remarks.block(PLACE, "unknown-office", where + "の窓口「" + code + "」は、窓口の一覧にないか、閉じられています。",
                        "一覧にある窓口の識別子を書いてください（" + nearest(code, offices) + "）。");
            }
        });
        return remarks.all();
    }

    /** Each office once, with where it is named first. */
    private static Map<String, String> named(Routing routing) {
        var named = new TreeMap<String, String>();
        switch (routing) {
            case Routing.ToOffice(String office) -> named.put(office, "office ");
            case Routing.ByWard byWard -> {
                named.putAll(City.inForce().officesOfPlaces());
                new TreeMap<>(byWard.byTown())
                        .forEach((town, office) -> named.putIfAbsent(office, "by-town（" + town + "）"));
                named.putIfAbsent(byWard.otherwise(), "otherwise ");
            }
            case Routing.ByChoice byChoice -> {
                new TreeMap<>(byChoice.offices())
                        .forEach((option, office) -> named.putIfAbsent(office, "選択肢「" + option + "」"));
                named.putIfAbsent(byChoice.otherwise(), "otherwise ");
            }
        }
        return named;
    }

    private static String nearest(String code, Map<String, String> offices) {
        var meant = Spelling.meant(code, offices.keySet());
        return (meant.isPresent() ? Map.of(meant.get(), offices.getOrDefault(meant.get(), "")) : new TreeMap<>(offices))
                .entrySet().stream().map(office -> office.getKey() + "：" + office.getValue())
                .collect(Collectors.joining("、"));
    }
}
