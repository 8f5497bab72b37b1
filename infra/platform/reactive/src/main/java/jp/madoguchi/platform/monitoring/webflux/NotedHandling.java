package jp.madoguchi.platform.monitoring.webflux;

import jp.madoguchi.platform.monitoring.AccessLog;
import jp.madoguchi.platform.monitoring.RequestId;
import jp.madoguchi.platform.monitoring.Route;
import jp.madoguchi.platform.network.TrustedProxies;
import org.springframework.core.Ordered;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.HttpHandlerDecoratorFactory;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import reactor.core.publisher.Mono;

/** Gives every request its id, outside of all else, and writes its line of the access log. */
final class NotedHandling implements HttpHandlerDecoratorFactory, Ordered {

    private final TrustedProxies proxies;

    NotedHandling(TrustedProxies proxies) {
        this.proxies = proxies;
    }

    @Override
    public HttpHandler apply(HttpHandler handler) {
        return (request, response) -> handled(handler, request, response);
    }

    private Mono<Void> handled(HttpHandler handler, ServerHttpRequest request, ServerHttpResponse response) {
        var headers = request.getHeaders();
        var note = new RequestNote(RequestId.of(isFromProxy(request), headers.getFirst(RequestId.HEADER),
                headers.getFirst(RequestId.TRACE_HEADER)));
        response.getHeaders().set(RequestId.HEADER, note.id().value());
        var answer = handler.handle(request, response);
        var path = request.getPath().value();
        var told = AccessLog.isOn() && !AccessLog.isProbe(path)
                ? answer.doFinally(how -> tell(note, request, path, response))
                : answer;
        return told.contextWrite(context -> context.put(RequestIds.KEY, note));
    }

    private boolean isFromProxy(ServerHttpRequest request) {
        var remote = request.getRemoteAddress();
        return remote != null && remote.getAddress() != null && proxies.trusts(remote.getAddress().getHostAddress());
    }

    private static void tell(RequestNote note, ServerHttpRequest request, String path, ServerHttpResponse response) {
        var status = response.getStatusCode();
        AccessLog.tell(note.id(), request.getMethod().name(), Route.of(note.template(), path),
                response.isCommitted() && status != null ? status.value() : 0, note.millis(),
                response.getHeaders().getContentLength());
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
