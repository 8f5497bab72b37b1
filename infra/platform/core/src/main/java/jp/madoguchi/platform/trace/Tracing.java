package jp.madoguchi.platform.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Makes spans and sends them to a collector (OTLP over HTTP). Spans are begun by hand in the few places where work begins: a request, a row
 * of a queue, a consignment. Nothing observes the operators between, and where no endpoint is set nothing is made at all.
 *
 * <p>Attributes say nothing of persons: names of routes and queues, methods, statuses, kinds of errors.
 */
public final class Tracing implements AutoCloseable {

    private static final String SCOPE = "jp.madoguchi";
    private static final Duration AT_MOST = Duration.ofSeconds(10);

    private final @Nullable SdkTracerProvider provider;
    private final @Nullable Tracer tracer;

    private Tracing(@Nullable SdkTracerProvider provider) {
        this.provider = provider;
        this.tracer = provider == null ? null : provider.get(SCOPE);
    }

    public static Tracing off() {
        return new Tracing(null);
    }

    /**
     * As the settings want it.
     *
     * @param endpoint where spans go, such as {@code http://collector:4318/v1/traces}; empty: nowhere, and none are made
     * @param ratio of the traces that begin here and are kept, 0 to 1; those begun elsewhere are kept or not as was decided there
     * @param program as the traces call it
     * @throws IllegalArgumentException if the endpoint is no HTTP address, or the ratio out of range
     */
    public static Tracing to(String endpoint, double ratio, String program) {
        if (endpoint.isBlank()) {
            return off();
        }
        var exporter = OtlpHttpSpanExporter.builder().setEndpoint(endpoint.strip()).setTimeout(AT_MOST).build();
        return new Tracing(SdkTracerProvider.builder()
                .setResource(Resource.create(Attributes.of(AttributeKey.stringKey("service.name"), program)))
                .setSampler(Sampler.parentBased(Sampler.traceIdRatioBased(ratio)))
                .addSpanProcessor(BatchSpanProcessor.builder(exporter).setScheduleDelay(Duration.ofSeconds(1)).build())
                .build());
    }

    public boolean isOn() {
        return tracer != null;
    }

    /** What a step is, as others see it. */
    public enum Kind {
        /** It answers a request. */
        SERVER(SpanKind.SERVER),
        /** It works off what was left for it. */
        CONSUMER(SpanKind.CONSUMER);

        private final SpanKind kind;

        Kind(SpanKind kind) {
            this.kind = kind;
        }
    }

    /**
     * Begins a step; whoever begins it ends it.
     *
     * @param parent the step it is part of, as W3C Trace Context writes it, well-formed; null where a trace begins here
     */
    public Step begin(String name, Kind kind, @Nullable String parent) {
        var made = tracer;
        if (made == null) {
            return new Step(null, parent);
        }
        SpanBuilder span = made.spanBuilder(name).setSpanKind(kind.kind);
        if (parent == null) {
            span.setNoParent();
        } else {
            span.setParent(Context.root().with(Span.wrap(read(parent))));
        }
        var begun = span.startSpan();
        return new Step(begun, written(begun.getSpanContext()));
    }

    private static SpanContext read(String traceparent) {
        return SpanContext.createFromRemoteParent(traceparent.substring(3, 35), traceparent.substring(36, 52),
                TraceFlags.fromHex(traceparent, 53), TraceState.getDefault());
    }

    private static String written(SpanContext context) {
        return "00-" + context.getTraceId() + "-" + context.getSpanId() + "-" + context.getTraceFlags().asHex();
    }

    /** Sends what is not sent yet, as far as that takes only seconds. */
    @Override
    public void close() {
        if (provider != null) {
            provider.close();
        }
    }
}
