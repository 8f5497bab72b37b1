package jp.madoguchi.identity.connection;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * HTTP/1.1 with an end to what one client may hold. The server's own time-outs begin anew with every byte, so that a head or a body that
 * trickles would hold its connection for days, and it counts connections in all only. The server makes this by its name.
 */
public final class BoundedProtocol extends Http11NioProtocol {

    private static final Duration EVERY = Duration.ofMillis(500);

    private Duration head = Duration.ofSeconds(10);
    private Duration request = Duration.ofSeconds(90);
    private @Nullable ScheduledFuture<?> looks;
    /** Milliseconds since the epoch; for the one thread that looks. */
    private final Map<SocketWrapperBase<NioChannel>, Long> busySince = new IdentityHashMap<>();

    public BoundedProtocol() {
        super(new CountingEndpoint());
    }

    /** @param counted whether connections of an address are counted */
    void bound(ConnectionSettings settings, Predicate<String> counted) {
        head = settings.head();
        request = settings.request();
        ((CountingEndpoint) getEndpoint()).bound(settings.perClient(), counted);
    }

    @Override
    public void start() throws Exception {
        super.start();
        looks = getUtilityExecutor().scheduleWithFixedDelay(this::look, EVERY.toMillis(), EVERY.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() throws Exception {
        if (looks != null) {
            looks.cancel(false);
        }
        super.stop();
    }

    private void look() {
        var connections = getEndpoint().getConnections();
        busySince.keySet().retainAll(connections);
        for (SocketWrapperBase<NioChannel> connection : connections) {
            if (connection.getCurrentProcessor() instanceof Processor processor) {
                busySince.remove(connection);
                if (isArrivingTooLong(processor)) {
                    connection.close();
                }
            } else if (isBusyTooLong(connection)) {
                breakOff(connection);
            }
        }
    }

    /** Between two pieces of a head; while a request is worked on, its processor is with whoever does that. */
    private boolean isArrivingTooLong(Processor processor) {
        var asked = processor.getRequest();
        // Set with the first byte of a request, and taken back with its end.
        return asked != null && asked.getStartTimeNanos() >= 0
                && System.nanoTime() - asked.getStartTimeNanos() > head.toNanos();
    }

    /** Without a word from us all the while, and nothing heard that was not heard before. */
    private boolean isBusyTooLong(SocketWrapperBase<NioChannel> connection) {
        long now = System.currentTimeMillis();
        long since = busySince.computeIfAbsent(connection, fresh -> now);
        if (connection instanceof NioEndpoint.NioSocketWrapper socket && socket.getLastWrite() > since) {
            busySince.put(connection, now);
            return false;
        }
        return now - since > request.toMillis();
    }

    /** Only the line: what hangs on it belongs to the thread that works with it, which ends when it notices. */
    private static void breakOff(SocketWrapperBase<NioChannel> connection) {
        try {
            connection.getSocket().getIOChannel().close();
        } catch (IOException closed) {
            // By somebody else in the meantime.
        }
    }

    private static final class CountingEndpoint extends NioEndpoint {

        private int perClient = Integer.MAX_VALUE;
        private Predicate<String> counted = address -> false;

        void bound(int most, Predicate<String> addresses) {
            perClient = most;
            counted = addresses;
        }

        /** Of the one thread that accepts; false closes the connection. */
        @Override
        protected boolean setSocketOptions(SocketChannel socket) {
            String address = socket.socket().getInetAddress().getHostAddress();
            if (counted.test(address) && getConnections().stream()
                    .filter(other -> address.equals(other.getRemoteAddr())).limit(perClient).count() >= perClient) {
                destroySocket(socket);
                return false;
            }
            return super.setSocketOptions(socket);
        }
    }
}
