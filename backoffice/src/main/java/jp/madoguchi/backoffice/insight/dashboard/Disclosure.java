package jp.madoguchi.backoffice.insight.dashboard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import jp.madoguchi.backoffice.insight.rollup.Spread;
import org.jspecify.annotations.Nullable;

/**
 * What may be told of counts of which every page shows another sum: secondary suppression over all sums at once, as the handbooks of
 * statistical disclosure control ask for it, so that no page can be subtracted from another ("the city less the other wards").
 *
 * <p>Hidden are all sums from 1 to {@value Spread#FEWEST} less one. And for each of them there stays, within what is hidden, another
 * set of counts that agrees with everything shown: one more here, one less there, each still at least one. Where what is hidden
 * already leaves no such doubt, the sums that bring it about go too: those that are smallest together. Zeros tell of nobody and stay.
 *
 * <p>Nor do those that are hidden make so few together where their total is told less the others ({@link Remainders}).
 */
final class Disclosure {

    /** So many are tried of a sum; the smallest are the cheapest to hide. */
    private static final int TRIED = 4;

    private final Map<FigurePart, Long> counts;
    private final Map<FigureSum, Long> sums = new LinkedHashMap<>();
    private final Map<FigureSum, List<FigurePart>> parts = new HashMap<>();
    private final Set<FigureSum> hidden = new HashSet<>();
    private final Map<FigureSum, List<FigurePart>> tried = new HashMap<>();
    private final Map<FigurePart, Set<FigurePart>> partners = new HashMap<>();

    private Disclosure(Map<FigurePart, Long> counts) {
        this.counts = new LinkedHashMap<>();
        counts.forEach((part, count) -> {
            if (count > 0) {
                this.counts.put(part, count);
                part.sums().forEach(sum -> {
                    sums.merge(sum, count, Long::sum);
                    parts.computeIfAbsent(sum, none -> new ArrayList<>()).add(part);
                });
            }
        });
        parts.values().forEach(list -> list.sort(Comparator.comparing(this.counts::get)));
    }

    /**
     * @param counts not negative, by the finest parts of which any page shows a sum
     * @return the sums that must not be told
     */
    static Set<FigureSum> hidden(Map<FigurePart, Long> counts) {
        var disclosure = new Disclosure(counts);
        disclosure.sums.forEach((sum, count) -> {
            if (isFew(count)) {
                disclosure.hidden.add(sum);
            }
        });
        disclosure.sums.forEach((sum, count) -> {
            if (isFew(count)) {
                disclosure.bringDoubtTo(sum);
            }
        });
        // Only hides more, which takes no doubt away.
        Remainders.hide(disclosure.counts.keySet(), disclosure.sums, disclosure.parts, disclosure.hidden);
        return disclosure.hidden;
    }

    private static boolean isFew(long count) {
        return count > 0 && count < Spread.FEWEST;
    }

    /** What the count of a sum might be instead: changes of parts by which all that is shown stays as it is. */
    private record Doubt(Set<FigureSum> toHide, long cost) {}

    private void bringDoubtTo(FigureSum sum) {
        Doubt best = null;
        for (var part : few(sum)) {
            for (var partner : partners(part)) {
                for (var change : changes(part, partner)) {
                    var doubt = doubt(sum, change);
                    if (doubt != null && (best == null || doubt.cost() < best.cost())) {
                        best = doubt;
                    }
                    if (best != null && best.cost() == 0) {
                        return;
                    }
                }
            }
            // One more, everywhere: always possible, and the dearest.
            var alone = doubt(sum, Map.of(part, 1));
            if (alone != null && (best == null || alone.cost() < best.cost())) {
                best = alone;
            }
        }
        if (best != null) {
            hidden.addAll(best.toHide());
        }
    }

    /** The smallest, and the smallest of which one can be taken. */
    private List<FigurePart> few(FigureSum sum) {
        return tried.computeIfAbsent(sum, of -> {
            var all = parts.getOrDefault(of, List.of());
            return Stream.concat(all.stream().limit(TRIED / 2),
                    all.stream().filter(part -> counts.getOrDefault(part, 0L) > 1).limit(TRIED)).distinct().toList();
        });
    }

    /** Parts that share a sum with this one, smallest first of each sum. */
    private Set<FigurePart> partners(FigurePart part) {
        return partners.computeIfAbsent(part, of -> {
            var all = new LinkedHashSet<FigurePart>();
            for (var sum : of.sums()) {
                few(sum).stream().filter(other -> !other.equals(of)).forEach(all::add);
            }
            return all;
        });
    }

    /** Swaps of one between the two, with the corners that keep the sums across as they are, both ways round. */
    private List<Map<FigurePart, Integer>> changes(FigurePart one, FigurePart other) {
        var changes = new ArrayList<Map<FigurePart, Integer>>();
        changes.add(Map.of(one, 1, other, -1));
        changes.add(Map.of(one, -1, other, 1));
        for (var corner : partners(one)) {
            var opposite = one.opposite(other, corner);
            if (opposite != null && !corner.equals(other) && counts.containsKey(opposite)
                    && !opposite.equals(one) && !opposite.equals(other) && !opposite.equals(corner)) {
                changes.add(Map.of(one, 1, other, -1, corner, -1, opposite, 1));
                changes.add(Map.of(one, -1, other, 1, corner, 1, opposite, -1));
            }
        }
        return changes;
    }

    /** Null where a part would fall below one, or the sum stays as it is. */
    private @Nullable Doubt doubt(FigureSum sum, Map<FigurePart, Integer> change) {
        var net = new HashMap<FigureSum, Integer>();
        for (var step : change.entrySet()) {
            if (counts.getOrDefault(step.getKey(), 0L) + step.getValue() < 1) {
                return null;
            }
            step.getKey().sums().forEach(of -> net.merge(of, step.getValue(), Integer::sum));
        }
        if (net.getOrDefault(sum, 0) == 0) {
            return null;
        }
        var toHide = new HashSet<FigureSum>();
        long cost = 0;
        for (var of : net.entrySet()) {
            if (of.getValue() != 0 && !hidden.contains(of.getKey()) && toHide.add(of.getKey())) {
                cost += sums.getOrDefault(of.getKey(), 0L);
            }
        }
        return new Doubt(toHide, cost);
    }
}
