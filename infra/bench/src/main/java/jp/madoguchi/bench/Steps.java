package jp.madoguchi.bench;

import java.io.PrintStream;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;

import org.HdrHistogram.ConcurrentHistogram;
import org.jspecify.annotations.Nullable;

/** How long each step took, over all residents; and what went wrong. Thread-safe. */
public final class Steps {

    private static final int DIGITS = 3;

    private final Map<String, ConcurrentHistogram> microsOf = new LinkedHashMap<>();
    private final Map<Integer, LongAdder> requests = new ConcurrentHashMap<>();
    private final AtomicInteger errors = new AtomicInteger();
    private final AtomicInteger lost = new AtomicInteger();
    private final AtomicReference<@Nullable String> firstError = new AtomicReference<>();

    void took(String step, URI address, long nanos) {
        requests.computeIfAbsent(address.getPort(), _ -> new LongAdder()).increment();
        histogram(step).recordValue(nanos / 1_000);
    }

    private ConcurrentHistogram histogram(String step) {
        synchronized (microsOf) {
            return microsOf.computeIfAbsent(step, fresh -> new ConcurrentHistogram(DIGITS));
        }
    }

    void failed(String what) {
        errors.incrementAndGet();
        firstError.compareAndSet(null, what);
    }

    /** Somebody else was first, as it happens among colleagues. */
    void lost() {
        lost.incrementAndGet();
    }

    int lostRaces() {
        return lost.get();
    }

    /** Forgets the times so far, as after a warm-up; errors stay. */
    void clear() {
        synchronized (microsOf) {
            microsOf.clear();
        }
        requests.clear();
    }

    int errors() {
        return errors.get();
    }

    long requests() {
        return requests.values().stream().mapToLong(LongAdder::sum).sum();
    }

    /** Those that went to this address. */
    long requests(URI address) {
        var counted = requests.get(address.getPort());
        return counted == null ? 0 : counted.sum();
    }

    void print(PrintStream out) {
        out.printf("%-36s %8s %9s %9s %9s%n", "step", "n", "p50 ms", "p99 ms", "max ms");
        synchronized (microsOf) {
            microsOf.forEach((step, micros) -> out.printf("%-36s %8d %9.1f %9.1f %9.1f%n", step,
                    micros.getTotalCount(), micros.getValueAtPercentile(50) / 1e3,
                    micros.getValueAtPercentile(99) / 1e3, micros.getMaxValue() / 1e3));
        }
        printErrors(out, "errors");
    }

    void printErrors(PrintStream out, String title) {
        out.println(title + ": " + errors.get());
        var first = firstError.get();
        if (first != null) {
            out.println("first of them: " + first);
        }
    }
}
