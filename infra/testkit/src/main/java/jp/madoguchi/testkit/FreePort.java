package jp.madoguchi.testkit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** Finds ports for programs whose address must be known before they start (identity's issuer, redirect addresses). */
public final class FreePort {

    /** Below the ports that systems give to outgoing connections (Linux from 32768), one of which could take it before it is used. */
    private static final int FIRST = 15_000;
    private static final int COUNT = 17_000;
    /** Each JVM begins elsewhere, and gives none twice before it has been round. */
    private static final AtomicInteger NEXT = new AtomicInteger(ThreadLocalRandom.current().nextInt(COUNT));

    private FreePort() {}

    /**
     * A port that nothing listens on at this moment.
     *
     * @throws IllegalStateException if there is none
     */
    public static int find() {
        for (int tried = 0; tried < COUNT; tried++) {
            int port = FIRST + Math.floorMod(NEXT.getAndIncrement(), COUNT);
            if (isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException("no port is free from " + FIRST + " on");
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
