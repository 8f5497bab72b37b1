package jp.madoguchi.portal.upload;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelOption;
import jp.madoguchi.platform.monitoring.FailureLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.tcp.TcpClient;

/**
 * ClamAV's daemon over its INSTREAM command (clamd(8)): the content in chunks, each behind its length in four bytes, an empty one at the
 * end; then one line of answer. One connection per file, a few at a time: the rest wait within the same bound of time.
 */
final class ClamavScanner implements Scanner {

    private static final Logger LOG = LoggerFactory.getLogger(ClamavScanner.class);
    private static final byte[] PING = "zPING\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] COMMAND = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);
    /** {@code stream: Some.Signature FOUND}; nothing sensible is longer. */
    private static final int LONGEST_ANSWER = 4096;
    private static final Duration CONNECTING = Duration.ofSeconds(3);

    private final FailureLog failures = new FailureLog(LOG);
    private final ConnectionProvider connections;
    private final TcpClient client;
    private final TcpClient ping;
    private final Duration timeout;

    ClamavScanner(String host, ScannerSettings settings) {
        this.timeout = settings.timeout();
        this.connections = ConnectionProvider.builder("scanner").maxConnections(settings.atOnce())
                .pendingAcquireMaxCount(-1)
                .pendingAcquireTimeout(timeout).build();
        this.client = TcpClient.create(connections).host(host).port(settings.port())
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, Math.toIntExact(CONNECTING.toMillis()));
        this.ping = TcpClient.newConnection().host(host).port(settings.port())
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, Math.toIntExact(CONNECTING.toMillis()));
        LOG.info("files of applicants are scanned for viruses by clamd at {}:{}", host, settings.port());
    }

    @Override
    public boolean isOn() {
        return true;
    }

    @Override
    public Mono<Verdict> scan(Flux<DataBuffer> content) {
        return Mono.usingWhen(client.connect(), connection -> ask(connection, content), ClamavScanner::hangUp)
                .timeout(timeout).map(ClamavScanner::verdict)
                .onErrorResume(failed -> {
                    failures.tell("the virus scanner gave no verdict", failed);
                    return Mono.just(Verdict.UNKNOWN);
                });
    }

    private static Mono<String> ask(Connection connection, Flux<DataBuffer> content) {
        var request = Flux.concat(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(COMMAND)),
                content.doOnDiscard(DataBuffer.class, DataBufferUtils::release).map(ClamavScanner::chunk),
                Mono.fromSupplier(() -> Unpooled.copyInt(0)));
        // It may answer, and hang up, before it has heard everything: a file too large for it.
        return connection.outbound().send(request).then().onErrorComplete().then(answer(connection));
    }

    private static Mono<String> answer(Connection connection) {
        return connection.inbound().receive().asString(StandardCharsets.UTF_8)
                .scan(new StringBuilder(), StringBuilder::append)
                .takeUntil(text -> text.indexOf("\0") >= 0 || text.length() > LONGEST_ANSWER).last()
                .map(StringBuilder::toString);
    }

    /** On a connection beside those of files: it is to be found out whether it is there, not whether it is busy. */
    @Override
    public Mono<Boolean> answers() {
        return Mono.usingWhen(ping.connect(),
                connection -> connection.outbound().sendByteArray(Mono.just(PING)).then().then(answer(connection)),
                ClamavScanner::hangUp).timeout(CONNECTING).map(answer -> answer.startsWith("PONG"))
                .onErrorReturn(false);
    }

    private static ByteBuf chunk(DataBuffer buffer) {
        try {
            var bytes = new byte[buffer.readableByteCount()];
            buffer.read(bytes);
            return Unpooled.wrappedBuffer(Unpooled.copyInt(bytes.length), Unpooled.wrappedBuffer(bytes));
        } finally {
            DataBufferUtils.release(buffer);
        }
    }

    private static Mono<Void> hangUp(Connection connection) {
        connection.dispose();
        return connection.onDispose().onErrorComplete();
    }

    private static Verdict verdict(String answer) {
        var text = answer.replace("\0", "").strip();
        if (text.endsWith(" OK")) {
            return Verdict.CLEAN;
        }
        if (text.endsWith(" FOUND")) {
            LOG.warn("a file of an applicant is refused by the virus scanner: {}", text);
            return Verdict.INFECTED;
        }
        LOG.warn("the virus scanner could not judge a file: {}", text);
        return Verdict.UNKNOWN;
    }

    @Override
    public void close() {
        connections.dispose();
    }
}
