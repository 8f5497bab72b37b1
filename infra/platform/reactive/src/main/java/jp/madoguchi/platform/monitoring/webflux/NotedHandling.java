package jp.madoguchi.platform.monitoring.webflux;

import jp.madoguchi.platform.monitoring.AccessLog;
import jp.madoguchi.platform.monitoring.RequestId;
import jp.madoguchi.platform.monitoring.Route;
import jp.madoguchi.platform.network.TrustedProxies;
import jp.madoguchi.platform.trace.Tracing;
import org.springframework.core.Ordered;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.HttpHandlerDecoratorFactory;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import reactor.core.publisher.Mono;

/** Gives every request its id, outside of all else, and writes its line of the access log. */
final class NotedHandling implements HttpHandlerDecoratorFactory, Ordered {

    private final TrustedProxies proxies;
    private final Tracing tracing;

    NotedHandling(TrustedProxies proxies, Tracing tracing) {
        this.proxies = proxies;
        this.tracing = tracing;
    }

    @Override
    public HttpHandler apply(HttpHandler handler) {
        return (request, response) -> handled(handler, request, response);
    }

    private Mono<Void> handled(HttpHandler handler, ServerHttpRequest request, ServerHttpResponse response) {
        var headers = request.getHeaders();
        var id = RequestId.of(isFromProxy(request), headers.getFirst(RequestId.HEADER),
                headers.getFirst(RequestId.TRACE_HEADER));
        if (tracing.isOn() && !AccessLog.isProbe(request.getPath().value())) {
            return traced(handler, request, response, id);
        }
        return handled(handler, request, response, new RequestNote(id));
    }

    /** As a step of its trace, which ends with the answer. Named by the template of its address, never by the address. */
    private Mono<Void> traced(HttpHandler handler, ServerHttpRequest request, ServerHttpResponse response,
            RequestId id) {
        var method = request.getMethod().name();
        var step = tracing.begin(method, Tracing.Kind.SERVER, id.traceparent());
        var note = new RequestNote(id.within(step.traceparent()));
        return handled(handler, request, response, note)
                .doOnError(failed -> step.failed(failed.getClass().getName()))
                .doFinally(how -> {
                    var route = Route.of(note.template(), request.getPath().value());
                    var status = response.getStatusCode();
                    step.called(method + " " + route);
                    step.attribute("http.request.method", method);
                    step.attribute("http.route", route);
                    if (status != null) {
                        step.attribute("http.response.status_code", status.value());
                        if (status.is5xxServerError()) {
                            step.failed(String.valueOf(status.value()));
                        }
                    }
                    step.end();
                });
    }

    private Mono<Void> handled(HttpHandler handler, ServerHttpRequest request, ServerHttpResponse response,
            RequestNote note) {
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
