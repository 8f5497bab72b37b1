package jp.madoguchi.backoffice.insight.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import jp.madoguchi.forms.ProcedureId;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/** From all that is told together, no sum of fewer than ten can be computed. */
class DisclosureTest {

    /** Whoever solves the equations of everything that is told finds no small sum among what follows. */
    @Property(tries = 400)
    void noSmallSumFollowsFromWhatIsTold(@ForAll("cities") Map<FigurePart, Long> counts) {
        var hidden = Disclosure.hidden(counts);
        var sums = sums(counts);
        var parts = counts.keySet().stream().filter(part -> value(counts, part) > 0).toList();
        // Zeros are told: what is not zero is what an attacker does not know.
        var told = new ArrayList<double[]>();
        sums.forEach((sum, members) -> {
            if (!hidden.contains(sum)) {
                told.add(row(parts, members));
            }
        });
        sums.forEach((sum, members) -> {
            long count = members.stream().mapToLong(part -> value(counts, part)).sum();
            if (count > 0 && count < 10) {
                assertThat(hidden).contains(sum);
                assertThat(follows(told, row(parts, members))).as("%s of %s", sum, counts).isFalse();
            }
        });
    }

    /** That each is at least one is known as well: counts that would have to be one are not left as the only way. */
    @Property(tries = 200)
    void neitherWithWhatIsKnownOfTheRest(@ForAll("small") Map<FigurePart, Long> counts) {
        var hidden = Disclosure.hidden(counts);
        var sums = sums(counts);
        var parts = counts.keySet().stream().filter(part -> value(counts, part) > 0).toList();
        var possible = new HashMap<FigureSum, Set<Long>>();
        every(parts, 0, new HashMap<>(), counts, sums, hidden, possible);
        sums.forEach((sum, members) -> {
            long count = members.stream().mapToLong(part -> value(counts, part)).sum();
            if (count > 0 && count < 10) {
                assertThat(possible.get(sum)).as("%s of %s", sum, counts).hasSizeGreaterThan(1);
            }
        });
    }

    /** Whoever takes from something told what is told of its parts is not left with a handful of people. */
    @Property(tries = 1000)
    void noHandfulIsLeftOfASumLessItsParts(@ForAll("someSums") Map<FigurePart, Long> counts) {
        assertNoHandful(counts, Disclosure.hidden(counts));
    }

    private static void assertNoHandful(Map<FigurePart, Long> counts, Set<FigureSum> hidden) {
        var parts = counts.keySet().stream().filter(part -> value(counts, part) > 0).toList();
        var told = new HashMap<FigureSum, Integer>();
        sums(counts).forEach((sum, members) -> {
            if (!hidden.contains(sum)) {
                int bits = 0;
                for (int i = 0; i < parts.size(); i++) {
                    bits |= members.contains(parts.get(i)) ? 1 << i : 0;
                }
                told.put(sum, bits);
            }
        });
        for (int whole : Set.copyOf(told.values())) {
            var seen = new HashSet<Integer>();
            var open = new ArrayDeque<>(List.of(whole));
            while (!open.isEmpty()) {
                int rest = open.remove();
                if (seen.add(rest)) {
                    long left = 0;
                    for (int i = 0; i < parts.size(); i++) {
                        left += (rest & 1 << i) == 0 ? 0 : value(counts, parts.get(i));
                    }
                    assertThat(left == 0 || left >= 10).as("%d left of %s, hidden %s", left, counts, hidden).isTrue();
                    told.values().stream().filter(part -> part != 0 && (rest & part) == part)
                            .forEach(part -> open.add(rest & ~part));
                }
            }
        }
    }

    @Example
    void theRateOfTheCityAndOfOneProcedureDoNotTellOfTheOthers() {
        var completed = Map.of(part("jido-teate", "phone"), 15L, part("b", "phone"), 3L, part("c", "phone"), 3L);
        var hidden = Disclosure.hidden(completed);
        assertThat(hidden.contains(FigureSum.city(""))
                || hidden.contains(FigureSum.procedure(new ProcedureId("jido-teate"), "")))
                .isTrue();
    }

    @Example
    void aHandfulUnderAHiddenSumIsNoneEither() {
        // All but one version of the hidden procedure are told, and all other procedures.
        var counts = new LinkedHashMap<FigurePart, Long>();
        counts.put(new FigurePart("x", new ProcedureId("a"), 1, "chuo"), 40L);
        counts.put(new FigurePart("x", new ProcedureId("a"), 2, "chuo"), 5L);
        counts.put(new FigurePart("x", new ProcedureId("b"), 1, "chuo"), 12L);
        counts.put(new FigurePart("y", new ProcedureId("c"), 1, "nada"), 2L);
        counts.put(new FigurePart("y", new ProcedureId("d"), 1, "chuo"), 80L);
        assertNoHandful(counts, Disclosure.hidden(counts));
    }

    @Property(tries = 20)
    void aWholeCityIsLookedThrough(@ForAll("wholeCity") Map<FigurePart, Long> counts) {
        var hidden = Disclosure.hidden(counts);
        sums(counts).forEach((sum, members) -> {
            long count = members.stream().mapToLong(part -> value(counts, part)).sum();
            assertThat(count == 0 || count >= 10 || hidden.contains(sum)).isTrue();
        });
        // What the city's figure leaves of the procedures that are told.
        if (!hidden.contains(FigureSum.city(""))) {
            long others = counts.keySet().stream()
                    .filter(part -> hidden.contains(FigureSum.procedure(part.procedure(), "")))
                    .mapToLong(part -> value(counts, part)).sum();
            assertThat(others == 0 || others >= 10).isTrue();
        }
    }

    @Provide
    Arbitrary<Map<FigurePart, Long>> wholeCity() {
        return counts(Stream.iterate(1, i -> i + 1).limit(120).map(i -> "p" + i).toList(), List.of(1, 2),
                List.of("chuo", "nada", "kita", "tarumi", "suma"), 300);
    }

    @Provide
    Arbitrary<Map<FigurePart, Long>> someSums() {
        return counts(List.of("a", "b", "c"), List.of(1, 2), List.of("chuo", "nada"), 30);
    }

    @Example
    void theCityLessTheOtherWardsTellsNothing() {
        var counts = Map.of(part("a", "chuo"), 40L, part("a", "nada"), 7L, part("a", "kita"), 25L, part("b", "chuo"),
                300L, part("b", "nada"), 200L, part("b", "kita"), 100L);
        var hidden = Disclosure.hidden(counts);
        assertThat(hidden)
                .contains(FigureSum.procedure(new ProcedureId("a"), "nada"),
                        FigureSum.procedure(new ProcedureId("a"), "kita"))
                .doesNotContain(FigureSum.procedure(new ProcedureId("a"), ""),
                        FigureSum.procedure(new ProcedureId("a"), "chuo"), FigureSum.city(""));
        assertThat(hidden).as("nor what the ward has of the other procedures")
                .contains(FigureSum.procedure(new ProcedureId("b"), "nada"),
                        FigureSum.procedure(new ProcedureId("b"), "kita"));
    }

    @Example
    void whatIsLargeEverywhereIsTold() {
        assertThat(Disclosure.hidden(Map.of(part("a", "chuo"), 40L, part("a", "nada"), 10L, part("b", "chuo"), 0L)))
                .isEmpty();
    }

    @Provide
    Arbitrary<Map<FigurePart, Long>> cities() {
        return counts(List.of("a", "b", "c", "d"), List.of(1, 2), List.of("chuo", "nada", "kita", "tarumi"), 60);
    }

    @Provide
    Arbitrary<Map<FigurePart, Long>> small() {
        return counts(List.of("a", "b"), List.of(1), List.of("chuo", "nada"), 13);
    }

    private static Arbitrary<Map<FigurePart, Long>> counts(List<String> procedures, List<Integer> versions,
            List<String> offices, int most) {
        var count = Arbitraries.frequencyOf(Tuple.of(2, Arbitraries.just(0L)),
                Tuple.of(4, Arbitraries.longs().between(1, 9)),
                Tuple.of(5, Arbitraries.longs().between(1, most)));
        int size = procedures.size() * versions.size() * offices.size();
        return Combinators.combine(count.list().ofSize(size), Arbitraries.of(true, false)).as((numbers, oneBureau) -> {
            var counts = new LinkedHashMap<FigurePart, Long>();
            int i = 0;
            for (var procedure : procedures) {
                for (var version : versions) {
                    for (var office : offices) {
                        var bureau = oneBureau || procedure.equals("a") ? "x" : "y";
                        counts.put(new FigurePart(bureau, new ProcedureId(procedure), version, office),
                                numbers.get(i++));
                    }
                }
            }
            return counts;
        });
    }

    private static FigurePart part(String procedure, String office) {
        return new FigurePart("x", new ProcedureId(procedure), 1, office);
    }

    private static long value(Map<FigurePart, Long> counts, FigurePart part) {
        return counts.getOrDefault(part, 0L);
    }

    private static Map<FigureSum, Set<FigurePart>> sums(Map<FigurePart, Long> counts) {
        var sums = new LinkedHashMap<FigureSum, Set<FigurePart>>();
        counts.keySet().forEach(part -> part.sums()
                .forEach(sum -> sums.computeIfAbsent(sum, none -> new LinkedHashSet<>()).add(part)));
        return sums;
    }

    private static double[] row(List<FigurePart> parts, Set<FigurePart> members) {
        return parts.stream().mapToDouble(part -> members.contains(part) ? 1 : 0).toArray();
    }

    /** Whether the sum is a combination of those told (Gaussian elimination). */
    private static boolean follows(List<double[]> told, double[] sum) {
        return rank(told, null) == rank(told, sum);
    }

    private static int rank(List<double[]> rows, double @Nullable [] more) {
        var all = new ArrayList<>(rows.stream().map(double[]::clone).toList());
        if (more != null) {
            all.add(more.clone());
        }
        int rank = 0;
        int width = all.isEmpty() ? 0 : all.getFirst().length;
        for (int column = 0; column < width; column++) {
            int pivot = rank;
            while (pivot < all.size() && Math.abs(all.get(pivot)[column]) < 1e-9) {
                pivot++;
            }
            if (pivot == all.size()) {
                continue;
            }
            var found = all.set(pivot, all.get(rank));
            all.set(rank, found);
            for (int i = rank + 1; i < all.size(); i++) {
                double factor = all.get(i)[column] / found[column];
                for (int j = column; j < width; j++) {
                    all.get(i)[j] -= factor * found[j];
                }
            }
            rank++;
        }
        return rank;
    }

    /** Goes through all ways in which the parts may be counted that agree with everything told. */
    private static void every(List<FigurePart> parts, int at, Map<FigurePart, Long> way, Map<FigurePart, Long> real,
            Map<FigureSum, Set<FigurePart>> sums, Set<FigureSum> hidden, Map<FigureSum, Set<Long>> possible) {
        if (at == parts.size()) {
            var agrees = sums.entrySet().stream().allMatch(sum -> hidden.contains(sum.getKey())
                    || total(sum.getValue(), way) == total(sum.getValue(), real));
            if (agrees) {
                sums.forEach((sum, members) -> possible.computeIfAbsent(sum, none -> new LinkedHashSet<>())
                        .add(total(members, way)));
            }
            return;
        }
        for (long count = 1; count <= 15; count++) {
            way.put(parts.get(at), count);
            every(parts, at + 1, way, real, sums, hidden, possible);
        }
        way.remove(parts.get(at));
    }

    private static long total(Set<FigurePart> parts, Map<FigurePart, Long> counts) {
        return parts.stream().mapToLong(part -> value(counts, part)).sum();
    }
}
