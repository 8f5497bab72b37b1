package jp.madoguchi.platform.connection;

import jp.madoguchi.platform.network.AddressKey;
import jp.madoguchi.platform.network.TrustedProxies;
import java.net.InetSocketAddress;
import java.net.SocketAddress;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpHeaders;
import org.jspecify.annotations.Nullable;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServer;

/** Puts the bounds of connections into a server: how many there are, and how long one may take. */
final class ConnectionBounds implements MeterBinder {

    private static final String NAME = "madoguchi.";
    private static final String UNKNOWN = "unknown";

    private final ConnectionSettings settings;
    private final TrustedProxies proxies;
    private final SharedNetworks shared;
    private final Guests guests;

    ConnectionBounds(ConnectionSettings settings, TrustedProxies proxies, SharedNetworks shared) {
        this.settings = settings;
        this.proxies = proxies;
        this.shared = shared;
        this.guests = new Guests(settings.most(), settings.perClient());
        LastWord.prepare();
    }

    HttpServer on(HttpServer server) {
        return server.idleTimeout(settings.idle())
                .doOnChannelInit((observer, channel, remote) -> receive(channel));
    }

    private void receive(Channel channel) {
        var peer = addressOf(channel.remoteAddress());
        var proxied = proxies.trusts(peer);
        var visit = new Visit(settings, guests, proxied ? null : keyOf(peer),
                headers -> proxied ? clientBehind(peer, headers) : null);
        channel.pipeline().addBefore(NettyPipeline.HttpCodec, NAME + "unread", new UnreadAnswers(settings.unread()))
                .addBefore(NettyPipeline.HttpCodec, NAME + "visit", visit)
                .addAfter(NettyPipeline.HttpCodec, NAME + "messages", visit.messages());
    }

    private @Nullable String clientBehind(String proxy, HttpHeaders headers) {
        var client = proxies.clientOf(proxy, headers.getAll("X-Forwarded-For"));
        // Our own programs ask through no proxy, so nothing stands there.
        return client.equals(proxy) ? null : keyOf(client);
    }

    private @Nullable String keyOf(String address) {
        return shared.includeAddress(address) ? null : AddressKey.of(address);
    }

    private static String addressOf(@Nullable SocketAddress remote) {
        return remote instanceof InetSocketAddress internet && internet.getAddress() != null
                ? internet.getAddress().getHostAddress()
                : UNKNOWN;
    }

    Guests guests() {
        return guests;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("madoguchi.connections.open", guests, Guests::open)
                .description("Connections of clients at this moment").register(registry);
        FunctionCounter.builder("madoguchi.connections.refused", guests, Guests::refused)
                .description("Connections and requests beyond what there is room for").register(registry);
        FunctionCounter.builder("madoguchi.connections.ended", guests, Guests::ended)
                .description("Connections ended because they were too slow").register(registry);
    }
}
