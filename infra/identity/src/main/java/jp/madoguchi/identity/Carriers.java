package jp.madoguchi.identity;

import java.lang.management.ManagementFactory;
import jdk.management.VirtualThreadSchedulerMXBean;

/**
 * The platform threads that carry virtual ones. The JDK takes one per core. A virtual thread that loads a class and waits for a lock
 * keeps its carrier, while one that holds that lock may have given its own up: on a machine with two cores two such waits
 * suffice that nobody ever goes on (JEP 491, "Future Work").
 */
final class Carriers {

    /** More than requests that load classes at one moment; a carrier that has nothing to do costs only its stack. */
    private static final int ENOUGH = 64;

    private Carriers() {}

    static void suffice() {
        var scheduler = ManagementFactory.getPlatformMXBean(VirtualThreadSchedulerMXBean.class);
        // Minus one stands for a scheduler without a fixed number.
        int now = scheduler.getParallelism();
        if (now > 0 && now < ENOUGH) {
            scheduler.setParallelism(ENOUGH);
        }
    }
}
