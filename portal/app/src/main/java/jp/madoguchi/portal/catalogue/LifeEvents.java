package jp.madoguchi.portal.catalogue;

import java.util.List;

/** What happens in a life, and the procedures that come with it. */
public final class LifeEvents {

    private LifeEvents() {}

    /** Those that lead somewhere, each once, in the order of their characters. */
    public static List<String> of(List<Edition> all) {
        return all.stream().flatMap(edition -> edition.procedure().lifeEvents().stream()).distinct().sorted().toList();
    }

    /** The editions that belong to it; all of them where none is named. */
    static List<Edition> at(String lifeEvent, List<Edition> editions) {
        return lifeEvent.isEmpty()
                ? editions
                : editions.stream().filter(edition -> edition.procedure().lifeEvents().contains(lifeEvent)).toList();
    }
}
