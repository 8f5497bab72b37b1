package jp.madoguchi.backoffice;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/**
 * Lets a few in at a time, in the order in which they came, and of one person fewer still: whoever comes again and again keeps nobody
 * else waiting. Nobody blocks: who has to wait is called. Thread-safe.
 */
final class FairGate {

    private final int most;
    private final int mostOfOne;
    private final int mostWaitingOfOne;
    private final Deque<Ticket> waiting = new ArrayDeque<>();
    private final Map<String, Integer> inside = new HashMap<>();
    private int all;

    /**
     * @param most inside at the same time, at least 1
     * @param mostOfOne of one person inside at the same time, 1 to {@code most}
     * @param mostWaitingOfOne of one person waiting
     */
    FairGate(int most, int mostOfOne, int mostWaitingOfOne) {
        if (mostOfOne < 1 || most < mostOfOne || mostWaitingOfOne < 0) {
            throw new IllegalArgumentException("%d, %d, %d".formatted(most, mostOfOne, mostWaitingOfOne));
        }
        this.most = most;
        this.mostOfOne = mostOfOne;
        this.mostWaitingOfOne = mostWaitingOfOne;
    }

    /** Too many of one person wait already. */
    static final class Full extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Full() {
            super("too many of one person wait", null, false, false);
        }
    }

    private enum Place {
        OUTSIDE, WAITING, INSIDE, GONE
    }

    /** The right to be inside, until it is given back. */
    final class Ticket {

        private final String who;
        private final MonoSink<Ticket> called;
        /** Guarded by the gate, like what is counted. */
        private Place place = Place.OUTSIDE;

        private Ticket(String who, MonoSink<Ticket> called) {
            this.who = who;
            this.called = called;
        }

        /** Given back twice, it counts once. */
        Mono<Void> leave() {
            return Mono.fromRunnable(() -> left(this));
        }
    }

    /** Completes with a ticket when there is room; fails with {@link Full}. Who cancels while waiting gives the place up. */
    Mono<Ticket> enter(String who) {
        return Mono.create(sink -> {
            var ticket = new Ticket(who, sink);
            sink.onCancel(() -> left(ticket));
            if (isFullFor(ticket)) {
                sink.error(new Full());
            } else {
                call(admitted());
            }
        });
    }

    private synchronized boolean isFullFor(Ticket ticket) {
        long already = waiting.stream().filter(other -> other.who.equals(ticket.who)).count();
        boolean goesIn = already == 0 && inside(ticket.who) < mostOfOne && all < most;
        if (!goesIn && already >= mostWaitingOfOne) {
            ticket.place = Place.GONE;
            return true;
        }
        if (ticket.place == Place.OUTSIDE) {
            ticket.place = Place.WAITING;
            waiting.add(ticket);
        }
        return false;
    }

    private void left(Ticket ticket) {
        call(without(ticket));
    }

    private synchronized List<Ticket> without(Ticket ticket) {
        if (ticket.place == Place.WAITING) {
            waiting.remove(ticket);
        } else if (ticket.place == Place.INSIDE) {
            all--;
            inside.computeIfPresent(ticket.who, (who, count) -> count == 1 ? null : count - 1);
        }
        ticket.place = Place.GONE;
        return admitted();
    }

    /** Whoever may go in now; called outside of the lock. */
    private synchronized List<Ticket> admitted() {
        var admitted = new ArrayList<Ticket>();
        for (var next = first(); next != null; next = first()) {
            waiting.remove(next);
            next.place = Place.INSIDE;
            inside.merge(next.who, 1, Integer::sum);
            all++;
            admitted.add(next);
        }
        return admitted;
    }

    private @Nullable Ticket first() {
        return all >= most
                ? null
                : waiting.stream().filter(ticket -> inside(ticket.who) < mostOfOne).findFirst().orElse(null);
    }

    private static void call(List<Ticket> admitted) {
        admitted.forEach(ticket -> ticket.called.success(ticket));
    }

    synchronized int inside() {
        return all;
    }

    synchronized int inside(String who) {
        return inside.getOrDefault(who, 0);
    }

    synchronized int waiting() {
        return waiting.size();
    }
}
