package jp.madoguchi.bench;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

import jp.madoguchi.bench.Surfer.Stopped;

/** Residents side by side, signed in, each with a browser of their own. What stops one of them is told to the steps. */
final class Crowd implements AutoCloseable {

    private final Steps steps;
    private final Errand errand;
    private final List<Resident> residents = new ArrayList<>();
    private final Set<String> receipts = ConcurrentHashMap.newKeySet();

    private Crowd(Errand errand, Steps steps) {
        this.errand = errand;
        this.steps = steps;
    }

    /** @throws Stopped where somebody is not let in */
    static Crowd signedIn(URI portal, Accounts accounts, Errand errand, int howMany, Steps steps)
            throws InterruptedException {
        var crowd = new Crowd(errand, steps);
        try {
            for (int number = 1; number <= howMany; number++) {
                var resident = new Resident(portal, new Surfer(steps, Accounts.home(number)), errand);
                crowd.residents.add(resident);
                accounts.signIn(resident, number);
            }
            return crowd;
        } catch (Stopped | InterruptedException stopped) {
            crowd.close();
            throw stopped;
        }
    }

    /** Files so many applications in all. */
    void file(int journeys) {
        var left = new AtomicInteger(journeys);
        fileWhile(() -> left.getAndDecrement() > 0, Duration.ZERO);
    }

    /** Goes on filing for so long, each with a pause after each; what was begun is finished. */
    void file(Duration time, Duration pause) {
        long end = System.nanoTime() + time.toNanos();
        fileWhile(() -> System.nanoTime() - end < 0, pause);
    }

    /** All pages have been met: another look of a form is an error from now on. */
    void knowsAll() {
        errand.forms().close();
    }

    /** How many receipts there are, all different. */
    int receipts() {
        return receipts.size();
    }

    private void fileWhile(BooleanSupplier goesOn, Duration pause) {
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var resident : residents) {
                people.submit(() -> {
                    while (goesOn.getAsBoolean()) {
                        fileOnce(resident);
                        Thread.sleep(pause);
                    }
                    return null;
                });
            }
        }
    }

    private void fileOnce(Resident resident) throws InterruptedException {
        try {
            var receipt = resident.file().getPath();
            if (!receipts.add(receipt)) {
                steps.failed("one receipt for two journeys: " + receipt);
            }
        } catch (Stopped stopped) {
            steps.failed(String.valueOf(stopped.getMessage()));
        }
    }

    @Override
    public void close() {
        residents.forEach(Resident::close);
    }
}
