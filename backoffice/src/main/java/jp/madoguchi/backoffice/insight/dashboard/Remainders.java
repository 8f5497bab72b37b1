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
import jp.madoguchi.backoffice.insight.rollup.Spread;

/**
 * What is left of a sum that is told, less parts of it that are told ("all procedures less the three that are shown"). What is left is
 * a sum as well, though no page shows it: it must be none, or {@value Spread#FEWEST} and more. Where it is fewer, the smallest of the
 * parts from which it follows is hidden too.
 *
 * <p>Sums are taken apart in steps ({@link FigurePart#splits}), and each step again. Every way to cover a sum by told ones that share no
 * part is such a tree of steps: no bureau's or procedure's sum crosses that of one office or device over all without sharing a part.
 *
 * <p>What may be left, as far as it is few, is a set of small numbers: bit i of an {@code int} stands for i.
 */
final class Remainders {

    private static final int NOTHING = 1;
    private static final int FEW = (1 << Spread.FEWEST) - 1;

    private final Map<FigureSum, Long> counts;
    private final Set<FigureSum> hidden;
    private final Map<FigureSum, Map<FigurePart.StepFrom, Set<FigureSum>>> parts = new LinkedHashMap<>();
    private final Map<FigureSum, Set<FigureSum>> wholes = new HashMap<>();
    private final Map<FigureSum, Integer> left = new HashMap<>();

    /** One for all sums of the same parts, and all of these: where one of them is told, all are. */
    private final Map<FigureSum, FigureSum> like = new HashMap<>();
    private final Map<FigureSum, List<FigureSum>> alike = new HashMap<>();

    private Remainders(Map<FigureSum, Long> counts, Map<FigureSum, List<FigurePart>> members, Set<FigureSum> hidden) {
        this.counts = counts;
        this.hidden = hidden;
        var first = new HashMap<Set<FigurePart>, FigureSum>();
        members.forEach((sum, of) -> {
            var one = first.computeIfAbsent(Set.copyOf(of), none -> sum);
            like.put(sum, one);
            alike.computeIfAbsent(one, none -> new ArrayList<>()).add(sum);
        });
    }

    /**
     * Adds to what is hidden until nothing few is left of anything.
     *
     * @param of the parts that count at least one
     * @param counts of all sums of these
     * @param members of each sum the parts
     * @param hidden changed; holds all sums that are few by themselves
     */
    static void hide(Iterable<FigurePart> of, Map<FigureSum, Long> counts, Map<FigureSum, List<FigurePart>> members,
            Set<FigureSum> hidden) {
        var remainders = new Remainders(counts, members, hidden);
        of.forEach(part -> part.splits().forEach(remainders::add));
        boolean more = true;
        while (more) {
            more = false;
            for (var whole : remainders.parts.keySet()) {
                more |= remainders.hideUnder(whole);
            }
        }
    }

    private void add(FigurePart.Split split) {
        var whole = like.getOrDefault(split.whole(), split.whole());
        var part = like.getOrDefault(split.part(), split.part());
        if (!whole.equals(part)) {
            // Of sums alike, each is taken apart in its own way.
            parts.computeIfAbsent(whole, none -> new LinkedHashMap<>())
                    .computeIfAbsent(split.stepFrom(), none -> new LinkedHashSet<>()).add(part);
            wholes.computeIfAbsent(part, none -> new LinkedHashSet<>()).add(whole);
        }
    }

    private boolean isTold(FigureSum one) {
        return !hidden.containsAll(alike.getOrDefault(one, List.of(one)));
    }

    /** Returns whether anything had to be hidden. */
    private boolean hideUnder(FigureSum whole) {
        boolean any = false;
        for (var step : parts.getOrDefault(whole, Map.of()).values()) {
            while (isTold(whole) && (leftOf(step) & ~NOTHING) != 0) {
                var used = new ArrayList<FigureSum>();
                collect(step, Integer.numberOfTrailingZeros(leftOf(step) & ~NOTHING), used);
                hide(used.stream().min(Comparator.comparing(counts::get)).orElse(whole));
                any = true;
            }
        }
        return any;
    }

    private void hide(FigureSum sum) {
        hidden.addAll(alike.getOrDefault(sum, List.of(sum)));
        var stale = new ArrayList<>(List.of(sum));
        var seen = new HashSet<FigureSum>();
        while (!stale.isEmpty()) {
            var one = stale.removeLast();
            if (seen.add(one)) {
                left.remove(one);
                stale.addAll(wholes.getOrDefault(one, Set.of()));
            }
        }
    }

    /** What may be left of a sum: of a told one nothing; of a hidden one itself, or what is left of its parts. */
    private int left(FigureSum sum) {
        if (isTold(sum)) {
            return NOTHING;
        }
        var known = left.get(sum);
        if (known == null) {
            long count = counts.getOrDefault(sum, 0L);
            int all = count < Spread.FEWEST ? 1 << count : 0;
            for (var step : parts.getOrDefault(sum, Map.of()).values()) {
                all |= leftOf(step);
            }
            left.put(sum, all);
            known = all;
        }
        return known;
    }

    private int leftOf(Iterable<FigureSum> together) {
        int all = NOTHING;
        for (var part : together) {
            all = plus(all, left(part));
        }
        return all;
    }

    private static int plus(int some, int more) {
        int all = 0;
        for (int bit = 0; bit < Spread.FEWEST; bit++) {
            if ((more & 1 << bit) != 0) {
                all |= some << bit & FEW;
            }
        }
        return all;
    }

    /** The told sums that, taken away, leave exactly this of these. */
    private void collect(Set<FigureSum> together, int rest, List<FigureSum> used) {
        var list = List.copyOf(together);
        var before = new int[list.size() + 1];
        before[0] = NOTHING;
        for (int i = 0; i < list.size(); i++) {
            before[i + 1] = plus(before[i], left(list.get(i)));
        }
        int open = rest;
        for (int i = list.size() - 1; i >= 0; i--) {
            int share = 0;
            while ((left(list.get(i)) & 1 << share) == 0 || (before[i] & 1 << open - share) == 0) {
                share++;
            }
            open -= share;
            collect(list.get(i), share, used);
        }
    }

    private void collect(FigureSum sum, int rest, List<FigureSum> used) {
        if (isTold(sum)) {
            used.add(sum);
        } else if (counts.getOrDefault(sum, 0L) != rest) {
            parts.getOrDefault(sum, Map.of()).values().stream().filter(step -> (leftOf(step) & 1 << rest) != 0)
                    .findFirst().ifPresent(step -> collect(step, rest, used));
        }
    }
}
