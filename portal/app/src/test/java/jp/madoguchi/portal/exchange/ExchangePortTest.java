package jp.madoguchi.portal.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServer;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;
import org.springframework.web.server.handler.ResponseStatusExceptionHandler;
import reactor.core.publisher.Mono;

/** Two ports, one handler. Addresses are sent as they are written here: a client library would tidy them. */
class ExchangePortTest {

    private final ExchangeSettings settings = new ExchangeSettings(0);
    private final ExchangeDoor door = new ExchangeDoor(settings);
    private final HttpHandler handler = WebHttpHandlerBuilder.webHandler(exchange -> {
        exchange.getResponse().setStatusCode(HttpStatus.NO_CONTENT);
        return Mono.empty();
    }).filter(door).exceptionHandler(new ResponseStatusExceptionHandler()).build();
    private final ExchangePort exchange = new ExchangePort(handler, settings, door,
            new DefaultListableBeanFactory());
    private final WebServer pages = new NettyReactiveWebServerFactory(0).getWebServer(handler);

    ExchangePortTest() {
        pages.start();
        exchange.start();
    }

    @AfterEach
    void stop() {
        pages.stop();
        exchange.stop();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/exchange", "/exchange/v1/consignments", "/%65xchange/v1/consignments",
            "/exchange;a=b/v1/consignments", "/exchange/../exchange/v1"})
    void theExchangeIsAtItsOwnPortOnly(String path) throws IOException {
        assertThat(status(pages.getPort(), path)).isEqualTo(404);
        assertThat(status(exchange.number(), path)).isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/procedures/jido-teate", "/exchanges", "/actuator/health", "/x/exchange/v1"})
    void pagesAreNotAtThePortOfTheExchange(String path) throws IOException {
        assertThat(status(pages.getPort(), path)).isEqualTo(204);
        assertThat(status(exchange.number(), path)).isEqualTo(404);
    }

    @Test
    void thePortIsFreeAfterTheStop() {
        exchange.stop();

        assertThat(exchange.isRunning()).isFalse();
        assertThat(exchange.number()).isEqualTo(-1);
    }

    private static int status(int port, String path) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            return Integer.parseInt(answer.split(" ", 3)[1]);
        }
    }
}
