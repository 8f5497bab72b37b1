package jp.madoguchi.backoffice.insight.rollup;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Adds up sums of a fine grain to a coarser one.
 *
 * @param <S> what is summed up
 */
public final class Sums<S extends Summable<S>> {

    /** Of runs of filling in. */
    public static final Sums<FillSums> FILLS = new Sums<>(FillSums::new);
    /** Of cases. */
    public static final Sums<CaseSums> CASES = new Sums<>(CaseSums::new);

    private final Supplier<S> none;

    private Sums(Supplier<S> none) {
        this.none = none;
    }

    /** All of them together. */
    public S total(Collection<S> parts) {
        var total = none.get();
        parts.forEach(total::add);
        return total;
    }

    /** Per coarser key, in the order in which the keys first come up. */
    public <F, K> Map<K, S> by(Map<F, S> fine, Function<F, K> key) {
        var coarse = new LinkedHashMap<K, S>();
        fine.forEach((from, sums) -> coarse.computeIfAbsent(key.apply(from), fresh -> none.get()).add(sums));
        return coarse;
    }
}
