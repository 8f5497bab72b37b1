package jp.madoguchi.portal.exchange;

import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.stereotype.Component;

/**
 * A port of its own for the exchange, so that a network or an ingress can keep everybody but the back office away from it without
 * looking into addresses. The same handler answers on both ports; {@link ExchangeDoor} tells them apart.
 */
@Component
@ConditionalOnProperty("madoguchi.exchange.port")
final class ExchangePort implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ExchangePort.class);
    /** The same as that of the pages: up when all else is, and the first to go. */
    private static final int PHASE = WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE;

    private final HttpHandler handler;
    private final ExchangeSettings settings;
    private final ExchangeDoor door;
    private final AutowireCapableBeanFactory beans;
    private final AtomicReference<@Nullable WebServer> running = new AtomicReference<>();

    ExchangePort(HttpHandler handler, ExchangeSettings settings, ExchangeDoor door, AutowireCapableBeanFactory beans) {
        this.handler = handler;
        this.settings = settings;
        this.door = door;
        this.beans = beans;
    }

    /** The port that is listened on; -1 while none is. */
    int number() {
        var server = running.get();
        return server == null ? -1 : server.getPort();
    }

    @Override
    public void start() {
        // With the address, the bounds of connections and the graceful shutdown that the server of the pages has.
        var factory = (NettyReactiveWebServerFactory) beans.initializeBean(new NettyReactiveWebServerFactory(),
                "exchangeServerFactory");
        var port = settings.port();
        factory.setPort(port == null ? 0 : port);
        var server = factory.getWebServer(handler);
        server.start();
        running.set(server);
        door.opensAt(server.getPort());
        LOG.info("the exchange is served on port {} and nowhere else", server.getPort());
    }

    @Override
    public void stop(Runnable done) {
        var server = running.getAndSet(null);
        if (server == null) {
            done.run();
            return;
        }
        server.shutDownGracefully(how -> {
            server.stop();
            server.destroy();
            done.run();
        });
    }

    @Override
    public void stop() {
        stop(() -> {});
    }

    @Override
    public boolean isRunning() {
        return running.get() != null;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
