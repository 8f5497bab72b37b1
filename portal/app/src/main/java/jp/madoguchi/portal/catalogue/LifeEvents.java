package jp.madoguchi.portal.catalogue;

import jp.madoguchi.forms.definition.Edition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What happens in a life, and the procedures that come with it. */
public final class LifeEvents {

    private LifeEvents() {}

    /**
     * Procedures of one event.
     *
     * @param event empty for those that belong to none
     */
    public record Group(String event, List<Edition> editions) {}

    /** Those that lead somewhere, each once: those with the most used procedures first, if the editions come by use. */
    public static List<String> of(List<Edition> all) {
        return all.stream().flatMap(edition -> edition.procedure().lifeEvents().stream()).distinct().toList();
    }

    /** The editions that belong to it; all of them where none is named. */
    public static List<Edition> at(String lifeEvent, List<Edition> editions) {
        return lifeEvent.isEmpty()
                ? editions
                : editions.stream().filter(edition -> edition.procedure().lifeEvents().contains(lifeEvent)).toList();
    }

    /** Every edition under each of its events; the order of both is that of the editions, those of no event last. */
    public static List<Group> groups(List<Edition> all) {
        Map<String, List<Edition>> groups = new LinkedHashMap<>();
        all.forEach(edition -> edition.procedure().lifeEvents()
                .forEach(event -> groups.computeIfAbsent(event, _ -> new ArrayList<>()).add(edition)));
        all.stream().filter(edition -> edition.procedure().lifeEvents().isEmpty())
                .forEach(edition -> groups.computeIfAbsent("", _ -> new ArrayList<>()).add(edition));
        var none = groups.remove("");
        if (none != null) {
            groups.put("", none);
        }
        return groups.entrySet().stream().map(group -> new Group(group.getKey(), List.copyOf(group.getValue())))
                .toList();
    }
}
