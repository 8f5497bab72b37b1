package jp.madoguchi.backoffice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

class FairGateTest {

    /** Whatever comes, waits, gives up and goes, in any order: never too many inside, and nobody waits who could go in. */
    @Property(tries = 300)
    void neverTooManyAndNobodyForgotten(@ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int most,
            @ForAll @IntRange(min = 1, max = 5) int some) {
        int mostOfOne = Math.min(most, some);
        var gate = new FairGate(most, mostOfOne, 4);
        var random = new Random(seed);
        var inside = new ArrayList<FairGate.Ticket>();
        var asked = new ArrayList<Disposable>();
        var refused = new AtomicInteger();
        for (int step = 0; step < 120; step++) {
            switch (random.nextInt(3)) {
                case 0 -> asked.add(gate.enter("person" + random.nextInt(4)).subscribe(inside::add,
                        full -> refused.incrementAndGet()));
                case 1 -> {
                    if (!inside.isEmpty()) {
                        var going = inside.remove(random.nextInt(inside.size()));
                        going.leave().block();
                        going.leave().block();
                    }
                }
                default -> {
                    if (!asked.isEmpty()) {
                        asked.remove(random.nextInt(asked.size())).dispose();
                    }
                }
            }
            assertThat(gate.inside()).isEqualTo(inside.size()).isLessThanOrEqualTo(most);
            for (int person = 0; person < 4; person++) {
                assertThat(gate.inside("person" + person)).isLessThanOrEqualTo(mostOfOne);
            }
        }
        asked.forEach(Disposable::dispose);
        while (!inside.isEmpty()) {
            inside.removeFirst().leave().block();
        }
        assertThat(gate.inside()).isZero();
        assertThat(gate.waiting()).isZero();
    }

    @Example
    void whoComesAgainAndAgainKeepsNobodyElseWaiting() {
        var gate = new FairGate(4, 2, 50);
        var inside = new ArrayList<String>();
        for (int i = 0; i < 40; i++) {
            gate.enter("reloader").subscribe(ticket -> inside.add("reloader"));
        }
        gate.enter("colleague").subscribe(ticket -> inside.add("colleague"));
        assertThat(inside).isEqualTo(List.of("reloader", "reloader", "colleague"));
        assertThat(gate.waiting()).isEqualTo(38);
    }

    @Example
    void manyAtOnceAllGetTheirTurn() {
        var gate = new FairGate(3, 2, 1000);
        var inside = new AtomicInteger();
        var highest = new AtomicInteger();
        var served = Flux.range(0, 600).flatMap(i -> Mono.usingWhen(gate.enter("person" + i % 7),
                ticket -> Mono.fromCallable(() -> {
                    highest.accumulateAndGet(inside.incrementAndGet(), Math::max);
                    inside.decrementAndGet();
                    return i;
                }).delayElement(Duration.ofMillis(1)), FairGate.Ticket::leave).subscribeOn(Schedulers.parallel()), 100)
                .collectList().block(Duration.ofSeconds(60));
        assertThat(served).hasSize(600).doesNotHaveDuplicates();
        assertThat(highest.get()).isLessThanOrEqualTo(3);
        assertThat(gate.inside()).isZero();
    }
}
