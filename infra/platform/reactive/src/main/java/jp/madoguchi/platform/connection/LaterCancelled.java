package jp.madoguchi.platform.connection;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/**
 * A request whose reader may stop in the middle. Reactor Netty answers a cancellation that comes while it hands out a part of the body
 * with the end of the body, before {@code cancel} returns; a reader that cancels because a limit is passed takes that for its result
 * (the beginning of a document as the whole) and its own error comes too late for anybody. From another thread the cancellation comes
 * after the part.
 */
final class LaterCancelled extends ServerHttpRequestDecorator {

    LaterCancelled(ServerHttpRequest request) {
        super(request);
    }

    @Override
    public Flux<DataBuffer> getBody() {
        return super.getBody().cancelOn(Schedulers.parallel());
    }
}
