package jp.madoguchi.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The same, by several hands in the same moment. */
public final class AtOnce {

    private AtOnce() {}

    /** What each got; all begin together. */
    public static <T> List<T> by(int hands, Callable<T> deed) {
        var start = new CountDownLatch(1);
        try (var people = Executors.newFixedThreadPool(hands)) {
            var begun = new ArrayList<Future<T>>();
            for (int i = 0; i < hands; i++) {
                begun.add(people.submit(() -> {
                    start.await();
                    return deed.call();
                }));
            }
            start.countDown();
            var got = new ArrayList<T>();
            for (var each : begun) {
                got.add(each.get());
            }
            return got;
        } catch (ExecutionException failed) {
            throw new AssertionError(failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }
}
