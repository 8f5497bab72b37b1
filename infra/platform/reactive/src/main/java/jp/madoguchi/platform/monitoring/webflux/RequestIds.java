package jp.madoguchi.platform.monitoring.webflux;

import java.util.Optional;
import jp.madoguchi.platform.monitoring.RequestId;
import jp.madoguchi.platform.trace.Tracing;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/**
 * The id of the request that is being worked on. It stands in the context of the request and at its exchange, and is put to a line of
 * the log where the line is written: to carry it along through every operator would cost on each page what is needed on few.
 */
public final class RequestIds {

    static final Object KEY = RequestNote.class;
    static final String ATTRIBUTE = RequestNote.class.getName();

    private RequestIds() {}

    /** The id of this request, if it came through the server. */
    public static Optional<RequestId> of(ServerWebExchange exchange) {
        return Optional.ofNullable(exchange.<RequestNote>getAttribute(ATTRIBUTE)).map(RequestNote::id);
    }

    /** The id of the request that this is done for, if it is done for one. */
    public static Optional<RequestId> in(ContextView context) {
        return context.<RequestNote>getOrEmpty(KEY).map(RequestNote::id);
    }

    /** The step of a trace that this is done in, as W3C Trace Context writes it; null outside of any. */
    public static @Nullable String traceparent(ContextView context) {
        return in(context).map(RequestId::traceparent).orElse(null);
    }

    /**
     * Work that goes on with what was begun before, by another request or in another program, as a step of its trace.
     *
     * @param name of the step, with nothing personal
     * @param traceparent as W3C Trace Context writes it, well-formed; null outside of any trace, and then nothing is added
     */
    public static <T> Mono<T> continued(Tracing tracing, String name, @Nullable String traceparent, Mono<T> work) {
        return traceparent == null ? work : Mono.defer(() -> {
            var step = tracing.begin(name, Tracing.Kind.CONSUMER, traceparent);
            return work.doOnError(failed -> step.failed(failed.getClass().getName())).doFinally(how -> step.end())
                    .contextWrite(context -> context.put(KEY,
                            new RequestNote(RequestId.fresh().within(step.traceparent()))));
        });
    }

    /** Writes lines of the log that bear the id. */
    public static void log(ContextView context, Runnable lines) {
        in(context).ifPresentOrElse(id -> id.during(lines), lines);
    }

    /** The same where the exchange is at hand. */
    public static void log(ServerWebExchange exchange, Runnable lines) {
        of(exchange).ifPresentOrElse(id -> id.during(lines), lines);
    }

    /** Hands the id, and the trace that the request belongs to, on to whoever is called for it. */
    public static ExchangeFilterFunction handedOn() {
        return (request, next) -> Mono.deferContextual(context -> next
                .exchange(in(context).map(id -> with(id, request)).orElse(request)));
    }

    private static ClientRequest with(RequestId id, ClientRequest request) {
        return ClientRequest.from(request).headers(headers -> {
            headers.set(RequestId.HEADER, id.value());
            var trace = id.traceparent();
            if (trace != null) {
                headers.set(RequestId.TRACE_HEADER, trace);
            }
        }).build();
    }
}
