package jp.madoguchi.platform.connection;

import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.ScheduledFuture;
import org.jspecify.annotations.Nullable;

/**
 * One connection of a client. A head has to arrive within a time, a body at a pace; only time in which we listen counts, so an answer
 * may take as long as it likes (the exchange waits minutes for something new), and a body may too while our store is what is slow.
 *
 * <p>Stands in the pipeline twice: before the codec, where bytes come in, and as {@link #messages()} behind it, where requests and
 * answers begin and end. All but {@link #isDispensable} and {@link #giveWay} happens on the connection's own event loop.
 */
final class Visit extends ChannelDuplexHandler {

    /** How long a client that was told to go may take to read that. */
    private static final Duration FAREWELL = Duration.ofSeconds(2);

    private enum Awaiting {
        FIRST_REQUEST, HEAD, BODY, NEXT_REQUEST
    }

    private final ConnectionSettings settings;
    private final Guests guests;
    private final @Nullable String client;
    private final Function<HttpHeaders, @Nullable String> clientBehind;
    private final Deque<String> underWay = new ArrayDeque<>();
    private Awaiting awaiting = Awaiting.FIRST_REQUEST;
    private boolean answering;
    private boolean over;
    private boolean listening;
    private long listeningSince;
    private long waited;
    private long bodyBytes;
    private @Nullable ChannelHandlerContext bytes;
    private @Nullable ScheduledFuture<?> look;
    private volatile boolean dispensable = true;

    /**
     * @param client by what this connection is counted; null if it is not
     * @param clientBehind by what a request is counted that somebody else passes on; gives null where it is not
     */
    Visit(ConnectionSettings settings, Guests guests, @Nullable String client,
            Function<HttpHeaders, @Nullable String> clientBehind) {
        this.settings = settings;
        this.guests = guests;
        this.client = client;
        this.clientBehind = clientBehind;
    }

    /** Whether nobody waits for an answer on this connection. */
    boolean isDispensable() {
        return dispensable;
    }

    /** Makes room for another connection of the same client, unless a request has come in meanwhile. */
    void giveWay() {
        var context = bytes;
        if (context != null) {
            context.executor().execute(() -> {
                if (dispensable && !over) {
                    expire(context);
                }
            });
        }
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        bytes = context;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        switch (guests.enter(this, client)) {
            case WELCOME -> {
                context.channel().closeFuture().addListener(closed -> leave());
                // From here on we listen, whoever asks the channel for it first.
                listening = true;
                await(Awaiting.FIRST_REQUEST);
                context.fireChannelActive();
            }
            case TOO_MANY -> say(LastWord.TOO_MANY, context);
            case TOO_MANY_OF_ONE -> say(LastWord.TOO_MANY_OF_ONE, context);
        }
    }

    private void leave() {
        guests.leave(this, client);
        stopLooking();
        underWay.forEach(this::ended);
        underWay.clear();
    }

    private void ended(String key) {
        if (!key.isEmpty()) {
            guests.end(key);
        }
    }

    @Override
    public void read(ChannelHandlerContext context) {
        if (!listening) {
            listening = true;
            listeningSince = System.nanoTime();
        }
        context.read();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (over) {
            ReferenceCountUtil.release(message);
            return;
        }
        if (listening) {
            waited += System.nanoTime() - listeningSince;
            listening = false;
        }
        if (awaiting == Awaiting.FIRST_REQUEST || awaiting == Awaiting.NEXT_REQUEST) {
            await(Awaiting.HEAD);
        }
        context.fireChannelRead(message);
    }

    private void await(Awaiting next) {
        awaiting = next;
        waited = 0;
        bodyBytes = 0;
        if (listening) {
            listeningSince = System.nanoTime();
        }
        dispensable = underWay.isEmpty() && next != Awaiting.BODY;
        stopLooking();
        // Between two requests the server's own idle time-out holds.
        if (next != Awaiting.NEXT_REQUEST) {
            lookIn(left());
        }
    }

    private void lookIn(long nanos) {
        var context = bytes;
        if (context != null && !over) {
            look = context.executor().schedule(() -> look(context), Math.max(nanos, 1), TimeUnit.NANOSECONDS);
        }
    }

    private void look(ChannelHandlerContext context) {
        look = null;
        long left = left();
        if (left <= 0) {
            expire(context);
        } else {
            // Where nobody listens, time stands still; then it is looked again after a while.
            lookIn(Math.max(left, Duration.ofMillis(20).toNanos()));
        }
    }

    private void stopLooking() {
        var running = look;
        look = null;
        if (running != null) {
            running.cancel(false);
        }
    }

    /** Time that the client still has, in nanoseconds. */
    private long left() {
        long silent = listening ? System.nanoTime() - listeningSince : 0;
        if (awaiting != Awaiting.BODY) {
            return settings.head().toNanos() - waited - silent;
        }
        double earned = (double) bodyBytes / settings.pace().toBytes() * TimeUnit.SECONDS.toNanos(1);
        return Math.min(settings.body().toNanos() + (long) earned - waited - silent,
                settings.quiet().toNanos() - silent);
    }

    /** Ends a request that does not arrive; whoever sent a part of it, and was not answered yet, is told. */
    private void expire(ChannelHandlerContext context) {
        guests.noteEnded();
        boolean begun = awaiting == Awaiting.HEAD || awaiting == Awaiting.BODY;
        if (begun && !answering && underWay.size() == (awaiting == Awaiting.BODY ? 1 : 0)) {
            say(LastWord.TOO_SLOW, context);
        } else {
            context.close();
        }
    }

    private void say(LastWord word, ChannelHandlerContext context) {
        over = true;
        stopLooking();
        Channel channel = context.channel();
        context.writeAndFlush(word.bytes()).addListener(written -> {
            // Closed with something unread, the connection would be reset and the word lost.
            if (channel instanceof DuplexChannel duplex) {
                duplex.shutdownOutput();
            }
            channel.config().setAutoRead(true);
            context.executor().schedule(() -> channel.close(), FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
        });
    }

    /** The part of this that stands behind the codec. */
    ChannelHandler messages() {
        return new Messages();
    }

    private final class Messages extends ChannelDuplexHandler {

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (over) {
                ReferenceCountUtil.release(message);
                return;
            }
            if (message instanceof HttpRequest request && !welcome(request)) {
                ReferenceCountUtil.release(message);
                return;
            }
            if (message instanceof HttpContent content) {
                bodyBytes += content.content().readableBytes();
            }
            if (message instanceof LastHttpContent) {
                await(Awaiting.NEXT_REQUEST);
            }
            context.fireChannelRead(message);
        }

        private boolean welcome(HttpRequest request) {
            var key = clientBehind.apply(request.headers());
            if (key != null && !guests.begin(key)) {
                var context = bytes;
                if (context != null) {
                    say(LastWord.TOO_MANY_OF_ONE, context);
                }
                return false;
            }
            underWay.add(key == null ? "" : key);
            await(Awaiting.BODY);
            return true;
        }

        @Override
        public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
            if (over) {
                ReferenceCountUtil.release(message);
                promise.setFailure(new ClosedChannelException());
                return;
            }
            if (!isInterim(message)) {
                answering = answering || message instanceof HttpResponse;
                if (message instanceof LastHttpContent) {
                    answering = false;
                    var done = underWay.poll();
                    if (done != null) {
                        ended(done);
                    }
                    dispensable = underWay.isEmpty() && awaiting != Awaiting.BODY;
                }
            }
            context.write(message, promise);
        }

        /** Such as 100 (Continue), which answers nothing yet. */
        private static boolean isInterim(Object message) {
            return message instanceof HttpResponse response
                    && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
        }
    }
}
