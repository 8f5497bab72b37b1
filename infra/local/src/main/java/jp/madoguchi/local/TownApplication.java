package jp.madoguchi.local;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** Starts the whole town on this machine. The README gives the command. */
public final class TownApplication {

    private TownApplication() {}

    public static void main(String[] arguments) {
        TownLog.claim();
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try {
            var settings = TownSettings.read(arguments);
            TownLog.writeTo(settings.logFile());
            out.println(TownGreeting.starting(settings));
            var town = new Town(settings, ProcessBuilder.Redirect.INHERIT, Map.of());
            var stopped = new CountDownLatch(1);
            // Before the start: what is stopped half-way must leave no program behind.
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                if (!town.isClosed()) {
                    out.println(TownGreeting.stopping());
                    town.close();
                }
                stopped.countDown();
            }, "town-closer"));
            town.start();
            out.println(TownGreeting.ready(settings));
            stopped.await();
        } catch (TownRefused e) {
            out.println(e.getMessage());
            System.exit(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            out.println(TownGreeting.failed(e));
            System.exit(1);
        }
    }
}
