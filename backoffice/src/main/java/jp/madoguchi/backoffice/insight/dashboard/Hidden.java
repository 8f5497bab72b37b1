package jp.madoguchi.backoffice.insight.dashboard;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * The sums that no page tells, by what is counted: the one place through which every figure goes that is a part of another.
 *
 * @param sums as {@link Disclosure} found them
 */
public record Hidden(Map<Count, Set<FigureSum>> sums) {

    /** @param counts by part, of everything that is counted */
    static Hidden of(Map<Count, Map<FigurePart, Long>> counts) {
        var sums = new EnumMap<Count, Set<FigureSum>>(Count.class);
        counts.forEach((count, parts) -> sums.put(count, Disclosure.hidden(parts)));
        return new Hidden(sums);
    }

    /** Whether all of these may be told of a sum. */
    public boolean tells(FigureSum sum, Count... counts) {
        for (var count : counts) {
            if (sums.getOrDefault(count, Set.of()).contains(sum)) {
                return false;
            }
        }
        return true;
    }
}
