package jp.madoguchi.backoffice.insight;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Adds up sums of a fine grain to a coarser one. */
final class Groups {

    private Groups() {}

    static <F, K> Map<K, FillSums> fills(Map<F, FillSums> fine, Function<F, K> key) {
        var coarse = new LinkedHashMap<K, FillSums>();
        fine.forEach((from, sums) -> coarse.computeIfAbsent(key.apply(from), fresh -> new FillSums()).add(sums));
        return coarse;
    }

    static <F, K> Map<K, CaseSums> cases(Map<F, CaseSums> fine, Function<F, K> key) {
        var coarse = new LinkedHashMap<K, CaseSums>();
        fine.forEach((from, sums) -> coarse.computeIfAbsent(key.apply(from), fresh -> new CaseSums()).add(sums));
        return coarse;
    }
}
