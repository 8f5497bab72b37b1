package jp.madoguchi.platform.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import org.jspecify.annotations.Nullable;

/** A step of a trace that has begun; does nothing where no traces are made. */
public final class Step {

    private final @Nullable Span span;
    private final @Nullable String traceparent;

    Step(@Nullable Span span, @Nullable String traceparent) {
        this.span = span;
        this.traceparent = traceparent;
    }

    /** For what comes after: this step, or the one it would be part of; null outside of any trace. */
    public @Nullable String traceparent() {
        return traceparent;
    }

    /** A name that is known only when the step is done. */
    public void called(String name) {
        if (span != null) {
            span.updateName(name);
        }
    }

    /** @param value nothing personal: no address with ids or a query, nothing typed */
    public void attribute(String name, String value) {
        if (span != null) {
            span.setAttribute(name, value);
        }
    }

    public void attribute(String name, long value) {
        if (span != null) {
            span.setAttribute(name, value);
        }
    }

    /** The kind of error only; its words may hold what was typed. */
    public void failed(String kind) {
        if (span != null) {
            span.setStatus(StatusCode.ERROR);
            span.setAttribute("error.type", kind);
        }
    }

    public void end() {
        if (span != null) {
            span.end();
        }
    }
}
