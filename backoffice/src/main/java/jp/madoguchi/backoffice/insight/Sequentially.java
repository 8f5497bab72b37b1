package jp.madoguchi.backoffice.insight;

import reactor.core.publisher.Mono;
import reactor.util.function.Tuple2;
import reactor.util.function.Tuple3;
import reactor.util.function.Tuple4;
import reactor.util.function.Tuple5;
import reactor.util.function.Tuples;

/**
 * Gathers the parts of a page one after the other, where {@link Mono#zip} would ask for all at once: a page of figures then
 * takes one database connection and not six from those who work the cases.
 */
public final class Sequentially {

    private Sequentially() {}

    public static <A, B> Mono<Tuple2<A, B>> of(Mono<A> first, Mono<B> second) {
        return first.flatMap(a -> second.map(b -> Tuples.of(a, b)));
    }

    public static <A, B, C> Mono<Tuple3<A, B, C>> of(Mono<A> first, Mono<B> second, Mono<C> third) {
        return first.flatMap(a -> of(second, third).map(rest -> Tuples.of(a, rest.getT1(), rest.getT2())));
    }

    public static <A, B, C, D> Mono<Tuple4<A, B, C, D>> of(Mono<A> first, Mono<B> second, Mono<C> third,
            Mono<D> fourth) {
        return first.flatMap(a -> of(second, third, fourth)
                .map(rest -> Tuples.of(a, rest.getT1(), rest.getT2(), rest.getT3())));
    }

    public static <A, B, C, D, E> Mono<Tuple5<A, B, C, D, E>> of(Mono<A> first, Mono<B> second, Mono<C> third,
            Mono<D> fourth,
            Mono<E> fifth) {
        return first.flatMap(a -> of(second, third, fourth, fifth)
                .map(rest -> Tuples.of(a, rest.getT1(), rest.getT2(), rest.getT3(), rest.getT4())));
    }
}
