package jp.madoguchi.backoffice.city.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

import jp.madoguchi.backoffice.city.CityChanges;
import jp.madoguchi.backoffice.city.KeptCity;
import jp.madoguchi.forms.Sha256;
import jp.madoguchi.forms.city.City;
import jp.madoguchi.forms.city.CityOffice;
import jp.madoguchi.forms.source.InvalidFile;
import jp.madoguchi.platform.pagekit.Option;

/**
 * A city file that is being changed.
 *
 * @param content as typed
 * @param seen the revision it was begun from
 * @param checked whether it was looked at and can be kept
 * @param problems what is wrong in it, by line
 * @param changes what it changes
 * @param leaving offices that go with cases under way
 * @param takers who may take them over
 * @param error what keeps it from being kept besides; empty for nothing
 */
public record CityDraft(String content, int seen, boolean checked, List<InvalidFile.Problem> problems,
        List<String> changes, List<Leaving> leaving, List<Option> takers, String error) {

    /**
     * An office that goes.
     *
     * @param cases how many are under way there
     * @param takenOverBy who was named to take them; empty for nobody yet
     */
    public record Leaving(String id, String name, long cases, String takenOverBy) {

        public String field() {
            return CityController.TAKER + id;
        }
    }

    /** Tells this text from any other, so that only what was looked at is kept; line ends are the browser's matter. */
    public String shown() {
        return Sha256.hex(content.replace("\r\n", "\n"));
    }

    static CityDraft begun(String content, int seen) {
        return new CityDraft(content, seen, false, List.of(), List.of(), List.of(), List.of(), "");
    }

    static CityDraft broken(String content, int seen, List<InvalidFile.Problem> problems) {
        return new CityDraft(content, seen, false, problems, List.of(), List.of(), List.of(), "");
    }

    static CityDraft checked(String content, int seen, KeptCity before, City wanted, Map<String, Long> leaving,
            Map<String, String> takers) {
        return new CityDraft(content, seen, true, List.of(), CityChanges.between(before.city(), wanted),
                leaving.entrySet().stream().filter(office -> office.getValue() > 0)
                        .map(office -> new Leaving(office.getKey(),
                                before.city().office(office.getKey()).map(CityOffice::name).orElse(office.getKey()),
                                office.getValue(), takers.getOrDefault(office.getKey(), "")))
                        .sorted(Comparator.comparing(Leaving::id)).toList(),
                wanted.offices().stream().map(office -> Option.of(office.id(), office.name())).toList(), "");
    }

    CityDraft refused(String why) {
        return new CityDraft(content, seen, checked, problems, changes, leaving, takers, why);
    }
}
